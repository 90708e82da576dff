"""What is done in safety beyond writing, a file for each of its parts."""

from .check_in import BEFORE, OVER, UNKNOWN, Kept, Telling, check_in, tell

__all__ = ["BEFORE", "OVER", "UNKNOWN", "Kept", "Telling", "check_in", "tell"]
