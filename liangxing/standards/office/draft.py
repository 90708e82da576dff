"""From a table to a book: each row bound to a figure, as the file says, as was confirmed before, or as is suggested."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import override

from liangxing.kernel.language import CHINESE, ENGLISH
from liangxing.kernel.period import EVER
from liangxing.kernel.quantity import convert, units
from liangxing.measures.measure import MEASURES
from liangxing.records.tables.cells import read_day
from liangxing.records.tables.words import plain
from liangxing.standards.book import FOREVER, SPANS, Book, Clause, Level, Test

from .matching import called, named, suggested
from .table import ClauseLines, Fault, Line, Table
from .thresholds import Doubt, Threshold, half, read, written
from .words import words

INFO = ("title", "title_en", "issuer", "number", "source", "first", "after", "honours", "remark")
NEEDED = ("title", "issuer", "source", "first")
LONGEST = {"number": 20, "part": 80, "text": 1000, "text_en": 1500, "who": 80, "source": 200, "needs": 300}


class Ground(Enum):
    """By what a row came to its figure."""

    CHOSEN = "chosen"  # on the page
    FILE = "file"  # the table names it
    BEFORE = "before"  # an earlier edition has the same words, and was confirmed
    SUGGESTED = "suggested"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Bound:
    """A row and its figure; ``index`` numbers the rows; ``wrong``: why it cannot be held against the figure."""

    index: int
    line: Line
    measure: str
    ground: Ground
    others: tuple[str, ...]
    asked: str
    span: str
    test: Test | None
    doubts: tuple[Doubt, ...] = ()
    wrong: str = ""

    @property
    def shown(self) -> str:
        """The figure as it stands in the field: its title and key."""
        return called(self.measure) if self.measure else ""

    @property
    def suggestions(self) -> list[str]:
        """Other figures that it may be."""
        return [called(key) for key in self.others if key != self.measure]


@dataclass(slots=True)
class Draft:
    """A standard as it would be kept, and all that is wrong with it."""

    info: dict[str, str]
    levels: tuple[Level, ...] = ()
    rows: list[tuple[ClauseLines, list[Bound], Clause | None]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    missing: tuple[str, ...] = ()

    @property
    def wrong(self) -> bool:
        """Whether it cannot be kept as it is."""
        return bool(self.faults or self.missing or any(b.wrong for _row, some, _clause in self.rows for b in some))

    @property
    def suggested(self) -> int:
        """How many figures are only suggested."""
        return sum(b.ground is Ground.SUGGESTED for _row, some, _clause in self.rows for b in some)

    @property
    def clauses(self) -> list[Clause]:
        """The clauses that could be read."""
        return [clause for _row, _some, clause in self.rows if clause]

    def book(self, key: str, family: str) -> Book:
        """The draft as a book, for looking at what it would find."""
        first, after = day_of(self.info["first"]) or EVER, day_of(self.info["after"]) or FOREVER
        parts = {c.part: {CHINESE: c.part} for c in self.clauses if c.part}
        for row, _some, clause in self.rows:
            if clause and clause.part and row.said.get("part_en"):
                parts[clause.part][ENGLISH] = row.said["part_en"]
        return Book(
            key=key, title=in_both(self.info["title"], self.info["title_en"]), note=in_both(self.info["remark"], ""),
            parts=parts, official=False, number=self.info["number"], issuer=self.info["issuer"],
            source=self.info["source"], first=first, after=after, points=None, clauses=tuple(self.clauses),
            family=family, honours=self.info["honours"], levels=self.levels, given=True,
        )  # fmt: skip


Wrong = Callable[[str, str], None]  # told the name of a column, and why
Known = Mapping[str, str]  # the words of a clause, compared plainly, and the figure that was confirmed for them


def draft(table: Table, told: Mapping[str, str], known: Known) -> Draft:
    """What *table* says, with what was *told* on the page in its place; *known*: bindings of earlier editions."""
    info = {name: told.get(f"info-{name}", table.info.get(name, "")).strip() for name in INFO}
    made = Draft(info)
    made.missing = tuple(name for name in NEEDED if not info[name])
    first, after = _term(made, table)
    made.levels = _levels(made, table)
    index = 0
    for row in table.clauses:
        some = []
        for line in row.asks:
            some.append(_bind(table, index, row, line, told, known))
            index += 1
        made.rows.append((row, some, _clause(made, table, row, some, (first, after))))
    _once(made, table)
    return made


def day_of(text: str) -> date | None:
    """The day that *text* is; ``None`` when it is none."""
    try:
        return date.fromisoformat(read_day(text).read_as)
    except ValueError:
        return None


def in_both(chinese: str, english: str) -> dict[str, str]:
    """A text by language; what was not told is not there."""
    return {language: text for language, text in ((CHINESE, chinese), (ENGLISH, english)) if text}


def _term(made: Draft, table: Table) -> tuple[date, date]:
    for name in ("first", "after"):
        if made.info[name] and day_of(made.info[name]) is None:
            made.faults.append(Fault(table.sheet, 0, "", _("“%s” is no day; write 2026-01-01.") % made.info[name]))
    first, after = day_of(made.info["first"]) or EVER, day_of(made.info["after"]) or FOREVER
    if first >= after:
        made.faults.append(Fault(table.sheet, 0, "", _("it ends before it begins")))
    return first, after


def _levels(made: Draft, table: Table) -> tuple[Level, ...]:
    found = []
    for title, english, points in table.levels:
        number = "".join(c for c in half(points) if c.isdecimal())
        if number:
            found.append(Level(in_both(title, english), int(number)))
        else:
            why = _("the level “%(title)s” needs points, such as 80; there stands “%(points)s”")
            made.faults.append(Fault(table.sheet, 0, "", why % {"title": title, "points": points}))
    return tuple(sorted(found, key=lambda level: -level.at_least))


def _bind(table: Table, index: int, row: ClauseLines, line: Line, told: Mapping[str, str], known: Known) -> Bound:
    """The figure and the threshold of one row."""
    asked = told.get(f"asked-{index}", line.said["asked"]).strip()
    text = row.said.get("text", "")
    threshold = read(asked) or (read(text) if f"asked-{index}" not in told and not asked else None)
    unit = threshold.unit if threshold else ""
    others = tuple(suggested(text, unit))
    typed = told.get(f"measure-{index}")
    said = line.said["measure"] if typed is None else typed
    if said.strip():
        key, ground = named(said), Ground.FILE if typed is None else _as_before(told, index)
        if not key:
            why = _("there is no figure “%s”: choose one from the list, or leave it empty") % said
            return Bound(index, line, "", ground, others, asked, "", None, wrong=why)
    elif typed is not None:
        key, ground = "", Ground.CHOSEN
    elif threshold and (before := known.get(plain(text))) in MEASURES:
        key, ground = str(before), Ground.BEFORE
    else:
        # A table that names figures leaves a row without one on purpose.
        key = next((k for k in others if not fit(k, threshold, "year")[1]), "") if threshold and not table.names else ""
        ground = Ground.SUGGESTED if key else Ground.NONE
    span = _span(told.get(f"span-{index}") or line.said["span"], threshold, text)
    if not key:
        return Bound(index, line, "", ground, others, asked, span, None)
    test, wrong = fit(key, threshold, span or "year")
    shown = written(test.rule, test.numbers, share=MEASURES[key].unit == "1") if test else asked
    doubts = threshold.doubts if threshold else ()
    return Bound(index, line, key, ground, others, shown, span or "year", test, doubts, wrong)


def _as_before(told: Mapping[str, str], index: int) -> Ground:
    """How a row came to its figure, when the page sends it back: a suggestion that was left alone is still one."""
    same = told.get(f"was-{index}") == told[f"measure-{index}"]
    grounds = {ground.value: ground for ground in Ground}
    return grounds.get(told.get(f"ground-{index}", ""), Ground.CHOSEN) if same else Ground.CHOSEN


def _span(said: str, threshold: Threshold | None, text: str) -> str:
    """The span: as its key, by the words of its column, of the threshold, or of the clause."""
    if said in SPANS:
        return said
    for some in (said, text):
        for span, known in words()["spans"].items():
            if some and any(word in half(some) for word in known):
                return str(span)
        if threshold and threshold.span:
            return threshold.span
    return ""


def fit(key: str, threshold: Threshold | None, span: str) -> tuple[Test | None, str]:
    """The test that holds *threshold* against the measure *key*, or why it does not fit."""
    measure = MEASURES[key]
    told = {"title": measure.title, "unit": units()[measure.unit].words[CHINESE] or "%"}
    if threshold is None:
        return None, _("what is asked cannot be read: write it as ≥ 3, > 10, ≤ 5, = 0, 3-5 or 2/3")
    if threshold.share and measure.unit != "1":
        return None, _("a share is asked, but “%(title)s” is counted in %(unit)s") % told
    if measure.unit == "1" and not threshold.share and any(n > 1 for n in threshold.numbers):
        return None, _("“%(title)s” is a share: write the number as per cent, such as 80%%") % told
    numbers = threshold.numbers
    code, _star, factor = words()["units"].get(threshold.unit, "").partition("*")
    if code and measure.unit != "1":
        if units()[code].of != units()[measure.unit].of:
            return None, _("“%(title)s” is counted in %(unit)s, not in %(asked)s") % {**told, "asked": threshold.unit}
        per = Fraction(convert(1, code, measure.unit)) * Fraction(factor or 1)
        numbers = tuple(n * per for n in numbers)
    return Test(key, threshold.rule, numbers, span), ""


def _clause(made: Draft, table: Table, row: ClauseLines, some: list[Bound], term: tuple[date, date]) -> Clause | None:
    """The clause, or ``None`` with its faults told."""
    before = len(made.faults)
    said = {name: row.said.get(name, "") for name in words()["headers"]}

    def wrong(column: str, why: str) -> None:
        made.faults.append(table.fault(row.row, column, why))

    for name in ("number", "text"):
        if not said[name]:
            wrong(name, _("%s is missing") % words()["headers"][name][0])
    for name, most in LONGEST.items():
        if len(said[name]) > most:
            wrong(name, _("longer than %s characters: shorten it") % most)
    points, effort = (_whole(said[name], name, wrong) for name in ("points", "effort_min"))
    first, after, by = (_day(said[name], name, wrong) for name in ("first", "after", "by"))
    stated = {plain(word): key for key, some in words()["status"].items() for word in some}
    status = stated.get(plain(said["status"]), "read")
    if len(made.faults) > before:
        return None
    tests = tuple(bound.test for bound in some if bound.test)
    return Clause(
        number=said["number"], part=said["part"], text=in_both(said["text"], said["text_en"]), tests=tests,
        source=said["source"] or made.info["source"] or "-", status=status, points=points,
        evidence=_several(said["evidence"]), first=first or term[0], after=after or term[1],
        needs={} if tests else _needs(said), effort_min=effort, follows=_several(said["follows"]),
        who=in_both(said["who"], said["who_en"]), by=by,
    )  # fmt: skip


def _several(text: str) -> tuple[str, ...]:
    parts = re.split("[,;\u3001]", half(text))
    return tuple(part.strip() for part in parts if part.strip())


def _needs(said: Mapping[str, str]) -> dict[str, str]:
    """What would have to be recorded; where the table does not say it, that no figure is bound."""
    found = {}
    for language, name in ((CHINESE, "needs"), (ENGLISH, "needs_en")):
        with override(language):
            found[language] = said[name] or _("No figure is bound to this clause: it is judged by hand.")
    return found


def _whole(text: str, name: str, wrong: Wrong) -> int | None:
    plainly = half(text).removesuffix("\u5206\u949f").removesuffix("\u5206").strip()
    if not plainly:
        return None
    if not plainly.isdecimal() or int(plainly) > 32767:
        wrong(name, _("“%s” is no whole number; write 5. Half points: double all points.") % text)
        return None
    return int(plainly)


def _day(text: str, name: str, wrong: Wrong) -> date | None:
    day = day_of(text) if text else None
    if text and day is None:
        wrong(name, _("“%s” is no day; write 2026-01-01.") % text)
    return day


def _once(made: Draft, table: Table) -> None:
    """Of one number only one text is in force at a time."""
    seen: dict[str, list[tuple[int, Clause]]] = {}
    for row, _some, clause in made.rows:
        if clause is None:
            continue
        for there, other in seen.get(clause.number, []):
            if clause.first < other.after and other.first < clause.after:
                why = _("the number %(number)s stands in row %(row)s already, for the same time")
                made.faults.append(table.fault(row.row, "number", why % {"number": clause.number, "row": there}))
        seen.setdefault(clause.number, []).append((row.row, clause))
