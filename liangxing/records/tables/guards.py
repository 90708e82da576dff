"""What a file is, by its content and not by its name; and what is refused before anything parses it."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from zipfile import ZipFile

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.package import DAMAGED, TooLarge, check_size

UNPACKED_MAX = 512 << 20  # bytes: a workbook of a million full rows stays below


class Shape(Enum):
    """What can be read."""

    XLSX = "xlsx"
    XLS = "xls"
    TEXT = "text"


def shape(path: Path, name: str) -> Shape:
    """What *path* holds; *name* is only for the words of a refusal."""
    head = path.open("rb").read(8)
    if not head:
        raise Refused(_("%s is empty: was it saved before it was sent?") % name)
    if head[:2] == b"PK":
        _check_zip(path, name)
        return Shape.XLSX
    if head == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        _check_not_locked(path, name)
        return Shape.XLS
    if head[:2] == b"MZ" or head[:4] in (b"\x7fELF", b"%PDF", b"\x89PNG") or head[:3] == b"\xff\xd8\xff":
        raise Refused(_("%s is no table: it is a program, a picture or a paper under another name.") % name)
    return Shape.TEXT


def _check_zip(path: Path, name: str) -> None:
    """That it is a workbook, and no bomb: it is unpacked into nothing and counted."""
    try:
        with ZipFile(path) as packed:
            names = packed.namelist()
        if "[Content_Types].xml" not in names or not any("xl/" in n for n in names):
            raise Refused(_("%s is packed, but no workbook: unpack it and send the tables in it.") % name)
        with path.open("rb") as file:
            check_size(file, UNPACKED_MAX)
    except TooLarge:
        raise Refused(_("%s unpacks to more than any table of ours: it is not read.") % name) from None
    except (RuntimeError, NotImplementedError) as error:
        raise Refused(_("%s is protected by a password: save it without one and send it again.") % name) from error
    except DAMAGED as error:
        words = _("%s is cut off or damaged: open it, save it again, and send it again.")
        raise Refused(words % name) from error


def _check_not_locked(path: Path, name: str) -> None:
    """An old workbook and a locked new one begin alike; only the second holds an encrypted package."""
    import msoffcrypto

    with path.open("rb") as file:
        try:
            locked = msoffcrypto.OfficeFile(file).is_encrypted()
        except Exception as error:  # the library raises what its parsers raise
            words = _("%s is cut off or damaged: open it, save it again, and send it again.")
            raise Refused(words % name) from error
    if locked:
        raise Refused(_("%s is protected by a password: save it without one and send it again.") % name)
