"""What the common verbs cannot say, a file for each part of the room."""

from .problems import ANSWERS, answer, assign, judge, merge, standing, support, take_apart

__all__ = ["ANSWERS", "answer", "assign", "judge", "merge", "standing", "support", "take_apart"]
