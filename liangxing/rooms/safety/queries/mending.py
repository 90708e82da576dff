"""What is wrong with the ways out, in words, with the records to mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Community
from liangxing.records.models import Record
from liangxing.register.models import Building

from ..evacuation import faults
from ..evacuation.least_time import STEP_S
from ..evacuation.reach import room_in_reach
from ..evacuation.soundness import faults_of
from ..evacuation.steps import in_steps
from .network import Entered

LINKED = 12  # records to which a fault leads: of more, the first ones


@dataclass(frozen=True, slots=True)
class Trouble:
    """A fault as a page tells it: ``links`` are names and addresses of what is to be mended."""

    name: str
    words: str
    links: tuple[tuple[str, str], ...]


def troubles(entered: Entered, community: Community) -> list[Trouble]:
    """Everything that keeps one from computing; empty when nothing does. Memory is not asked for here."""
    records = entered.records()
    return [_told(fault, records, community) for fault in _faults(entered)]


def _faults(entered: Entered) -> Iterator[faults.Fault]:
    wrong = [*entered.faults, *faults_of(entered.network)]
    yield from wrong
    if wrong:
        return
    try:
        room_in_reach(in_steps(entered.network, STEP_S))
    except faults.Fault as fault:
        yield fault


def in_words(wrong: Refused) -> str:
    """*wrong* in the language of the moment."""
    if isinstance(wrong, faults.Unsound):
        return "\n".join(in_words(fault) for fault in wrong.faults)
    return _(wrong.sentence) % wrong.values if isinstance(wrong, faults.Fault) else str(wrong)


def _told(fault: faults.Fault, records: Mapping[str, Record], community: Community) -> Trouble:
    lost = [name for name in fault.where[:LINKED] if name not in records]
    houses: Any = Building.objects.known().filter(community=community, code__in=lost)
    known = {**records, **{house.code: house for house in houses}}
    links = tuple((name, _address(known[name], community)) for name in fault.where[:LINKED] if name in known)
    return Trouble(type(fault).__name__, in_words(fault), links)


def _address(record: Record, community: Community) -> str:
    try:
        return reverse(f"{record._meta.label_lower}.page", args=[community.code, record.pk])
    except NoReverseMatch:
        return ""
