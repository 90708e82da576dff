"""7.2.5: a document number has its year in tortoise-shell brackets, no idle zeros, and no word before its number."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import pattern
from liangxing.reports.format.sorts import Sort

RULE = Rule("7.2.5", gettext_lazy("Form of the document number"))
OPEN, CLOSE = "\u3014", "\u3015"


def check(text: Text) -> Iterator[Told]:
    """Brackets, year of four digits, number without zeros before it."""
    for part in text.of(Sort.NUMBER):
        found = pattern("document_number").match(part.line.plain)
        if found is None:
            continue
        right = f"{found['agency']}{OPEN}{found['year']}{CLOSE}{int(found['serial'])}" + part.line.plain[-1]
        faults = [
            (found["open"] != OPEN or found["close"] != CLOSE, _("the year does not stand in tortoise-shell brackets")),
            (len(found["year"]) != 4, _("the year has not four digits")),
            (found["serial"].startswith("0"), _("the number has zeros before it")),
            (bool(found["no"]), _("a word stands before the number")),
        ]
        if said := [words for fault, words in faults if fault]:
            yield Told(
                _("Document number: %(said)s.") % {"said": _("; ").join(said)},
                _("Write it as %(right)s.") % {"right": right},
                part.line,
            )
