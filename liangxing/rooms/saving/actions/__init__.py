"""What is done in saving, a file for each of its parts."""

from .derive import derive

__all__ = ["derive"]
