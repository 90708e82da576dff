"""Figures of the environment, a file for each of its parts."""

from . import grounds, problems, rounds, waste, works

__all__ = ["grounds", "problems", "rounds", "waste", "works"]
