"""How programs are answered: JSON, and for what went wrong problem details (RFC 9457) in words for a person."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from liangxing.records.visit import Visit

PROBLEM = "application/problem+json"
LARGEST = 1 << 20  # bytes of one record: a hundred times the longest form


class Wrong(Exception):
    """What a program is told instead of an answer: *status*, words for a person, and *more* members."""

    def __init__(self, status: int, title: str, **more: Any) -> None:
        super().__init__(title)
        self.status, self.title, self.more = status, title, more

    def answer(self) -> JsonResponse:
        """As problem details; a missing or wrong key is also told in the header (RFC 6750)."""
        told = {"type": "about:blank", "title": self.title, "status": self.status, **self.more}
        answer = JsonResponse(told, status=self.status, content_type=PROBLEM, json_dumps_params={"ensure_ascii": False})
        if self.status == 401:
            answer["WWW-Authenticate"] = 'Bearer realm="liangxing"'
        return answer


def told(content: Mapping[str, Any], status: int = 200) -> JsonResponse:
    """*content* as JSON that people can read too."""
    return JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False, "indent": 1})


def programs(**views: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """One view for an address, a function for each method (``get``, ``post``, ``patch``).

    It asks for no token of a form: writing takes a key, which no browser sends by itself.
    """
    allowed = ", ".join(["HEAD"] * ("get" in views) + [name.upper() for name in views])

    @csrf_exempt
    @wraps(next(iter(views.values())))
    def view(request: HttpRequest, **route: Any) -> HttpResponse:
        chosen = views.get("get" if request.method == "HEAD" else (request.method or "").lower())
        try:
            if chosen is None:
                raise Wrong(405, _("This address takes %s.") % allowed)
            answer = chosen(request, **route)
        except Wrong as wrong:
            answer = wrong.answer()
        except Http404:
            answer = Wrong(404, _("This is not here, or is not shown to you.")).answer()
        if answer.status_code == 405:
            answer["Allow"] = allowed
        patch_vary_headers(answer, ("Authorization", "Cookie", "Accept-Language"))
        return answer

    return view


def body(request: Visit) -> dict[str, Any]:
    """The JSON object that was sent; ``Wrong`` when it is none, too large, or no UTF-8."""
    if request.content_type != "application/json":
        raise Wrong(415, _("Send JSON: Content-Type: application/json."))
    if len(request.body) > LARGEST:
        raise Wrong(413, _("This is larger than one record can be: send one record at a time."))
    try:
        said = json.loads(request.body.decode("utf-8"), parse_float=str, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise Wrong(400, _("This is no JSON: %s") % error) from None
    if not isinstance(said, dict):
        raise Wrong(400, _("Send one JSON object: the fields of one record."))
    return said


def _no_constant(name: str) -> None:
    raise ValueError(name)
