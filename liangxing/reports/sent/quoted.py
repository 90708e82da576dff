"""Whether records still say what documents that were sent quote of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.timezone import localdate
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.ledger.models import Act, Community, Entry
from liangxing.records.models import Record
from liangxing.reports.subject import path_of, said

from .living import act_said
from .models import Dispatch, Erratum, Quotation


@dataclass(frozen=True, slots=True)
class Echo:
    """A quotation that was sent, every telling of its fact, and what the receiver was told last."""

    quotation: Quotation
    tellings: tuple[Record, ...]
    last: Act | None = None
    told: Erratum | None = None

    @property
    def dispatch(self) -> Dispatch:
        """The document that it was sent in."""
        return self.quotation.dispatch

    @property
    def anchor(self) -> str:
        """Its place in the list of the document's figures and quotations."""
        return f"q-{self.quotation.pk}"

    @property
    def title(self) -> str:
        """What is quoted: the kind of record and the column, as forms call them."""
        return f"{self._field.model._meta.verbose_name} \u00b7 {self._field.verbose_name}"

    @property
    def path(self) -> str:
        """The page of the record, from the root; empty when it was struck out."""
        now = self._telling(None)
        return path_of(now) if now else ""

    @property
    def shown(self) -> str:
        """What the record said when the document was sent."""
        return self._words(self.dispatch.known_at, self.dispatch.language)

    @property
    def now_said(self) -> str:
        """What it says now, in words of the language of the moment."""
        return self._words(None, nearest(get_language()))

    @property
    def holds(self) -> bool:
        """Whether the record still says what was sent."""
        return self._still(self.dispatch.known_at)

    @property
    def untold(self) -> bool:
        """Whether the receiver believes something else than what is recorded now."""
        return not self._still(self._believed_at)

    @property
    def reason(self) -> str:
        """Why it no longer holds: the last act done to the fact, in words."""
        return act_said(self.last) if self.last and not self.holds else ""

    def believed(self, language: str) -> str:
        """What the receiver has, in words of *language*: as it was sent, or as it was when they were told since."""
        return self._words(self._believed_at, language)

    def erratum(self) -> Erratum:
        """That the receiver is told today."""
        return Erratum(quotation=self.quotation, reason=self.reason[:200], day=localdate())

    @property
    def _field(self) -> Any:
        kind: Any = apps.get_model(self.quotation.kind)
        return kind._meta.get_field(self.quotation.column)

    @property
    def _believed_at(self) -> datetime:
        return self.told.recorded_at if self.told else self.dispatch.known_at

    def _still(self, known_at: datetime) -> bool:
        """Whether what was said then is still said: by the same telling, or by another; a place may have a new name."""
        if self._telling(known_at) == self._telling(None) and not self._field.is_relation:
            return True
        language = self.dispatch.language
        return self._words(known_at, language) == self._words(None, language)

    def _telling(self, known_at: datetime | None) -> Record | None:
        """What stood at that moment, or stands now."""
        for one in self.tellings:
            if known_at is None and one.struck_at is None:
                return one
            if known_at and one.recorded_at <= known_at and (one.struck_at is None or one.struck_at > known_at):
                return one
        return None

    def _words(self, known_at: datetime | None, language: str) -> str:
        told = self._telling(known_at)
        with override(language):
            return said(told, self.quotation.column, known_at) if told else _("struck out")


def quotations(community: Community, **asked: Any) -> list[Quotation]:
    """The quotations that were sent and stand, with their documents; *asked*: conditions on their columns."""
    found = Quotation.objects.known().filter(community=community, dispatch__struck_at=None, **asked)
    return list(found.select_related("dispatch").order_by("-dispatch__day", "dispatch_id", "pk"))


def echoes(community: Community, some: Iterable[Quotation]) -> list[Echo]:
    """Each of *some* with its fact: as many queries as kinds are quoted, however many quotations there are."""
    some = list(some)
    known = Erratum.objects.known().filter(community=community, quotation__in=[each.fact for each in some])
    told = {erratum.quotation_id: erratum for erratum in known.order_by("recorded_at")}
    tellings, last = _tellings(community, some), dict[UUID, Act]()
    ids = {one.pk: one.fact for tellings_of in tellings.values() for one in tellings_of}
    for entry in Entry.objects.filter(community=community, record__in=ids).select_related("act").order_by("seq"):
        last[ids[entry.record]] = entry.act
    return [Echo(e, tuple(tellings[e.quoted]), last.get(e.quoted), told.get(e.fact)) for e in some]


def _tellings(community: Community, some: list[Quotation]) -> dict[UUID, list[Record]]:
    """Every telling of the facts that are quoted, by fact."""
    facts: dict[str, set[UUID]] = defaultdict(set)
    for each in some:
        facts[each.kind].add(each.quoted)
    found: dict[UUID, list[Record]] = defaultdict(list)
    for label, of_kind in facts.items():
        kind: Any = apps.get_model(label)
        rows = kind._default_manager.filter(community=community, fact__in=of_kind).select_related("community")
        for record in rows.order_by("recorded_at"):
            found[record.fact].append(record)
    return found
