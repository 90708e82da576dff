"""The plain text of a file: .txt in the encodings that communities use, .docx, .pdf."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath
from typing import IO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext_lazy as _
from docx import Document
from docx.table import Table
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from liangxing.kernel.errors import Refused

LARGEST_B = 20_000_000  # a report of 300 pages without pictures is under 2 MB
LARGEST_OPENED_B = 100_000_000  # what a .docx may hold unpacked: a zip bomb is many times that
LONGEST = 500_000  # characters; beyond a book's length nobody reads the answer


def text_of(file: str | Path | IO[bytes], name: str) -> str:
    """The text of *file*; *name* says its kind. ``Refused`` when it has none, or is not what its name says."""
    read = READERS.get(PurePath(name).suffix.lower())
    if read is None:
        raise Refused(
            _("%(name)s: only .txt, .docx and .pdf can be checked; save the report as one of these.") % {"name": name}
        )
    content = Path(file).read_bytes() if isinstance(file, str | Path) else file.read()
    if len(content) > LARGEST_B:
        raise Refused(_("%(name)s is larger than 20 MB; save the report without its pictures.") % {"name": name})
    try:
        text = read(content)
    except (BadZipFile, KeyError, ValueError, OSError, PyPdfError, RecursionError, SyntaxError) as error:
        raise Refused(
            _("%(name)s cannot be read: it is damaged, locked, or of another kind than its name says.") % {"name": name}
        ) from error
    if not text.strip():
        raise Refused(_("%(name)s holds no text; a scanned report must be typed or recognised first.") % {"name": name})
    return text[:LONGEST]


def _txt(content: bytes) -> str:
    """UTF-8 with or without mark, UTF-16 with mark, else GB18030; ``ValueError`` for what is no text."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    if b"\0" in content:
        raise ValueError("a text has no zero bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _docx(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as packed:
        if sum(part.file_size for part in packed.infolist()) > LARGEST_OPENED_B:
            raise ValueError("it unpacks to more than it should")
    return "\n".join(_blocks(Document(io.BytesIO(content))))


def _blocks(holder: object) -> Iterator[str]:
    """Paragraphs and rows of tables in the order of the page; cells that were merged are told once."""
    for block in holder.iter_inner_content():  # type: ignore[attr-defined]
        if not isinstance(block, Table):
            yield block.text
            continue
        for row in block.rows:
            cells = {id(cell._tc): cell for cell in row.cells}.values()
            yield "\t".join(" ".join(_blocks(cell)) for cell in cells)


def _pdf(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ValueError("it asks for a password")
    return "\n".join(page.extract_text() for page in reader.pages)


READERS: dict[str, Callable[[bytes], str]] = {".txt": _txt, ".docx": _docx, ".pdf": _pdf}
