"""The page of all measures, written by the code: ``python manage.py figures_page``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import override

from liangxing.measures.measure import MEASURES, Ended, Expired, Fresh, Measure, Ratio, Stock

PAGE = Path(__file__).parents[2] / "docs" / "figures.md"


def lines() -> Iterator[str]:
    """The lines of the page: a table for each floor or room, in both languages."""
    yield "# Figures"
    yield ""
    yield f"All {len(MEASURES)} measures, as their declarations say. Written by `python manage.py figures_page`."
    for room in sorted({key.partition(".")[0] for key in MEASURES}):
        yield from ("", f"## {room}", "", "| measure | unit | what it is | in Chinese | how |", "|---|---|---|---|---|")
        for key in sorted(k for k in MEASURES if k.partition(".")[0] == room):
            yield _row(MEASURES[key])


def _row(measure: Measure | Ratio) -> str:
    with override("en"):
        says = f"**{measure.title}.** {measure.says}"
    with override("zh-hans"):
        chinese = f"{measure.title}"
    return f"| `{measure.key}` | `{measure.unit}` | {says} | {chinese} | {_how(measure)} |"


def _how(measure: Measure | Ratio) -> str:
    if isinstance(measure, Ratio):
        return f"`{measure.part}` / `{measure.whole}`"
    fold = type(measure.fold).__name__.lower()
    column = "" if fold == "rows" else f" of `{measure.fold.column}`"
    shapes = ((Fresh, "not expired"), (Expired, "expired"), (Stock, "standing"), (Ended, "ended in the period"))
    shape = next((words for of, words in shapes if isinstance(measure, of)), "in the period")
    return f"{fold}{column}, `{measure.of._meta.label_lower}` {shape}"


def text() -> str:
    """The whole page."""
    return "\n".join(lines()) + "\n"
