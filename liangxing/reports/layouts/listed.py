"""The list of fields as people read it: both names, what is written in the layout, and what it says now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from liangxing.kernel.language import CHINESE, ENGLISH
from liangxing.kernel.period import Period
from liangxing.kernel.quantity import say
from liangxing.ledger.models import Community
from liangxing.measures.figures import figures
from liangxing.measures.measure import MEASURES

from .fields import Field, Fields, Sort, is_list
from .fill import words_of
from .lists import columns
from .syntax import words
from .word import word

LONGEST = 60  # characters of a chapter that are shown


def rows_of(fields: Fields, community: Community) -> Iterator[dict[str, Any]]:
    """Every field: ``written`` is what stands in the layout, ``now`` what it says."""
    keys = [field.key for field in fields.all if field.sort is Sort.FIGURE]
    values = figures(keys, community, Period.until(fields.document.day))
    shown = {stated.claim.measure: stated.shown for stated in reversed(fields.document.stated)}
    for field in fields.all:
        now = _now(field, fields, community)
        if field.sort is Sort.FIGURE:
            value = values[field.key]
            unit = MEASURES[field.key].unit
            now = _("not recorded") if value is None else say(value, unit, fields.document.language)
            now = shown.get(field.key, now)
        yield {
            "field": field,
            "zh": field.names.get(CHINESE, ""),
            "en": field.names.get(ENGLISH, ""),
            "written": "{{" + fields.named(field.key) + "}}",
            "now": now,
        }


def _now(field: Field, fields: Fields, community: Community) -> str:
    if field.sort is Sort.WORD:
        return word(field.key, fields.document, community)
    text = " ".join(words_of(block) for block in fields.under(field.key))
    return text[:LONGEST] + ("…" if len(text) > LONGEST else "")


def lists_of(fields: Fields) -> Iterator[dict[str, Any]]:
    """Every list that a layout may go through: how it is opened, and the names of its columns."""
    said, language = words()["shown"], fields.document.language
    for field in fields.all:
        if field.sort is Sort.FIGURE and is_list(field.key):
            kind = MEASURES[field.key].counted[0].of
            named = {column.name: str(column.verbose_name) for column in columns(kind).values()}
            yield {
                "written": "{{" + f"{said['each'][language]} {fields.named(field.key)}" + "}}",
                "closed": "{{" + said["end"][language] + "}}",
                "columns": ["{{" + name + "}}" for name in named.values()],
            }
