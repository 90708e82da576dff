"""Figures of saving, a file for each of its parts."""

from . import use

__all__ = ["use"]
