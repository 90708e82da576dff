"""The erratum as a document: what one receiver has, what it is now, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from liangxing.ledger.models import Community
from liangxing.reports.blocks import Block, Document, Paragraph, TableBlock

from .standing import Standing


def erratum(community: Community, receiver: str, broken: Sequence[Standing], day: date, language: str) -> Document:
    """The letter to *receiver* on *day* about *broken*, which are all of documents sent there."""
    with override(language):
        name = community.name if language == "zh-hans" else community.name_en or community.name
        opening = _(
            "%(receiver)s: figures that we sent you are no longer what our records say. Below stands, for each, what "
            "you have, what it is now, and why. Please put them right where you used them."
        ) % {"receiver": receiver}
        header = (_("document"), _("sent on"), _("figure"), _("you have"), _("it is now"), _("why"))
        rows = tuple(tuple((cell,) for cell in _row(each, language)) for each in broken)
        closing = _("Each figure opens to its records at the address below.")
        blocks: tuple[Block, ...] = (Paragraph((opening,)), TableBlock(header, rows), Paragraph((closing,)))
        return Document(
            key="erratum",
            title=_("Erratum"),
            issuer=_("Residents' Committee of %(name)s") % {"name": name},
            day=day,
            language=language,
            address=f"{settings.LIANGXING_URL}/{community.code}/reports/sent/{broken[0].dispatch.pk}/",
            blocks=blocks,
            stated=(),
        )


def _row(each: Standing, language: str) -> tuple[str, ...]:
    sent = each.dispatch
    return sent.title, str(sent.day), each.title, each.believed(language), each.now_said, each.reason
