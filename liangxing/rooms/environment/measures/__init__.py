"""Figures of the environment, a file for each of its parts."""

from . import grounds, problems, waste, works

__all__ = ["grounds", "problems", "waste", "works"]
