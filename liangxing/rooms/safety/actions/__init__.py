"""What is done in safety beyond writing, a file for each of its parts."""

from .check_in import check_in

__all__ = ["check_in"]
