"""What waits for somebody, a file for each part of the room."""

from . import problems, rounds, waste, works

__all__ = ["problems", "rounds", "waste", "works"]
