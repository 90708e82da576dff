"""What the common verbs cannot say, a file for each part of the room."""

from .problems import ANSWERS, answer, judge, standing

__all__ = ["ANSWERS", "answer", "judge", "standing"]
