"""Which fields a report's layout may use: its words, its chapters, every figure, and lists of records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy, override
from rapidfuzz import process

from liangxing.kernel.language import CHINESE, ENGLISH
from liangxing.measures.measure import MEASURES, Ratio
from liangxing.reports.blocks import Block, Document, Heading
from liangxing.reports.lint import NUMERALS

NEAR = 60  # of 100: how alike a name must be to be suggested
BODY, OPENING = "body", "opening"
WORDS = {
    "title": gettext_lazy("title of the report"),
    "issuer": gettext_lazy("who signs"),
    "day": gettext_lazy("day of the report"),
    "community": gettext_lazy("name of the community"),
    "address": gettext_lazy("address of its page"),
    "year": gettext_lazy("year of the report"),
    BODY: gettext_lazy("whole text"),
    OPENING: gettext_lazy("text before the first heading"),
}


class Sort(Enum):
    """What a field gives: a word, a figure that stays a claim, or whole paragraphs."""

    WORD = "word"
    FIGURE = "figure"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its key, and its names by language. ``stated``: the report itself has it."""

    key: str
    names: dict[str, str]
    sort: Sort
    stated: bool = False


def both(words: Any) -> dict[str, str]:
    """A lazy text in both languages."""
    found = {}
    for language in (CHINESE, ENGLISH):
        with override(language):
            found[language] = str(words)
    return found


def plain(name: str) -> str:
    """A name as it is compared: without blanks at its ends, in lower case."""
    return " ".join(name.split()).casefold()


def heading_of(block: Block) -> str | None:
    """The name of the part that *block* opens; ``None`` when it opens none."""
    if isinstance(block, Heading):
        return block.text
    return getattr(block, "title", None)


def chapters(blocks: Iterable[Block]) -> dict[str, list[Block]]:
    """What stands under each heading, without what stands under lower ones; two headings alike are counted."""
    found: dict[str, list[Block]] = {"": []}
    here = ""
    for block in blocks:
        if (named := heading_of(block)) is None:
            found[here].append(block)
            continue
        here, n = named, 2
        while here in found:
            here, n = f"{named} {NUMERALS[n] if n < len(NUMERALS) else n}", n + 1
        found[here] = []
    return found


class Fields:
    """The fields of one report, found by any of their names."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.chapters = chapters(document.blocks)
        stated = {each.claim.measure for each in document.stated}
        self.all = [*self._words(), *self._blocks(), *self._figures(stated)]
        self._named: dict[str, Field] = {}
        twice = set()
        for field in reversed(self.all):  # words of the report go before figures that are called alike
            for name in {plain(field.key), *map(plain, field.names.values())}:
                if name in self._named and self._named[name].sort is field.sort is Sort.FIGURE:
                    twice.add(name)
                self._named[name] = field
        for name in twice - {plain(field.key) for field in self.all}:
            del self._named[name]

    @staticmethod
    def _words() -> Iterator[Field]:
        for key, words in WORDS.items():
            yield Field(key, both(words), Sort.BLOCK if key in (BODY, OPENING) else Sort.WORD, stated=True)

    def _blocks(self) -> Iterator[Field]:
        for name, blocks in self.chapters.items():
            if name and blocks:
                yield Field(name, {self.document.language: name}, Sort.BLOCK, stated=True)

    @staticmethod
    def _figures(stated: set[str]) -> Iterator[Field]:
        for key, measure in sorted(MEASURES.items(), key=lambda told: told[0] not in stated):
            yield Field(key, both(measure.title), Sort.FIGURE, stated=key in stated)

    def under(self, key: str) -> list[Block]:
        """The blocks that the field *key* gives."""
        return list(self.document.blocks) if key == BODY else self.chapters.get("" if key == OPENING else key, [])

    def find(self, name: str) -> Field | None:
        """The field called *name*: by its key, or by its name in either language."""
        return self._named.get(plain(name))

    def near(self, name: str, more: Iterable[str] = ()) -> str:
        """The name most like *name*, of a field or one of *more*; empty when none is."""
        found = process.extractOne(plain(name), [*more, *self._named], score_cutoff=NEAR)
        return found[0] if found else ""

    def named(self, key: str) -> str:
        """How the field *key* is best called in the report's language: by its name when that is its alone."""
        field = next(field for field in self.all if field.key == key)
        name = field.names.get(self.document.language, key)
        return name if self.find(name) is field and not set(name) & set("|{}") else key


def is_list(key: str) -> bool:
    """Whether the records behind the measure *key* may be gone through: not those that are confidential."""
    measure = MEASURES[key]
    return not isinstance(measure, Ratio) and not measure.of.confidential
