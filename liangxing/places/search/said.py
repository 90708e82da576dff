"""What is public and stands in the program itself: measures, clauses, reports, pages. Few enough to be read whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.language import nearest
from liangxing.measures.measure import MEASURES
from liangxing.measures.said import in_texts
from liangxing.reports.books import of_community
from liangxing.standards.reading import books as standards

from .words import Asked, fold

LANGUAGES = ("zh-hans", "en")
PAGES = (
    ("board.read", _("Board")),
    ("board.map.read", _("Map")),
    ("board.pictures.read", _("A year in pictures")),
    ("board.coming.read", _("Activities to come")),
    ("figures.read", _("All figures")),
    ("standards.read", _("Standards")),
    ("reports.read", _("Reports")),
    ("rooms.read", _("Records")),
)
SORTS = {"page": _("Page"), "figure": _("Figure"), "clause": _("Clause of a standard"), "report": _("Report")}


@dataclass(frozen=True, slots=True)
class Said:
    """Something that can be found: where its page is (a route and what it takes), and its words by language.

    ``also``: other words by which it is found, which nobody is shown.
    """

    sort: str
    route: str
    args: tuple[str, ...]
    title: dict[str, str]
    text: dict[str, str]
    also: str = ""
    part: str = ""

    def compared(self) -> str:
        """All its words as they are compared."""
        return fold(" \n ".join((*self.title.values(), *self.text.values(), self.also)))

    def in_words(self) -> tuple[str, str]:
        """Title and text in the language of the moment."""
        language = nearest(get_language())
        return self.title[language], self.text.get(language, "")

    def href(self, community: str) -> str:
        """Its address in a community."""
        return reverse(self.route, args=[community, *self.args]) + self.part


def find(asked: Asked) -> list[Said]:
    """What holds every run of the question, by sort; within a sort as it was declared."""
    return [said for said, told in _everything() if asked.within(told)]


@cache
def _everything() -> list[tuple[Said, str]]:
    every = [*_pages(), *_figures(), *_clauses(), *_reports()]
    return [(said, said.compared()) for said in every]


def _both(words: Any) -> dict[str, str]:
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[language] = str(words)
    return found


def _pages() -> Iterator[Said]:
    for route, title in PAGES:
        try:
            reverse(route, args=["0"])
        except NoReverseMatch:
            continue
        yield Said("page", route, (), _both(title), {})


def _figures() -> Iterator[Said]:
    for key, measure in MEASURES.items():
        aliases = " ".join(in_texts().get(key, {}).get("names", ()))
        yield Said("figure", "figure.read", (key,), _both(measure.title), _both(measure.says), aliases)


def _clauses() -> Iterator[Said]:
    for book in standards().values():
        for clause in book.clauses:
            title = {language: f"{book.title[language]} {clause.number}" for language in LANGUAGES}
            text = {language: clause.text.get(language, "") for language in LANGUAGES}
            past = f"?day={clause.after - timedelta(days=1)}" if clause.after <= localdate() else ""
            part = f"{past}#c-{clause.number}"
            yield Said("clause", "standard.read", (book.key,), title, text, book.number, part)


def _reports() -> Iterator[Said]:
    for book in of_community().values():
        title = {language: book.called(language, "").strip(" :\uff1a") for language in LANGUAGES}
        yield Said("report", "report.read", (book.key,), title, {})
