"""What somebody has written and could not send yet: kept while they sign in, and shown to be sent with one press."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.utils.timezone import now

from .kinds import KINDS
from .reader import PUBLIC, reader_of

KEY = "written"  # in the session
KEPT = timedelta(hours=1)
MOST = 200_000  # characters: a long report of a case; who sends more is no person at a form
ASIDE = {"once", "csrfmiddlewaretoken"}


def keep(request: HttpRequest) -> None:
    """Keep what the form said whose sender is no longer signed in, for whom it was shown to."""
    reader = request.POST.get("once", "").rpartition(".")[2]
    fields = fields_of(request)
    if reader and reader != PUBLIC and sum(len(value) for _name, value in fields) <= MOST:
        files = [file.name for name in request.FILES for file in request.FILES.getlist(name)]
        told = {"path": request.get_full_path(), "fields": fields, "files": files, "reader": reader}
        request.session[KEY] = {**told, "at": now().isoformat()}


def take(request: HttpRequest) -> dict[str, Any] | None:
    """What the person who is signed in now wrote on this page before; given once, and to nobody else."""
    if not request.user.is_authenticated or KEY not in request.session:
        return None
    kept: dict[str, Any] = request.session[KEY]
    if kept["path"] != request.get_full_path() and now() - _moment(kept) <= KEPT:
        return None
    del request.session[KEY]
    fresh = kept["reader"] == reader_of(request) and now() - _moment(kept) <= KEPT
    return kept if fresh else None


class Written:
    """Middleware behind the door: what was written while signed out is there when its page is opened again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done when the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, route: Any) -> HttpResponse | None:
        """Show what is kept for this page, before the page itself."""
        if request.method != "GET" or not hasattr(request, "community") or (kept := take(request)) is None:
            return None
        return ask(request, "out", status=200, fields=kept["fields"], files=kept["files"])


def _moment(kept: dict[str, Any]) -> datetime:
    return parse_datetime(kept["at"]) or datetime.min.replace(tzinfo=now().tzinfo)


def fields_of(request: HttpRequest) -> list[tuple[str, str]]:
    """What the form says, without its keys and passwords."""
    told = [(name, values) for name, values in request.POST.lists() if name not in ASIDE and "password" not in name]
    return [(name, value) for name, values in told for value in values]


def ask(request: HttpRequest, why: str, *, status: int, **told: Any) -> HttpResponse:
    """The page that shows what was written and asks whether to send it.

    *why* is ``changed``, ``stale``, ``out`` or ``nul``.
    """
    fields = told.pop("fields", None) or fields_of(request)
    thing = (request.resolver_match.url_name or "").rpartition(".")[0] if request.resolver_match else ""
    labels = KINDS[thing].form.base_fields if thing in KINDS else {}
    shown = [_in_words(labels.get(name), value) for name, value in fields if value.strip()]
    files = told.pop("files", None) or [f.name for name in request.FILES for f in request.FILES.getlist(name)]
    context = {"why": why, "fields": fields, "shown": shown, "files": files, **told}
    return render(request, "records/again.html", context, status=status)


def _in_words(field: Any, value: str) -> tuple[Any, str]:
    """The label of *field*, where it is known, and *value* as its list says it."""
    choices = {} if hasattr(field, "queryset") else dict(getattr(field, "choices", ()))
    return (field.label if field else "", str(choices.get(value, value)))
