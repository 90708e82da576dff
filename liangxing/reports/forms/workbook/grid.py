"""A sheet as people see it: areas with their words, which of them are empty, bordered, locked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .package import BOOK, Element, Package, SheetPart
from .places import Range, name_of, place_of

ROWS_MAX, COLUMNS_MAX = 3_000, 300  # what of a sheet is looked at for cells to fill


@dataclass(frozen=True, slots=True)
class Area:
    """One cell, or several that are merged. ``text``: what stands in it; ``number``: it is one, not words."""

    where: Range
    text: str = ""
    number: bool = False
    formula: bool = False
    bordered: bool = False
    locked: bool = True
    styled: bool = False

    @property
    def blank(self) -> bool:
        """Whether it may take a value."""
        return not self.text and not self.formula

    @property
    def name(self) -> str:
        """The cell that holds its value."""
        return name_of(self.where.top, self.where.left)


@dataclass(frozen=True, slots=True)
class Style:
    """What of a cell's style says that it wants to be filled."""

    bordered: bool
    locked: bool
    day: bool


@dataclass(slots=True)
class Grid:
    """A sheet. ``areas``: every place that belongs to one, to it. ``choices``: what may be answered where.

    ``opens``: some of its empty cells are unlocked, so that on a protected sheet the others are not to be filled.
    """

    name: str
    part: str
    protected: bool
    areas: dict[tuple[int, int], Area] = field(default_factory=dict)
    choices: list[tuple[Range, tuple[str, ...]]] = field(default_factory=list)
    bottom: int = 0
    right: int = 0
    opens: bool = False

    def at(self, row: int, column: int) -> Area:
        """The area at a place; outside what is written, an empty one."""
        return self.areas.get((row, column)) or Area(Range(row, column, row, column))

    def each(self) -> Iterator[Area]:
        """Every area once, row by row."""
        for (row, column), area in sorted(self.areas.items()):
            if (row, column) == (area.where.top, area.where.left):
                yield area

    def shut(self, area: Area) -> bool:
        """Whether the department locked *area*: it is locked on a protected sheet that leaves other cells open."""
        return self.protected and self.opens and area.locked

    def choices_at(self, area: Area) -> tuple[str, ...]:
        """What the sheet itself allows in *area*; empty when it allows anything."""
        place = (area.where.top, area.where.left)
        return next((told for where, told in self.choices if place in where), ())


def shared_strings(package: Package) -> list[Element]:
    """The texts that cells refer to by number, as elements: some are told in runs of several fonts."""
    part = next((p for sort, p in package.related(BOOK).values() if sort == "sharedStrings"), "")
    return package.tree(part).findall("{*}si") if part in package.parts else []


def words_of(told: Element) -> str:
    """The text of a string element, without what only says how it is pronounced."""
    return "".join(t.text or "" for t in told.iter("{*}t") if not t.getparent().tag.endswith("}rPh"))


def styles(package: Package) -> list[Style]:
    """The cell styles by number."""
    part = next((p for sort, p in package.related(BOOK).values() if sort == "styles"), "")
    if part not in package.parts:
        return []
    root = package.tree(part)
    borders = [any(side.get("style") for side in border) for border in root.iterfind("{*}borders/{*}border")]
    formats = {f.get("numFmtId"): f.get("formatCode", "") for f in root.iterfind("{*}numFmts/{*}numFmt")}
    found = []
    for told in root.iterfind("{*}cellXfs/{*}xf"):
        border, protection = int(told.get("borderId") or 0), told.find("{*}protection")
        locked = protection is None or protection.get("locked", "1") not in ("0", "false")
        number = told.get("numFmtId", "0")
        day = 14 <= int(number) <= 22 or (number in formats and _is_day(formats[number]))
        found.append(Style(border < len(borders) and borders[border], locked, day))
    return found


def _is_day(code: str) -> bool:
    return "y" in code.lower() and "d" in code.lower()


def grid(package: Package, sheet: SheetPart) -> Grid:
    """What stands on *sheet*."""
    root = package.tree(sheet.part)
    guard = root.find("{*}sheetProtection")
    made = Grid(sheet.name, sheet.part, guard is not None and guard.get("sheet", "0") in ("1", "true"))
    texts, looks = [words_of(si) for si in shared_strings(package)], styles(package)
    for told in root.iterfind("{*}sheetData/{*}row/{*}c"):
        row, column = place_of(told.get("r"))
        if row <= ROWS_MAX and column <= COLUMNS_MAX:
            made.areas[row, column] = _area(told, Range(row, column, row, column), texts, looks)
    for merged in root.iterfind("{*}mergeCells/{*}mergeCell"):
        _merge(made, Range.of(merged.get("ref")))
    made.bottom = max((row for row, _c in made.areas), default=0)
    made.right = max((column for _r, column in made.areas), default=0)
    made.opens = any(a.blank and not a.locked for a in made.areas.values())
    made.choices = list(_choices(root, made))
    return made


def _area(told: Element, where: Range, texts: list[str], looks: list[Style]) -> Area:
    number = int(told.get("s") or 0)
    look = looks[number] if number < len(looks) else Style(False, True, False)
    sort, value, inline = told.get("t", "n"), told.findtext("{*}v") or "", told.find("{*}is")
    if inline is not None:
        value = words_of(inline)
    elif sort == "s" and value:
        value = texts[int(value)] if int(value) < len(texts) else ""
    return Area(
        where=where,
        text=value.strip(),
        number=sort == "n" and bool(value),
        formula=told.find("{*}f") is not None,
        bordered=look.bordered,
        locked=look.locked,
        styled=bool(number),
    )


def _merge(made: Grid, where: Range) -> None:
    """Make the cells of *where* one area: the words of its first cell, the borders of any."""
    if where.bottom > ROWS_MAX or where.right > COLUMNS_MAX:
        where = Range(where.top, where.left, min(where.bottom, ROWS_MAX), min(where.right, COLUMNS_MAX))
    places = [(r, c) for r in range(where.top, where.bottom + 1) for c in range(where.left, where.right + 1)]
    some = [made.areas[place] for place in places if place in made.areas]
    first = made.at(where.top, where.left)
    one = Area(where, first.text, first.number, first.formula, any(a.bordered for a in some), first.locked, True)
    made.areas |= dict.fromkeys(places, one)


def _choices(root: Element, made: Grid) -> Iterator[tuple[Range, tuple[str, ...]]]:
    """What lists of allowed values say, when they tell them or point to cells of the same sheet."""
    for told in root.iterfind("{*}dataValidations/{*}dataValidation"):
        formula = (told.findtext("{*}formula1") or "").strip()
        if told.get("type") != "list" or not formula:
            continue
        if formula.startswith('"'):
            said = tuple(word.strip() for word in formula.strip('"').split(",") if word.strip())
        else:
            said = _listed(made, formula)
        for ref in (told.get("sqref") or "").split():
            if said:
                yield Range.of(ref), said


def _listed(made: Grid, formula: str) -> tuple[str, ...]:
    try:
        where = Range.of(formula)
    except ValueError:
        return ()
    places = [(r, c) for r in range(where.top, min(where.bottom, ROWS_MAX) + 1) for c in (where.left,)]
    return tuple(made.at(*place).text for place in places if made.at(*place).text)
