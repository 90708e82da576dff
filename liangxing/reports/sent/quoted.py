"""Whether records still say what documents that were sent quote of them."""

from __future__ import annotations

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
from liangxing.ledger.models import Community, Entry
from liangxing.records.models import Record
from liangxing.reports.subject import path_of
from liangxing.reports.subject import said as said_of

from .living import act_said
from .models import Dispatch, Erratum, Quotation


@dataclass(frozen=True, slots=True)
class Echo:
    """A quotation that was sent, the record as it is now, and what the receiver was told last."""

    quotation: Quotation
    kind: type[Record]
    record: Record | None
    told: Erratum | None = None
    reason: str = ""

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
        """What is quoted: the column, as forms call it."""
        field: Any = self.kind._meta.get_field(self.quotation.column)
        return f"{self.kind._meta.verbose_name}, {field.verbose_name}"

    @property
    def path(self) -> str:
        """The page of the record, from the root; empty when it was struck out."""
        return path_of(self.record) if self.record else ""

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
        language = self.dispatch.language
        return self._words(None, language) == self._words(self.dispatch.known_at, language)

    @property
    def untold(self) -> bool:
        """Whether the receiver believes something else than what is recorded now."""
        language = self.dispatch.language
        return self._words(None, language) != self.believed(language)

    def believed(self, language: str) -> str:
        """What the receiver has, in words of *language*: as it was sent, or as it was when they were told since."""
        return self._words(self.told.recorded_at if self.told else self.dispatch.known_at, language)

    def erratum(self) -> Erratum:
        """That the receiver is told today."""
        return Erratum(quotation=self.quotation, reason=self.reason[:200], day=localdate())

    def _words(self, known_at: datetime | None, language: str) -> str:
        telling = self.record if known_at is None else _telling(self.kind, self.quotation, known_at)
        with override(language):
            return said_of(telling, self.quotation.column, known_at) if telling else _("struck out")


def _telling(kind: Any, quotation: Quotation, known_at: datetime | None) -> Record | None:
    told = kind._default_manager.known(known_at).filter(fact=quotation.quoted, community=quotation.community_id)
    found: Record | None = told.select_related("community").first()
    return found


def quotations(community: Community, **asked: Any) -> list[Quotation]:
    """The quotations that were sent and stand, with their documents; *asked*: conditions on their columns."""
    found = Quotation.objects.known().filter(community=community, dispatch__struck_at=None, **asked)
    return list(found.select_related("dispatch").order_by("-dispatch__day", "dispatch_id", "pk"))


def echoes(community: Community, some: Iterable[Quotation]) -> list[Echo]:
    """Each of *some* with its record as it is now, and the reason that one no longer holds."""
    some = list(some)
    known = Erratum.objects.known().filter(community=community, quotation__in=[each.fact for each in some])
    told = {erratum.quotation_id: erratum for erratum in known.order_by("recorded_at")}
    found = []
    for each in some:
        kind: Any = apps.get_model(each.kind)
        one = Echo(each, kind, _telling(kind, each, None), told.get(each.fact))
        found.append(one if one.holds else Echo(each, kind, one.record, one.told, _reason(kind, each.quoted)))
    return found


def _reason(kind: Any, fact: UUID) -> str:
    """The last act done to the fact, in words."""
    tellings = kind._default_manager.filter(fact=fact).values("pk")
    last = Entry.objects.filter(record__in=tellings).select_related("act").order_by("seq").last()
    return act_said(last.act) if last else ""
