"""The fonts that an office keeps: one file for each part of a paper, in the data folder; the folder is all there is."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.kernel.errors import Refused

from .read import Face, read, use_of

USES: dict[str, str | Promise] = {
    "title": gettext_lazy("title and red head"),
    "body": gettext_lazy("text"),
    "heading": gettext_lazy("headings of the first level"),
    "subheading": gettext_lazy("headings of the second level"),
    "number": gettext_lazy("page numbers"),
}
MOST_MB = 40  # a collection with every Chinese sign in five regions' shapes has 26


@dataclass(frozen=True, slots=True)
class Kept:
    """A font in use, and the file in which it lies."""

    use: str
    path: Path
    face: Face

    @property
    def name(self) -> str:
        """Its family, as Word on a Chinese system names it."""
        return self.face.names[0]

    @property
    def word(self) -> str | Promise:
        """What it is used for, in words."""
        return USES[self.use]


def folder(code: str) -> Path:
    """Where the fonts of a community lie."""
    return Path(settings.LIANGXING_DATA) / "fonts" / code


def kept(code: str) -> dict[str, Kept]:
    """The fonts of a community by what they are used for."""
    found = {}
    for path in sorted(folder(code).glob("*.[to]t[fc]")) if code else ():
        if path.stem in USES:
            found[path.stem] = Kept(path.stem, path, _face(path, path.stat().st_mtime_ns))
    return found


@lru_cache(maxsize=64)
def _face(path: Path, changed_ns: int) -> Face:
    return read(path.read_bytes())


def keep(code: str, content: bytes, use: str = "") -> Kept:
    """Keep the font in *content* for *use*, or for what its name says; it takes the place of the one before it."""
    if len(content) > MOST_MB << 20:
        raise Refused(_("The file is larger than %s MB, which no font needs.") % MOST_MB)
    face = read(content)
    use = use or use_of(face.names)
    if use not in USES:
        raise Refused(_("The name “%s” does not say for which part of a paper it is meant: choose it.") % face.names[0])
    place = folder(code)
    place.mkdir(parents=True, exist_ok=True)
    path = place / f"{use}{face.ending}"
    with tempfile.TemporaryDirectory(dir=place) as apart:
        half = Path(apart) / path.name
        half.write_bytes(content)
        _printable(face, Path(apart))
        remove(code, use)
        half.replace(path)
    return Kept(use, path, face)


def _printable(face: Face, place: Path) -> None:
    """``Refused`` when what sets the PDF does not know the font in *place* by one of its names."""
    seen = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(place)]).families()
    if not {*face.names} & {*seen}:
        raise Refused(_("“%s” cannot be used for a PDF: its names are not complete.") % face.names[0])


def remove(code: str, use: str) -> None:
    """Use the machine's own font again for *use*."""
    for path in folder(code).glob(f"{use}.[to]t[fc]"):
        path.unlink()
