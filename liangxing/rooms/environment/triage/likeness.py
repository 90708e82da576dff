"""How alike two reports are: by where they are and what their words say."""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

NEAR_M = 60  # farther apart than a building is long, two reports are hardly of one thing


def words_alike(one: str, other: str) -> float:
    """From 0 to 1: how alike two texts are; a half where one says nothing, for then only the place speaks.

    >>> words_alike("lamp is out", "the lamp is out!") > 0.8, words_alike("", "the lamp")
    (True, 0.5)
    """
    told, also = default_process(one), default_process(other)
    if not told or not also:
        return 0.5
    # Chinese has no spaces between words: there the best stretch of letters that both have is compared.
    alike = fuzz.token_set_ratio if " " in told and " " in also else fuzz.partial_ratio
    return alike(told, also) / 100


def likeness(distance_m: float, words: float) -> float:
    """From 0 to 1: nearness and words, each for half; 0 beyond ``NEAR_M``."""
    return 0.0 if distance_m > NEAR_M else (1 - distance_m / NEAR_M + words) / 2
