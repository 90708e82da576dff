"""What waits for somebody, a file for each part of the room."""

from . import problems

__all__ = ["problems"]
