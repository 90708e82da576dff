"""The twelve digits by which statistics know a community: whether they can be so, and where that is."""

from __future__ import annotations

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import numdb

DIGITS = 12


def plain(code: str) -> str:
    """*code* in half-width digits, without spaces."""
    return "".join(unicodedata.normalize("NFKC", code).split())


def check_division(code: str) -> None:
    """Raise ``ValidationError`` unless *code* can be that of a residents' committee (GB/T 10114, twelve digits)."""
    if len(code) != DIGITS or not code.isascii() or not code.isdigit():
        told = {"n": len(code)}
        raise ValidationError(_("A statistical division code has 12 digits; this has %(n)s characters."), params=told)
    if not province(code):
        raise ValidationError(
            _("No province has the code %(first)s: check the first digits."), params={"first": code[:2]}
        )
    if code.endswith("000"):
        raise ValidationError(_("This is the code of a subdistrict: the last three digits are the community's own."))


def province(code: str) -> str:
    """The province in which *code* lies, in Chinese; empty when there is none."""
    found: dict[str, str] = numdb.get("cn/loc").info(code[:6])[0][1]
    return found.get("province", "")


def county(code: str) -> str:
    """The district or county as it is called now; empty when the list does not know it."""
    parts = numdb.get("cn/loc").info(code[:6])
    told = str(parts[-1][1].get("county", ""))
    return told.rpartition("]")[2]
