"""The plain text of a file: .txt in the encodings that communities use, .docx, .pdf."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO

from django.utils.translation import gettext_lazy as _
from lxml.etree import XMLSyntaxError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from liangxing.kernel.errors import Refused
from liangxing.kernel.package import DAMAGED, TooLarge

from .word_file import opened, pieces

LARGEST_MB = 50  # a scan of thirty pages in colour has thirty; it is opened to say what it is
LONGEST = 500_000  # characters; beyond a book's length nobody reads the answer
OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # how .doc begins, and what a password makes of .docx
BROKEN = (*DAMAGED, TooLarge, PyPdfError, RecursionError, SyntaxError, XMLSyntaxError, TypeError, AttributeError,
          IndexError, AssertionError)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """The text of a file. *blind*: pages without text, as of a scan; *shortened*: only its beginning was read."""

    text: str
    blind: tuple[int, ...] = ()
    shortened: bool = False


def content_of(file: str | Path | IO[bytes], name: str) -> bytes:
    """The bytes of *file*; ``Refused`` when there are too many."""
    content = Path(file).read_bytes() if isinstance(file, str | Path) else file.read()
    if len(content) > LARGEST_MB << 20:
        told = {"name": name, "mb": LARGEST_MB}
        raise Refused(_("%(name)s is larger than %(mb)s MB; save the report without its pictures.") % told)
    return content


def text_of(file: str | Path | IO[bytes], name: str) -> str:
    """The text of *file*; *name* says its kind. ``Refused`` when it has none, or is not what its name says."""
    return read_file(content_of(file, name), name).text


def read_file(content: bytes, name: str) -> Read:
    """What the file *name* says, or ``Refused`` with what is wrong and what to do."""
    if not content:
        raise Refused(
            _("%(name)s is empty: nothing was saved in it. Save the report again and choose it.") % {"name": name}
        )
    read = READERS.get(PurePath(name).suffix.lower())
    if read is None:
        told = _("%(name)s: only .txt, .docx and .pdf can be checked; save the report as one of these.")
        raise Refused(told % {"name": name})
    try:
        found = read(content, name)
    except BROKEN as error:
        told = _("%(name)s cannot be read: it is damaged, or of another kind than its name says. Save it anew.")
        raise Refused(told % {"name": name}) from error
    if not found.text.strip():
        raise Refused(_("%(name)s holds no text; a scanned report must be typed or recognised first.") % {"name": name})
    return Read(found.text[:LONGEST], found.blind, shortened=len(found.text) > LONGEST)


def _locked(name: str) -> Refused:
    told = _("%(name)s is locked with a password. Save it once without the password, and check that copy.")
    return Refused(told % {"name": name})


def _txt(content: bytes, _name: str) -> Read:
    """UTF-8 with or without mark, UTF-16 with mark, else GB18030; ``ValueError`` for what is no text."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Read(content.decode("utf-16"))
    if b"\0" in content:
        raise ValueError("a text has no zero bytes")
    try:
        return Read(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Read(content.decode("gb18030"))


def _docx(content: bytes, name: str) -> Read:
    if content.startswith(OLD_OFFICE):
        raise _locked(name) if b"E\0n\0c\0r\0y\0p\0t\0e\0d" in content else ValueError("an old document")
    return Read("".join(piece.text for piece in pieces(opened(content))))


def _pdf(content: bytes, name: str) -> Read:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _locked(name)
    pages = [page.extract_text() for page in reader.pages]
    blind = tuple(n for n, text in enumerate(pages, 1) if not text.strip())
    if pages and len(blind) == len(pages):
        told = _("%(name)s is a scan: its %(n)s pages are pictures and hold no text. Have it recognised (OCR) first, "
                 "or check the Word document that it was made from.")  # fmt: skip
        raise Refused(told % {"name": name, "n": len(pages)})
    return Read("\n".join(pages), blind)


READERS: dict[str, Callable[[bytes, str], Read]] = {".txt": _txt, ".docx": _docx, ".pdf": _pdf}
