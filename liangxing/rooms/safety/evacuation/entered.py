"""A network from plain data, and back; the form is written down in ``network.schema.json``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, asdict, fields
from math import isfinite
from typing import Any

from .faults import BadField, Unsound
from .network import Kind, Network, Shelter, Spot, Stairwell, Way

SORTS: dict[str, type[Any]] = {"spots": Spot, "ways": Way, "stairwells": Stairwell, "shelters": Shelter}
MOST = 10**9  # no number in a community is larger

IS: Mapping[str, Callable[[Any], bool]] = {
    "str": lambda value: type(value) is str and value != "",
    "bool": lambda value: type(value) is bool,
    "int": lambda value: type(value) is int and abs(value) <= MOST,
    "float": lambda value: type(value) in (int, float) and isfinite(value) and abs(value) <= MOST,
    "Kind": lambda value: isinstance(value, str) and value in set(Kind),
    "tuple[str, str]": lambda value: type(value) in (list, tuple) and [type(end) for end in value] == [str, str],
}


def network_of(data: Any) -> Network:
    """The network that *data* tells; ``Unsound`` names every field that is missing, unknown or of the wrong kind."""
    wrong = list(_wrong(data))
    if wrong:
        raise Unsound([BadField(*wrong)])
    things = {sort: tuple(_thing(sort, row) for row in data[sort]) for sort in SORTS}
    return Network(**things, name=data.get("name", ""))


def data_of(network: Network) -> dict[str, Any]:
    """*network* as plain data: ``network_of`` gives it back."""
    told: dict[str, Any] = {sort: [_row(thing) for thing in getattr(network, sort)] for sort in SORTS}
    return {"name": network.name, **told}


def _row(thing: Any) -> dict[str, Any]:
    row = asdict(thing)
    return {key: str(value) if isinstance(value, Kind) else list(value) if key == "ends" else value
            for key, value in row.items()}  # fmt: skip


def _thing(sort: str, row: dict[str, Any]) -> Any:
    changed = {"ends": tuple, "kind": Kind}
    return SORTS[sort](**{key: changed.get(key, lambda value: value)(value) for key, value in row.items()})


def _wrong(data: Any) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "$"
        return
    yield from (str(key) for key in data.keys() - SORTS.keys() - {"name"})
    if type(data.get("name", "")) is not str:
        yield "name"
    for sort, kind in SORTS.items():
        if not isinstance(data.get(sort), list):
            yield sort
            continue
        for number, row in enumerate(data[sort]):
            yield from (f"{sort}[{number}]{rest}" for rest in _wrong_in(row, {f.name: f for f in fields(kind)}))


def _wrong_in(row: Any, known: dict[str, Field[Any]]) -> Iterator[str]:
    if not isinstance(row, dict):
        yield ""
        return
    yield from (f".{key}" for key in row.keys() - known.keys())
    for name, told in known.items():
        if name not in row:
            if told.default is MISSING:
                yield f".{name}"
        elif not _is(str(told.type), row[name], empty=told.default == ""):
            yield f".{name}"


def _is(kind: str, value: Any, *, empty: bool) -> bool:
    plain = kind.removesuffix(" | None")
    return (value is None and plain != kind) or (empty and value == "") or IS[plain](value)
