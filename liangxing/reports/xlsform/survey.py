"""A survey as an XLSForm tells it: questions in their order, within groups and repeats; nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Sort(Enum):
    """What kind of answer a question takes."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DAY = "day"
    TIME = "time"
    MOMENT = "moment"
    ONE = "one"  # of a list of choices
    SEVERAL = "several"
    NOTE = "note"  # says something and takes no answer
    COMPUTED = "computed"
    BESIDE = "beside"  # told by the device: when it began, which telephone
    FILE = "file"  # a picture, a sound, a film
    WHERE = "where"  # a point, a line, an area
    UNKNOWN = "unknown"  # no XLSForm that we know has it


NAMES: Mapping[Sort, str] = {
    Sort.TEXT: "text string barcode",
    Sort.WHOLE: "integer int range",
    Sort.DECIMAL: "decimal percentage",
    Sort.DAY: "date",
    Sort.TIME: "time",
    Sort.MOMENT: "datetime",
    Sort.ONE: "select_one select_one_from_file select_one_external select1",
    Sort.SEVERAL: "select_multiple select_multiple_from_file rank",
    Sort.NOTE: "note acknowledge trigger",
    Sort.COMPUTED: "calculate calculate_here hidden",
    Sort.BESIDE: "start end today deviceid subscriberid simserial phonenumber username email audit start-geopoint "
    "background-audio background-geopoint xml-external csv-external",
    Sort.FILE: "image photo audio video file",
    Sort.WHERE: "geopoint geotrace geoshape gps location osm",
}
_SORTS = {name: sort for sort, names in NAMES.items() for name in names.split()}
CODE = re.compile(r"\(([\w-]+)\)\s*$")  # "Chinese (zh)": the code of a language behind its name


def sort_of(told: str) -> tuple[Sort, str]:
    """The sort that the *told* type names, and the list of choices that it takes, if it takes one.

    >>> sort_of("select_one yes_no"), sort_of("Select One yes_no"), sort_of("thermometer")[0].value
    ((<Sort.ONE: 'one'>, 'yes_no'), (<Sort.ONE: 'one'>, 'yes_no'), 'unknown')
    """
    words = re.sub(r"^select (one|multiple)\b", r"select_\1", told.strip(), flags=re.IGNORECASE).split()
    if not words:
        return Sort.UNKNOWN, ""
    sort = _SORTS.get("".join(words).lower()) or _SORTS.get(words[0].lower(), Sort.UNKNOWN)
    return sort, words[1] if sort in (Sort.ONE, Sort.SEVERAL) and len(words) > 1 else ""


@dataclass(frozen=True, slots=True)
class Said:
    """A text in the languages of the form, by the name of each; the plain one under an empty name."""

    texts: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, language: str = "", otherwise: str = "") -> str:
        """The text in *language* (a code such as ``zh``), else in the form's own, else in any."""
        for name, text in self.texts.items():
            code = CODE.search(name)
            if text and language and code and code[1].lower().startswith(language.lower()[:2]):
                return text
        return self.texts.get("") or next(filter(None, self.texts.values()), otherwise)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a list: its name in the data, and its label."""

    name: str
    label: Said


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that stand together; ``repeat``: they are asked again for each one of something."""

    name: str
    label: Said
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the survey sheet. ``within``: its groups from outside in; ``row``: the whole row as it was told."""

    name: str
    sort: Sort
    type: str
    label: Said
    hint: Said = field(default_factory=Said)
    choices: str = ""
    within: tuple[Group, ...] = ()
    row: Mapping[str, str] = field(default_factory=dict)

    @property
    def repeat(self) -> str:
        """The innermost repeat that it lies in; empty when it is asked once."""
        return next((group.name for group in reversed(self.within) if group.repeat), "")

    @property
    def asks(self) -> bool:
        """Whether somebody must answer it: a person, or our records for them."""
        return self.sort not in (Sort.NOTE, Sort.COMPUTED, Sort.BESIDE)

    @property
    def path(self) -> tuple[str, ...]:
        """Where its answer stands in a submission."""
        return (*(group.name for group in self.within), self.name)


@dataclass(frozen=True, slots=True)
class Survey:
    """A whole XLSForm. ``settings``: its settings sheet; ``choices``: its lists by name."""

    key: str
    title: str
    version: str
    questions: tuple[Question, ...]
    choices: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that take an answer from people."""
        return tuple(q for q in self.questions if q.asks)

    @property
    def unknown(self) -> tuple[Question, ...]:
        """Questions of a type that no XLSForm we know has: kept, asked as text, and said."""
        return tuple(q for q in self.questions if q.sort is Sort.UNKNOWN)

    def of(self, name: str) -> Question:
        """The question *name*; ``KeyError`` when there is none."""
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)

    def repeats(self) -> Iterator[tuple[str, tuple[Question, ...]]]:
        """Each repeat and the questions asked in it."""
        names = dict.fromkeys(q.repeat for q in self.asked if q.repeat)
        for name in names:
            yield name, tuple(q for q in self.asked if q.repeat == name)
