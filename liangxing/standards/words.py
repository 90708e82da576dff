"""The texts of books in the language of the page."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language

from liangxing.kernel.language import CHINESE, nearest


def language() -> str:
    """The language of the texts of books."""
    return nearest(get_language())


def said(words: Mapping[str, str]) -> str:
    """A text in the visitor's language; in Chinese where it was told in no other, and empty when it was not told."""
    return words.get(language()) or words.get(CHINESE, "")
