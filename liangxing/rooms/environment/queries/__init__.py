"""Reads that two pages use, a file for each part of the room."""

from .problems import state_of, steps_of

__all__ = ["state_of", "steps_of"]
