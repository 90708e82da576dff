"""Computing a figure again, from its declaration and the records in the pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal
from hashlib import sha256
from typing import Any

from .chain import canonical
from .fault import Unproven
from .rows import Row

Value = Decimal | None
Test = Callable[[Row], bool]
TO_28_DIGITS = Context(prec=28, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure as it is asked for: a period ``[first, after)``, and the moment of knowledge, ``None`` for now."""

    first: str
    after: str
    known_at: str | None


class Figures:
    """All figures that can be computed from *rows* (by kind) with the declarations of the pack."""

    def __init__(self, measures: dict[str, Any], kinds: dict[str, Any], rows: dict[str, list[Row]]) -> None:
        self.measures, self.kinds, self.rows = measures, kinds, rows
        self._known: dict[tuple[str, str | None], list[Row]] = {}
        self._found: dict[tuple[str, Asked], tuple[bool, list[Row]]] = {}
        self._bytes: dict[int, bytes] = {}

    def value(self, key: str, asked: Asked) -> Value:
        """The figure; ``None`` is *unknown*: nothing of the kind was recorded. ``Unproven`` when it cannot be computed."""
        declared = self._declared(key)
        if "part" in declared:
            part, whole = (self._counted_value(declared[side], asked) for side in ("part", "whole"))
            return TO_28_DIGITS.divide(part, whole) if part is not None and whole else None
        return self._counted_value(key, asked)

    def _counted_value(self, key: str, asked: Asked) -> Value:
        any_known, rows = self._behind(key, asked)
        return self._fold(self._declared(key), rows) if any_known else None

    def digest(self, key: str, asked: Asked) -> str:
        """SHA-256 over the rows behind the figure, without what may change when a row is struck later."""
        seen = sha256()
        for one in self._counted(key):
            hidden = self._kind(self._declared(one)["kind"])["hidden"]
            seen.update(b"".join([self._lasting(row, hidden) for row in self._behind(one, asked)[1]]))
        return seen.hexdigest()

    def _lasting(self, row: Row, hidden: list[str]) -> bytes:
        if (told := self._bytes.get(id(row))) is None:
            left_out = {"struck_at", *hidden}
            told = self._bytes[id(row)] = canonical({n: v for n, v in row.items() if n not in left_out})
        return told

    def rows_of(self, key: str, asked: Asked) -> list[Row]:
        """The very rows behind the figure."""
        return [row for one in self._counted(key) for row in self._behind(one, asked)[1]]

    def _counted(self, key: str) -> tuple[str, ...]:
        declared = self._declared(key)
        return (declared["part"], declared["whole"]) if "part" in declared else (key,)

    def _declared(self, key: str) -> dict[str, Any]:
        if key not in self.measures:
            raise Unproven("no-declaration", measure=key)
        told: dict[str, Any] = self.measures[key]
        if "unshown" in told:
            raise Unproven("not-plain", measure=key)
        return told

    def _kind(self, label: str) -> dict[str, Any]:
        if label not in self.kinds or label not in self.rows:
            raise Unproven("no-records", kind=label)
        told: dict[str, Any] = self.kinds[label]
        return told

    def known(self, label: str, known_at: str | None) -> list[Row]:
        """The records of a kind that counted at *known_at*, or that count now."""
        self._kind(label)
        found = self._known.get((label, known_at))
        if found is None:
            found = self._known[label, known_at] = [row for row in self.rows[label] if _counts(row, known_at)]
        return found

    def _behind(self, key: str, asked: Asked) -> tuple[bool, list[Row]]:
        """Whether anything of the kind is known for the period, and the rows that the figure counts."""
        if (key, asked) not in self._found:
            declared = self._declared(key)
            holds = SHAPES[declared["shape"]]
            shown = [row for row in self.known(declared["kind"], asked.known_at) if holds(row, asked)]
            tests = self._tests(declared, asked)
            self._found[key, asked] = bool(shown), [row for row in shown if all(test(row) for test in tests)]
        return self._found[key, asked]

    def _tests(self, declared: dict[str, Any], asked: Asked) -> list[Test]:
        tests = [self._test(declared["kind"], declared["where"])]
        for column, through in declared["through"].items():
            self._sort(declared["kind"], column)
            inner = self._test(through["kind"], through["where"])
            facts = {row["fact"] for row in self.known(through["kind"], asked.known_at) if inner(row)}
            tests.append(lambda row, column=column, facts=facts: row.get(column) in facts)  # type: ignore[misc]
        return tests

    def _sort(self, label: str, column: str) -> str:
        """The sort of a column whose values are shown."""
        kind = self._kind(label)
        if column in kind["hidden"]:
            raise Unproven("not-shown", column=column, kind=label)
        return str(kind["columns"][column])

    def _test(self, label: str, where: Any) -> Test:
        """The condition *where* of kind *label* as a function of a row."""
        if "all" in where or "any" in where:
            every = all if "all" in where else any
            parts = [self._test(label, each) for each in where["all" if "all" in where else "any"]]
            return lambda row: every(part(row) for part in parts)
        column, sort = where["column"], self._sort(label, where["column"])
        compare, value = COMPARES[where["is"]], where["value"]
        wanted = [typed(each, sort) for each in value] if isinstance(value, list) else typed(value, sort)
        return lambda row: compare(typed(row.get(column), sort), wanted)

    def _fold(self, declared: dict[str, Any], rows: list[Row]) -> Value:
        how, column = declared["fold"]
        if how == "rows":
            return Decimal(len(rows))
        sort = self._sort(declared["kind"], column)
        told = [value for row in rows if (value := typed(row.get(column), sort)) is not None]
        if how == "different":
            return Decimal(len(set(told)))
        numbers = [Decimal(value) for value in told]
        if how == "total":
            return sum(numbers, Decimal())
        return FOLDS[how](numbers) if numbers else None


