"""Figures of safety, a file for each of its parts."""

from . import before, check_in, drills, readiness, warning, ways_out

__all__ = ["before", "check_in", "drills", "readiness", "warning", "ways_out"]
