"""Figures of saving, a file for each of its parts."""

from . import saved, use

__all__ = ["saved", "use"]
