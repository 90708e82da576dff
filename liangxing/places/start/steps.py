"""The steps of the guided start. What is done is read from the records, so that it is found again by anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from liangxing.activities.models import Activity
from liangxing.ledger.models import Community
from liangxing.register.accounts import standing
from liangxing.register.models import Building, Household, Profile


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its word in the row of steps, what it asks for, what it is good for, and whether it is done."""

    key: str
    word: Promise
    title: Promise
    says: Promise
    done: Callable[[Community], bool]


def _any(kind: Any) -> Callable[[Community], bool]:
    return lambda community: kind.objects.known().filter(community=community).exists()


def _several(community: Community) -> bool:
    return bool(standing(community).exclude(account="").values("account").distinct().count() > 1)


STEPS = (
    Step("about", _("About"), _("About the community"),
         _("Where it lies and how large it is: it stands at the head of every page and report."), _any(Profile)),
    Step("ground", _("Estates"), _("Estates and buildings"),
         _("Everything else refers to them: households, bins, works, problems."), _any(Building)),
    Step("people", _("People"), _("Who works here"),
         _("Each has an account of their own; a card lets them choose a password."), _several),
    Step("calendar", _("Calendar"), _("What happened and what comes"),
         _("Three activities of late or to come: with them the board lives."), _any(Activity)),
    Step("tables", _("Tables"), _("The tables that you keep already"),
         _("Households, residents, organisations: one workbook takes them all."), _any(Household)),
)  # fmt: skip
BY_KEY = {step.key: step for step in STEPS}


def done(community: Community) -> set[str]:
    """The keys of the steps that are done."""
    return {step.key for step in STEPS if step.done(community)}


def follows(community: Community, passed: Iterable[str] = ()) -> Step | None:
    """The first step that is neither done nor *passed*; ``None`` when nothing is left."""
    return next((step for step in STEPS if step.key not in passed and not step.done(community)), None)


def row(community: Community, at: str = "") -> list[tuple[Promise, str]]:
    """The row of steps as its component shows it: the founding is done, the step *at* is now."""
    finished = done(community)
    told = [(step.word, "now" if step.key == at else "done" if step.key in finished else "") for step in STEPS]
    return [(_("Founding"), "done"), *told]
