"""Small drawn pictures that stand for photos, and what each of them proves."""

from .attach import attach, write

__all__ = ["attach", "write"]
