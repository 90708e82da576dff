"""Figures of safety, a file for each of its parts."""

from . import before, readiness, warning

__all__ = ["before", "readiness", "warning"]
