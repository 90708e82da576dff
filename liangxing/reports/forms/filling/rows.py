"""The repeated rows of a form: a row for each record that stands, or happened, in the period."""

from __future__ import annotations

from datetime import datetime, time
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.records.kinds import Kind, kinds
from liangxing.records.models import Records, Spell
from liangxing.records.tables.rows import clear, value_of
from liangxing.records.visit import Eyes
from liangxing.reports.forms.matching.kinds import NUMBER, read_columns
from liangxing.reports.forms.models import FormRows
from liangxing.reports.forms.workbook.write import Value

MOST = 5_000  # rows in one part of a form: more is a register, and no form


def lines(
    told: FormRows, community: Community, period: Period, *, eyes: Eyes, known_at: datetime | None = None
) -> list[dict[str, Value | None]]:
    """For each row, what stands in which column (by its letters); none for a kind that *eyes* do not see."""
    if told.kind not in kinds() or not eyes.may("list", kinds()[told.kind].model):
        return []
    kind, columns = kinds()[told.kind], read_columns(told.columns)
    shown = {c: n for c, n in columns.items() if n == NUMBER or clear(kind, kind.model._meta.get_field(n), eyes)}
    found = _records(kind, list(shown.values()), community, period, known_at)
    rows = list(eyes.narrow(found)[: MOST + 1])
    if len(rows) > MOST:
        words = _("There are more than %(n)s %(kind)s: a form cannot list them all.")
        raise Refused(words % {"n": MOST, "kind": kind.model._meta.verbose_name_plural})
    return [
        {column: n if name == NUMBER else _cell(value_of(row, name)) for column, name in shown.items()}
        for n, row in enumerate(rows, start=1)
    ]


def _records(
    kind: Kind, fields: list[str], community: Community, period: Period, known_at: datetime | None
) -> Records[Any]:
    """What stood at the end of the period, or happened within it, in the order in which people look things up."""
    model = kind.model
    every = model._default_manager.known(known_at).filter(community=community)
    rows = every.standing_on(period.last) if issubclass(model, Spell) else every.within(period)
    related = [name for name in fields if name != NUMBER and model._meta.get_field(name).is_relation]
    order = model.natural[:1] if issubclass(model, Spell) and model.natural else ("day", *model.natural[:1])
    return rows.select_related(*related).order_by(*order, "pk")


def _cell(value: Any) -> Value | None:
    """What a cell keeps of a value: nothing of what is unknown."""
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return value.normalize() if value != value.to_integral() else Decimal(int(value))
    return value if value not in ("", None) else None
