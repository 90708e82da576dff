"""Office files are packages: zips of XML. They are opened with care, for anybody may send one."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

CHUNK = 1 << 20
# What opening a package that is cut off, damaged or locked may raise.
DAMAGED = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError)


class TooLarge(Exception):
    """It unpacks to more than it should: counted while it unpacks, for what it says of its own sizes need not be so."""


def check_size(file: IO[bytes], most_b: int) -> None:
    """``TooLarge`` when the parts of the package *file* are more than *most_b* bytes together; nothing is kept."""
    with ZipFile(file) as packed:
        left = most_b
        for part in packed.infolist():
            for chunk in _chunks(packed, part):
                left -= len(chunk)
                if left < 0:
                    raise TooLarge


def _chunks(packed: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with packed.open(part) as told:
        while chunk := told.read(CHUNK):
            yield chunk


def parts_of(
    content: bytes, *, most: int, part_b: int, all_b: int, wanted: Callable[[str], bool] = lambda _name: True
) -> dict[str, bytes]:
    """The parts of a package by name, those not *wanted* as empty.

    ``TooLarge`` for more than *most* parts, a part of more than *part_b* bytes, or *all_b* together.
    """
    with ZipFile(io.BytesIO(content)) as packed:
        told = [part for part in packed.infolist() if not part.is_dir()]
        if len(told) > most:
            raise TooLarge
        parts: dict[str, bytes] = {}
        left = all_b
        for part in told:
            with packed.open(part) as opened:
                parts[part.filename] = opened.read(min(part_b, left) + 1) if wanted(part.filename) else b""
            left -= len(parts[part.filename])
            if left < 0 or len(parts[part.filename]) > part_b:
                raise TooLarge
    return parts


def tree(part: bytes, *, comments: bool = True) -> etree._Element:
    """A part as XML. Nothing is fetched and no entity resolved; ``ValueError`` for what is damaged or declares some."""
    if b"<!DOCTYPE" in part[:4096]:
        raise ValueError("no office program declares entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=not comments)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error