FOLDS: dict[str, Callable[[list[Decimal]], Decimal]] = {"least": min, "most": max}


def _counts(row: Row, known_at: str | None) -> bool:
    struck = row.get("struck_at")
    if known_at is None:
        return struck is None
    return bool(row["recorded_at"] <= known_at and (struck is None or struck > known_at))


def _stands(row: Row, asked: Asked) -> bool:
    """Moments and days are written so that their order is that of their texts."""
    return bool(row["day"] < asked.after and (row.get("until") is None or row["until"] >= asked.after))


def _past(row: Row, asked: Asked) -> bool:
    """Whether the last good day lies before the last day of the period: before *after*, and the day after it too."""
    good = row.get("expires_on")
    return good is not None and (date.fromisoformat(good) + timedelta(days=1)).isoformat() < asked.after


SHAPES: dict[str, Callable[[Row, Asked], bool]] = {
    "flow": lambda row, asked: asked.first <= row["day"] < asked.after,
    "ended": lambda row, asked: asked.first <= row.get("until", "") < asked.after,
    "stock": _stands,
    "fresh": lambda row, asked: _stands(row, asked) and not _past(row, asked),
    "expired": lambda row, asked: _stands(row, asked) and _past(row, asked),
}


def typed(value: Any, sort: str) -> Any:
    """*value* of a column of this *sort*, to be compared; a column left out is an empty text, or nothing."""
    if value is None:
        return "" if sort == "text" else None
    return Decimal(value) if sort in ("integer", "decimal") else value


COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "exact": lambda value, wanted: bool(value == wanted),
    "in": lambda value, wanted: value in wanted,
    "contains": lambda value, wanted: wanted in (value or ""),
    "gt": lambda value, wanted: value is not None and value > wanted,
    "gte": lambda value, wanted: value is not None and value >= wanted,
    "lt": lambda value, wanted: value is not None and value < wanted,
    "lte": lambda value, wanted: value is not None and value <= wanted,
}
