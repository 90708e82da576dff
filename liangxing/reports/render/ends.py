"""What stands around the text of a paper, in words and places: the same for Word and PDF."""

from __future__ import annotations

from unicodedata import east_asian_width

from django.utils.translation import gettext as _

from liangxing.reports.blocks import Block, Document, Paragraph, shown

from .numbering import ANNEX, spoken_day

COLON = {"zh-hans": "\uff1a", "en": ": "}
STOP = {"zh-hans": "\u3002", "en": "."}


def width(text: str) -> float:
    """How many characters of the text *text* is wide; Latin ones and digits are half as wide."""
    return sum(1 if east_asian_width(sign) in "WF" else 0.5 for sign in text)


def places(issuer: str, day: str, *, sealed: bool) -> tuple[float, float]:
    """How many characters issuer and day stand in from the right (7.3.5.1, 7.3.5.2).

    Sealed: the day four characters in, the issuer centred above it. Not sealed: the issuer two in, and the day begins
    two characters after the issuer does; a day that would not fit so stands two in, and the issuer further in.

    >>> places("\u793e\u533a\u5c45\u59d4\u4f1a", "2026\u5e741\u67081\u65e5", sealed=False)
    (5.0, 2.0)
    """
    of_issuer, of_day = width(issuer), width(day)
    if sealed:
        centred = 4 + (of_day - of_issuer) / 2
        return (centred, 4.0) if centred >= 0 else (0.0, 0.0 + (of_issuer - of_day) / 2)
    if of_day > of_issuer - 2 and 2 + of_day + 2 - of_issuer > 2:
        return 4 + of_day - of_issuer, 2.0
    return 2.0, of_issuer - of_day


SHORT = 28 * 4  # characters: so short a paragraph goes to the next page whole rather than leave a signature alone


def kept_with_signature(block: Block) -> bool:
    """Whether *block*, the last before the signature, goes with it to another page (7.3.5.5); a long one is broken."""
    return isinstance(block, Paragraph) and sum(width(shown(run)) for run in block.runs) <= SHORT


def issuer_mark(document: Document) -> str:
    """What the red head says."""
    return _("%(issuer)s paper") % {"issuer": document.issuer}


def mark_size(mark: str) -> float:
    """Its size in points: as large as the line allows, and not larger than custom has it."""
    return min(48.0, 442 / max(width(mark), 1) * 0.96)


def annex_lines(document: Document) -> list[tuple[str, str]]:
    """Each line of the note on annexes: what stands before the name, and the name, without a stop behind it."""
    names = [annex.title for annex in document.annexes]
    head = ANNEX[document.language] + COLON[document.language]
    if len(names) == 1:
        return [(head, names[0])]
    return [((head if n == 1 else "") + f"{n}.", name) for n, name in enumerate(names, 1)]


def imprint_lines(document: Document) -> list[tuple[str, str]]:
    """The lines of the imprint, left and right: copies, if any, and who had it printed on which day."""
    copies = document.dress.copies.strip().rstrip("\u3002.")
    first = [(_("Copies to: ") + copies + STOP[document.language], "")] if copies else []
    return [*first, (document.issuer, _("printed on %s") % spoken_day(document))]
