"""The site map, read from the routes: an address for every page of the served community, so that none is listed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import localdate

from liangxing.records.kinds import kinds

CODE = "430103001001"
# What a part of an address may be, by the route's first word and the part's name; a part of no row is not made up.
PARTS = {
    ("figure", "key"): ("activities.attended", "register.household_size", "casework.cases"),
    ("standard", "key"): ("two-oriented",),
    ("report", "key"): ("creation", "minutes"),
    ("report", "kind"): ("governance.opinionmeeting",),
    ("layout", "key"): ("creation",),
    ("layout", "language"): ("zh-hans",),
    ("activities", "year"): (localdate().year,),
    ("", "community"): (CODE,),
}
# Parts that name a fact of a kind, and those of a page of its own.
FACTS = {
    "activity": "activities.activity",
    "problem": "environment.problem",
    "question": "elections.question",
    "notice": "governance.notice",
    "building": "register.building",
    "emergency": "safety.emergency",
    "plan": "safety.drillplan",
    "safety.alert1": "safety.alert",
    "safety.alertagain": "safety.alert",
    "safety.alertend": "safety.alert",
    "safety.carecard": "safety.vulnerable",
    "safety.calling": "safety.callround",
    "safety.callpaper": "safety.callround",
    "saving.proof": "saving.saveduse",
}
QUESTIONS = {"figure": [{"first": "2020-01-01"}], "activities.activity.list": [{"q": "zz"}, {"struck": "1"}]}
# Pages about a record of a kind whose own pages lie elsewhere.
ABOUT = {
    "report.record": "governance.opinionmeeting",
    "admission.form": "onetable.form",
    "xlsform.form": "onetable.form",
    "environment.results": "environment.round",
    "environment.sheet": "environment.round",
    "environment.paper": "environment.round",
    "environment.codes": "environment.inspectionroute",
    "environment.line": "environment.worksplan",
    "environment.aim": "environment.worksplan",
    "safety.film": "safety.evacuationplan",
    "safety.closures": "safety.evacuationplan",
    "safety.again": "safety.evacuationplan",
    "safety.evacuation": "safety.evacuationplan",
}
NO_PAGES = ("logout", "look", "set_language")


@dataclass(frozen=True, slots=True)
class Stop:
    """One page: its route, and an address that leads to it. ``alike``: many pages have this shape, and not one."""

    route: str
    address: str
    alike: bool


def site_map(data: Path) -> list[Stop]:
    """Every address that can be made from the routes and from what is recorded in the folder *data*."""
    found = [Stop("nothing", f"/{CODE}/nothing/here/", alike=False)]
    store = sqlite3.connect(f"file:{data / 'liangxing.sqlite3'}?mode=ro", uri=True)
    for route, names in _routes(get_resolver(), ()):
        if route in NO_PAGES or route.rpartition(".")[2] in ("export", "strike"):
            continue
        kind = kinds().get(".".join(route.split(".")[:2]))
        about = kind or kinds().get(ABOUT.get(".".join(route.split(".")[:2]), ""))
        for filled in _filled(route, names, about, store):
            address = reverse(route, kwargs=filled)
            found.append(Stop(route, address, alike=kind is not None))
            asked = QUESTIONS.get(route, QUESTIONS.get(route.partition(".")[0], []))
            found += [Stop(route, f"{address}?{urlencode(question)}", alike=False) for question in asked]
    store.close()
    return found


def shapes(page, data: Path) -> tuple[dict[str, str], list[str]]:
    """One address for each shape of page that answers *page*'s visitor, and the other addresses of the same shapes.

    Kinds of record share their list, form and page; every other page has a shape of its own.
    """
    first: dict[str, str] = {}
    others: list[str] = []
    for stop in site_map(data):
        shape = stop.route.rpartition(".")[2] if stop.alike else stop.address
        if shape in first:
            others.append(stop.address)
        elif stop.alike or is_page(page.request.get(stop.address, max_redirects=0), stop.route):
            first[shape] = stop.address
    return first, others


def is_page(answer, route: str) -> bool:
    """Whether it is a whole page, and no file, no part of a page, and nothing that this visitor may not see."""
    if answer.status != (404 if route == "nothing" else 200):
        return False
    return answer.headers.get("content-type", "").startswith("text/html") and "<html" in answer.text()[:300]


def _routes(under: URLResolver, names: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in under.url_patterns:
        here = (*names, *pattern.pattern.converters, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, here)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield pattern.name, tuple(dict.fromkeys(here))


def _filled(route, names, kind, store) -> Iterator[dict[str, object]]:
    """The parts of an address, for each value that the first open one may have."""
    made: list[dict[str, object]] = [{}]
    for name in names:
        if name == "pk" and kind is not None:
            values = _some("id", kind, store)
        elif told := kinds().get(FACTS.get(".".join(route.split(".")[:2]) if name == "fact" else name, "")):
            values = _some("fact", told, store)
        else:
            values = PARTS.get((route.partition(".")[0], name), PARTS.get(("", name), ()))
        made = [{**so_far, name: value} for so_far in made for value in values]
    yield from made


def _some(column, kind, store) -> list[UUID]:
    """The first row of *kind* that stands, if there is one."""
    rows = store.execute(f"SELECT {column} FROM {kind.model._meta.db_table} WHERE struck_at IS NULL LIMIT 1")
    return [UUID(row[0]) for row in rows]
