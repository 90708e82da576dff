"""The ask bill: what was asked of the community, as a document for those to whom the departments answer."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from liangxing.kernel.period import Period
from liangxing.kernel.quantity import number
from liangxing.ledger.models import Community
from liangxing.reports.admission.terms import refused
from liangxing.reports.blocks import Block, Document, Heading, Paragraph, Run, TableBlock
from liangxing.reports.forms.models import Form

from .arithmetic import Asked, Cost, asked_twice, by_asker, by_form, cost, facts
from .gather import returns

MOST = 20  # facts in the bill: whoever reads it wants the heaviest, and the page has them all


def bill(community: Community, period: Period, language: str) -> Document:
    """The bill of *community* for the returns of *period*."""
    with override(language):
        some = returns(community, period)
        asked = facts(some)
        name = community.name if language == "zh-hans" else community.name_en or community.name
        blocks: list[Block] = [
            _text(_opening(period, cost(some), len(by_asker(some)), len(by_form(some)))),
            *_twice(asked_twice(asked)),
            *_costs(_("By department"), by_asker(some), forms=False),
            *_costs(_("By form"), by_form(some), forms=True),
            *_share(asked),
            *_out_of_order(community),
            _text(_("All of it is computed from the register of forms and the records of their returns. It measures "
                    "forms and departments, and no person.")),
        ]  # fmt: skip
        return Document(
            key="ask-bill",
            title=_("What was asked of us: a bill of forms"),
            issuer=_("Residents' Committee of %(name)s") % {"name": name},
            day=period.last,
            language=language,
            address=f"{settings.LIANGXING_URL}/{community.code}/reports/burden/",
            blocks=tuple(blocks),
            stated=(),
        )


def _text(text: str) -> Paragraph:
    return Paragraph((text,))


def minutes_said(minutes: Decimal | None) -> str:
    """Minutes as a whole number; a dash when nobody knows."""
    return "—" if minutes is None else number(minutes.quantize(Decimal(1), ROUND_HALF_UP))


def _opening(period: Period, whole: Cost, askers: int, forms: int) -> str:
    told = {
        "first": date_format(period.first),
        "last": date_format(period.last),
        "askers": askers,
        "forms": forms,
        "times": whole.times,
        "cells": number(whole.cells),
        "itself": number(whole.itself),
        "typed": number(whole.typed),
        "minutes": minutes_said(whole.minutes),
    }
    said = _(
        "From %(first)s to %(last)s, %(askers)s departments asked us for %(forms)s forms, which we returned %(times)s "
        "times: %(cells)s cells. %(itself)s of them filled themselves from records; %(typed)s were typed, in "
        "%(minutes)s minutes."
    )
    more = _(" Of %(n)s returns nobody has noted the minutes.") % {"n": whole.untold} if whole.untold else ""
    return said % told + more


def _twice(asked: Sequence[Asked]) -> list[Block]:
    if not asked:
        return []
    header = (_("fact"), _("asked by"), _("times"), _("would do"), _("minutes typed"))
    rows = [
        (
            one.label,
            _("; ").join(f"{asker} {n}" for asker, n in one.askers.items()),
            str(one.times),
            str(one.enough),
            minutes_said(one.minutes),
        )
        for one in asked[:MOST]
    ]
    return [Heading(1, _("The same fact, asked by several forms")), _table(header, rows)]


def _costs(title: str, costs: Sequence[Cost], *, forms: bool) -> list[Block]:
    if not costs:
        return []
    header = (
        _("form") if forms else _("asked by"),
        _("times returned"),
        _("number of cells"),
        _("typed"),
        _("minutes typed"),
    )
    rows = [
        (f"{one.name} ({one.asker})" if forms else one.name, str(one.times), number(one.cells), number(one.typed),
         minutes_said(one.minutes))
        for one in costs
    ]  # fmt: skip
    return [Heading(1, title), _table(header, rows)]


def _share(asked: Sequence[Asked]) -> list[Block]:
    """What need not be asked: facts that others ask for too, and facts that stand in our records."""
    spare = sum(one.spare for one in asked)
    recorded = [one for one in asked if one.recorded]
    if not spare and not recorded:
        return []
    parts: list[Block] = [Heading(1, _("What could be shared"))]
    if spare:
        words = _(
            "If departments shared the answers, %(spare)s of %(times)s askings would fall away, and nobody would lack "
            "a figure."
        )
        parts.append(_text(words % {"spare": number(spare), "times": number(sum(one.times for one in asked))}))
    if recorded:
        words = _("%(n)s of the %(all)s things that were asked stand in our records, and are open to read.")
        parts.append(_text(words % {"n": len(recorded), "all": len(asked)}))
    return parts


def _out_of_order(community: Community) -> list[Block]:
    """Forms that are asked for without authority or outside their term."""
    some = [(form, why) for form in Form.objects.known().filter(community=community) if (why := refused(form))]
    if not some:
        return []
    header = (_("form"), _("asked by"), _("authority"), _("why"))
    rows = [
        (form.title, form.asked_by, form.authority or "—", str(why.label))
        for form, why in sorted(some, key=lambda each: each[0].code)
    ]
    return [Heading(1, _("Forms that are not in order")), _table(header, rows)]


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> TableBlock:
    cells: list[tuple[tuple[Run, ...], ...]] = [tuple((cell,) for cell in row) for row in rows]
    return TableBlock(header, tuple(cells))
