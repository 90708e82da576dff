"""Opening what is said to be a .docx: the parts of the package, or a sentence that says what the file is instead."""

from __future__ import annotations

import io
from collections.abc import Mapping

import olefile
from django.utils.translation import gettext as _
from lxml import etree

from liangxing.kernel import package
from liangxing.kernel.errors import Refused

LARGEST_B = 20_000_000  # a report of 300 pages without pictures is under 2 MB
LARGEST_OPENED_B = 100_000_000  # all parts unpacked: a zip bomb is many times that
LARGEST_PART_B = 40_000_000  # one part; a text of 3,000 pages stays below
MOST_PARTS = 5_000
BODY = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def parts_of(content: bytes, name: str) -> Mapping[str, bytes]:
    """The parts of the .docx *content* by their names. ``Refused`` with what *name* is, and what to do about it."""
    if len(content) > LARGEST_B:
        raise Refused(_("%(name)s is larger than 20 MB; save it with smaller pictures.") % {"name": name})
    if not content:
        raise Refused(_("%(name)s is empty: copy it again from where it came.") % {"name": name})
    if content.startswith(OLE):
        raise Refused(_old_or_locked(content) % {"name": name})
    if not content.startswith(b"PK"):
        raise Refused(_other(content) % {"name": name})
    try:
        found = package.parts_of(content, most=MOST_PARTS, part_b=LARGEST_PART_B, all_b=LARGEST_OPENED_B, wanted=_says)
    except package.TooLarge:
        raise Refused(
            _("%(name)s unpacks to more than a document holds; it was not opened.") % {"name": name}
        ) from None
    except package.DAMAGED as error:
        raise _damaged(name) from error
    if BODY not in found:
        raise Refused(_("%(name)s is no Word document, though it is a package of files.") % {"name": name})
    if b"http://purl.oclc.org/ooxml/wordprocessingml/main" in found[BODY][:4000]:
        raise Refused(
            _("%(name)s was saved as “Strict Open XML”. In Word save it as “Word document (*.docx)” and try again.")
            % {"name": name}
        )
    return found


def _says(part: str) -> bool:
    """Whether it says something: pictures and other media stay packed."""
    return part.endswith((".xml", ".rels"))


def _damaged(name: str) -> Refused:
    told = _("%(name)s is damaged and cannot be opened. Open it in Word, save it anew, and try again.")
    return Refused(told % {"name": name})


def _old_or_locked(content: bytes) -> str:
    """A .doc of Word 97 to 2003, or a .docx behind a password: both lie in the same old container."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as held:
            if held.exists("EncryptedPackage"):
                return _("%(name)s asks for a password. Open it in Word, take the password off, save, and try again.")
            if held.exists("WordDocument"):
                return _("%(name)s is a .doc of old Word. Open it in Word or WPS, save it as .docx, and try again.")
    except (OSError, ValueError, IndexError, TypeError):
        return _("%(name)s is damaged and cannot be opened. Open it in Word, save it anew, and try again.")
    return _("%(name)s is a file of another old Office program, and no Word document.")


def _other(content: bytes) -> str:
    if content.startswith(b"%PDF"):
        return _("%(name)s is a PDF: its type and margins are set already. Check the Word document it came from.")
    if content.startswith(b"{\\rtf"):
        return _("%(name)s is rich text (.rtf). Open it in Word or WPS, save it as .docx, and try again.")
    return _("%(name)s is no Word document: only .docx can be checked.")


def tree(part: bytes, name: str) -> etree._Element:
    """A part as a tree; ``Refused`` when it is damaged."""
    try:
        return package.tree(part, comments=False)
    except ValueError as error:
        raise _damaged(name) from error
