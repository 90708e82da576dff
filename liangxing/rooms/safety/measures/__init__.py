"""Figures of safety, a file for each of its parts."""

from . import readiness

__all__ = ["readiness"]
