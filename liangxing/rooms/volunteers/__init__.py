"""Volunteers, the residents they are paired with, and the hours they give."""
