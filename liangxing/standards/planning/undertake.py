"""Keeping who undertakes a clause: a post or an organisation, and never a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import correct, write
from liangxing.register.models import Organisation
from liangxing.register.roles import ROLES, WITHOUT_ACCOUNT
from liangxing.standards.book import Book
from liangxing.standards.models import Undertaking

LONGEST_MIN = 100_000  # more than a working year: a slip of the pen


def takers(community: Community) -> list[str]:
    """Who may undertake something, in words: the posts of the house, then the organisations."""
    posts = [str(ROLES[key].name) for key in _posts()]
    return posts + list(
        Organisation.objects.known().filter(community=community).order_by("name").values_list("name", flat=True)[:200]
    )


def _posts() -> list[str]:
    return [key for key in ROLES if key not in (*WITHOUT_ACCOUNT, "resident")]


def undertake(book: Book, told: Mapping[str, str], *, community: Community, account: str) -> Undertaking:
    """Keep what was *told* (``number``, ``who``, ``by``, ``minutes``) of a clause of *book*; a second time corrects."""
    if told["number"] not in {clause.number for clause in book.clauses}:
        raise Refused(_("There is no clause %s in this standard.") % told["number"])
    role, organisation = _who(community, told["who"])
    said: dict[str, Any] = {
        "role": role,
        "organisation_id": organisation.fact if organisation else None,
        "due": _day(told["by"]),
        "minutes": _minutes(told["minutes"]),
    }
    named = {"standard": book.key, "number": told["number"]}
    with act("standards.undertake", community=community, by=account):
        if standing := Undertaking.objects.known().filter(community=community, **named).first():
            return correct(standing, by=account, day=localdate(), **said)
        return write(Undertaking(**named, **said, day=localdate()), community=community, by=account)


def _who(community: Community, name: str) -> tuple[str, Organisation | None]:
    if not name:
        return "", None
    if role := next((key for key in _posts() if str(ROLES[key].name) == name), ""):
        return role, None
    found = Organisation.objects.known().filter(community=community, name=name).first()
    if found is None:
        raise Refused(
            _("“%s” is no post and no organisation here: choose one from the list. A plan names no person.") % name
        )
    return "", found


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(_("%s is no day; write 2026-12-31.") % text) from None


def _minutes(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not 0 < int(text) <= LONGEST_MIN:
        raise Refused(_("%s is no number of minutes; write 90.") % text)
    return int(text)
