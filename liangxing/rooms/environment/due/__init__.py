"""What waits for somebody, a file for each part of the room."""

from . import problems, rounds, works

__all__ = ["problems", "rounds", "works"]
