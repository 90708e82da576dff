"""What is done in saving, a file for each of its parts."""

from .derive import derive
from .prove import prove
from .read import odd, read_meter

__all__ = ["derive", "odd", "prove", "read_meter"]
