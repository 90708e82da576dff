"""How GeoReport v2 answers: the same things as XML or as JSON, faults too, each with its status."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring  # writes only; what comes in is read by defusedxml

from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from liangxing.records.visit import Visit

MEDIA = {"json": "application/json; charset=utf-8", "xml": "text/xml; charset=utf-8"}
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
Rows = Sequence[Mapping[str, Any]]


class Fault(Exception):
    """What is wrong with what was asked, with the status that GeoReport gives it."""

    def __init__(self, status: int, words: str, **headers: str) -> None:
        super().__init__(words)
        self.status, self.words, self.headers = status, words, headers


def answer(form: str, root: str, item: str, rows: Rows, *, status: int = 200, single: bool = False) -> HttpResponse:
    """*rows* under the names of the elements that XML gives them; JSON is their list, or the one of a *single* one."""
    if form == "json":
        told: Any = dict(rows[0]) if single else [dict(row) for row in rows]
        body = json.dumps(told, ensure_ascii=False).encode()
    else:
        top = Element(root)
        for row in rows:
            _fill(top if single else SubElement(top, item), row)
        body = tostring(top, encoding="utf-8", xml_declaration=True)
    made = HttpResponse(body, status=status, content_type=MEDIA[form])
    made["Access-Control-Allow-Origin"] = "*"  # what is here is public; a page of somebody else's may show it
    return made


def _fill(at: Element, row: Mapping[str, Any]) -> None:
    """Each value in an element of its name; a list in one that holds an element for each, named in the singular."""
    for name, value in row.items():
        here = SubElement(at, name)
        if isinstance(value, list):
            for each in value:
                below = SubElement(here, name.removesuffix("s"))
                if isinstance(each, Mapping):
                    _fill(below, each)
                else:
                    below.text = _words(each)
        else:
            here.text = _words(value)


def _words(value: object) -> str | None:
    if value is None:
        return None
    return NO_XML.sub("\ufffd", str(value).lower() if isinstance(value, bool) else str(value))


def failed(form: str, fault: Fault) -> HttpResponse:
    """A fault, as the protocol writes it."""
    made = answer(form, "errors", "error", [{"code": fault.status, "description": fault.words}], status=fault.status)
    for name, value in fault.headers.items():
        made[name.replace("_", "-")] = value
    return made


def spoken(*methods: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A view of the protocol: it takes these *methods*, knows its jurisdiction, and says what is wrong in its form.

    A key opens it, not a cookie, so no other site can use a visitor's session here.
    """

    def declare(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @csrf_exempt
        @transaction.non_atomic_requests
        @wraps(view)
        def told(request: Visit, form: str, **route: Any) -> HttpResponse:
            try:
                if request.method not in methods and request.method != "HEAD":
                    raise Fault(405, _("This address takes %s.") % ", ".join(methods), Allow=", ".join(methods))
                same_place(request, request.GET.get("jurisdiction_id", ""))
                return view(request, form, **route)
            except Fault as fault:
                return failed(form, fault)

        told.reads_nul = True  # type: ignore[attr-defined]
        return told

    return declare


def same_place(request: Visit, jurisdiction: str) -> None:
    """Raise ``Fault`` when another jurisdiction is meant than that of the address."""
    if jurisdiction and jurisdiction != request.community.code:
        raise Fault(404, _("jurisdiction_id was not found here: this address serves %s.") % request.community.code)


@csrf_exempt
def not_there(request: Visit, rest: str) -> HttpResponse:
    """Nothing is at this address; said in the form that it asks for, XML when it asks for none."""
    form = "json" if rest.endswith(".json") else "xml"
    return failed(form, Fault(404, _("There is nothing at this address.")))
