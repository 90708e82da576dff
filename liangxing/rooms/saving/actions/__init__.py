"""What is done in saving, a file for each of its parts."""

from .derive import derive
from .read import odd, read_meter

__all__ = ["derive", "odd", "read_meter"]
