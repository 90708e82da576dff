"""Everything that a cell of a form can be filled from, in the words of the list that the worker chooses from."""

from __future__ import annotations

from django.utils.translation import gettext as _

from liangxing.measures.measure import MEASURES

from .filling.facts import TITLES
from .models import FormField

Choice = tuple[str, str]  # where the value comes from, and the key of the figure or fact


def said(choice: Choice) -> str:
    """A choice in words."""
    source, key = choice
    if source == FormField.Source.MEASURE:
        return str(MEASURES[key].title) if key in MEASURES else key
    if source == FormField.Source.FACT:
        return str(TITLES.get(key, key))
    return _("left empty") if source == FormField.Source.NOTHING else _("asked each time")


def choices() -> dict[str, Choice]:
    """Every choice by its words; of two figures with one title, the second is told with its key."""
    found: dict[str, Choice] = {}
    fixed: list[Choice] = [(FormField.Source.ANSWER.value, ""), (FormField.Source.NOTHING.value, "")]
    facts: list[Choice] = [(FormField.Source.FACT.value, key) for key in TITLES]
    figures: list[Choice] = [(FormField.Source.MEASURE.value, key) for key in sorted(MEASURES)]
    for choice in fixed + facts + figures:
        words = said(choice)
        found[f"{words} ({choice[1]})" if words in found else words] = choice
    return found


def choice_of(text: str, known: dict[str, Choice]) -> Choice | None:
    """The choice that *text* names: by its words, or by the key of a figure."""
    if text in known:
        return known[text]
    key = text.rpartition("(")[2].rstrip(")") if text.endswith(")") else text
    return (FormField.Source.MEASURE.value, key) if key in MEASURES else None
