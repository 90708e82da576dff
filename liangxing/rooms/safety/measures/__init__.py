"""Figures of safety, a file for each of its parts."""

from . import before, readiness, warning, ways_out

__all__ = ["before", "readiness", "warning", "ways_out"]
