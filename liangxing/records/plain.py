"""The one character that no database keeps in a text: NUL, which comes from damaged files and broken copying."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect

from . import written

NUL = "\0"


class Plain:
    """Middleware behind the door: text with a NUL is shown without it and asked about, before any view reads it.

    A view for programs takes it out by itself, and says so with ``reads_nul``: there is nobody to be asked.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done when the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, route: Any) -> HttpResponse | None:
        """Answer in the view's place when what it would read cannot be kept."""
        if _holds_nul(request.GET.lists()):
            asked = QueryDict(mutable=True)
            for name, values in request.GET.lists():
                asked.setlist(name.replace(NUL, ""), [value.replace(NUL, "") for value in values])
            return redirect(f"{request.path}?{asked.urlencode()}")
        if hasattr(view, "reads_nul"):
            return None
        if request.method == "POST" and hasattr(request, "community") and _holds_nul(request.POST.lists()):
            fields = [(name.replace(NUL, ""), value.replace(NUL, "")) for name, value in written.fields_of(request)]
            return written.ask(request, "nul", status=422, fields=fields)
        return None


def _holds_nul(told: Any) -> bool:
    return any(NUL in name or any(NUL in value for value in values) for name, values in told)
