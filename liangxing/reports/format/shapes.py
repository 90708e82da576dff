"""``shapes.toml``, read once, and its patterns compiled."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from django.utils.translation import get_language

from liangxing.kernel.language import CHINESE, nearest


@cache
def shapes() -> dict[str, Any]:
    """All word lists by section."""
    return tomllib.loads((files(__package__) / "shapes.toml").read_text("utf-8"))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern by which a part is told."""
    return re.compile(shapes()["parts"][name])


@cache
def numbers(sort: str) -> tuple[re.Pattern[str], ...]:
    """The numbers of headings by level, ``right`` or ``loose``."""
    return tuple(re.compile(one) for one in shapes()["numbers"][sort])


def is_face(font: str, face: str) -> bool:
    """Whether *font* is one of the names of *face*, such as ``fangsong``."""
    return font.strip().lower().startswith(tuple(shapes()["fonts"][face]))


def face_name(face: str) -> str:
    """What people call *face*."""
    return str(shapes()["fonts"]["shown" if nearest(get_language()) == CHINESE else "names_en"][face])
