"""Reading a font file: whether it is one, what it is called, and whether its maker allows it in a document."""

from __future__ import annotations

import io
import struct
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from fontTools.ttLib import TTCollection, TTFont, TTLibError

from liangxing.kernel.errors import Refused

KINDS = {b"\x00\x01\x00\x00": ".ttf", b"true": ".ttf", b"OTTO": ".otf", b"ttcf": ".ttc"}
FAMILY, BETTER_FAMILY = 1, 16  # numbers of names in a font
WINDOWS, CHINESE, AMERICAN = 3, 0x0804, 0x0409
# The word fsType of the table OS/2 (OpenType specification): what the maker allows.
RESTRICTED, NO_SUBSET, BITMAPS_ONLY, LICENCE = 0x0002, 0x0100, 0x0200, 0x000F
MUST_WRITE = "\u793e\u533a\u5c45\u6c11\u59d4\u5458\u4f1a\u901a\u77e5\uff0c\u3002"  # of a notice


@dataclass(frozen=True, slots=True)
class Face:
    """A font as it was read. ``names``: of its family, Chinese first, for Word; ``ending``: of the file."""

    names: tuple[str, ...]
    ending: str
    embedding: int


def read(content: bytes) -> Face:
    """The font in *content*. ``Refused`` says why it cannot be used."""
    ending = KINDS.get(content[:4])
    if ending is None:
        web = content[:4] in (b"wOFF", b"wOF2")
        raise Refused(
            _("This is a font for web pages. The same font as .ttf, .otf or .ttc is needed.")
            if web
            else _("This is no font. A font file ends with .ttf, .otf or .ttc.")
        )
    try:
        face = _best(_faces(content), ending)
    except (TTLibError, struct.error, KeyError, ValueError, IndexError, AssertionError, AttributeError, OverflowError):
        raise Refused(_("The font file is damaged, or cut off. Copy it once more and try again.")) from None
    _allowed(face)
    return face


def _faces(content: bytes) -> list[TTFont]:
    if content[:4] == b"ttcf":
        return list(TTCollection(io.BytesIO(content), lazy=True).fonts)
    return [TTFont(io.BytesIO(content), lazy=True)]


def _best(fonts: list[TTFont], ending: str) -> Face:
    """Of a collection, the font whose names speak simplified Chinese; each must be able to write a notice."""
    able = [font for font in fonts if _lacks(font) == ""]
    if not able:
        raise Refused(
            _("This font has no sign for %(signs)s: it cannot write Chinese, or only a part of it.")
            % {"signs": _lacks(fonts[0])}
        )
    for font in able:
        _whole(font)
    best = max(able, key=_simplified)
    return Face(_names(best), ending, int(best["OS/2"].fsType))


def _lacks(font: TTFont) -> str:
    there = font.getBestCmap() or {}
    return "".join(sign for sign in MUST_WRITE if ord(sign) not in there)


def _whole(font: TTFont) -> None:
    """Read what printing needs, so that a file that was cut off is known before it is used."""
    for table in ("head", "hhea", "maxp", "hmtx", "name", "OS/2"):
        font[table]  # reading it is the check
    if not {"glyf", "CFF ", "CFF2"} & {*font.keys()}:
        raise ValueError("no outlines")
    for table in ("glyf", "CFF "):
        if table in font and len(font.reader[table]) < font.reader.tables[table].length:
            raise ValueError("cut off")


def _simplified(font: TTFont) -> int:
    names = _names(font)
    return 2 * any(name.endswith(" SC") for name in names) + (len(names) > 1)


def _names(font: TTFont) -> tuple[str, ...]:
    """The names of the family: the Chinese one, by which Chinese systems know it, before the English one."""
    found: dict[int, str] = {}
    table: Any = font["name"]
    for number in (FAMILY, BETTER_FAMILY):
        for language in (CHINESE, AMERICAN):
            for record in table.names:
                if (record.nameID, record.platformID, record.langID) == (number, WINDOWS, language):
                    found[language] = record.toUnicode().strip()
    some = [found[language] for language in (CHINESE, AMERICAN) if found.get(language)]
    some = some or [table.getDebugName(FAMILY) or ""]
    if not some[0]:
        raise ValueError("no name")
    return tuple(dict.fromkeys(some))


def _allowed(face: Face) -> None:
    """``Refused`` when the maker does not allow what a PDF does: to carry the part of the font that it needs."""
    if face.embedding & LICENCE == RESTRICTED:
        raise Refused(
            _("The maker of “%s” does not allow it inside documents (its licence bits say “restricted”).")
            % face.names[0]
        )
    if face.embedding & NO_SUBSET:
        raise Refused(
            _("The maker of “%s” allows it in documents only whole, and a PDF carries a part of it.") % face.names[0]
        )
    if face.embedding & BITMAPS_ONLY:
        raise Refused(_("The maker of “%s” allows only its pictures of signs in documents.") % face.names[0])


@cache
def _uses() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "uses.toml").read_text("utf-8"))


def use_of(names: Iterable[str]) -> str:
    """For which part of a paper a family of these *names* is meant; empty when the names do not say."""
    for use, known in _uses().items():
        if any(name.startswith(word) for name in names for word in known):
            return use
    return ""
