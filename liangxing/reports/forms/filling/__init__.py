"""Filling a form for a period: from figures, from the register, from its own answers."""
