"""How an outbox is answered: with where the form led, and not with the page that lies there."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import resolve_url

LATER = "later"  # nobody looks at the next page: what it would have said goes into the answer


class Answers:
    """Middleware: a script that sends a form says so in the header ``Outbox``, and hears JSON in place of a redirect.

    401 and where to sign in, when the session has ended; else where the form led, and what was said of it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer of the view; a redirect is told."""
        answer = self.get_response(request)
        asked = request.headers.get("Outbox")
        if not asked or not 300 <= answer.status_code < 400:
            return answer
        to = answer["Location"]
        if urlsplit(to).path == resolve_url("login"):
            return _told({"sign_in": to}, status=401)
        said = [str(message) for message in messages.get_messages(request)] if asked == LATER else []
        return _told({"to": to, "said": said}, status=200)


def _told(what: dict[str, object], *, status: int) -> HttpResponse:
    return JsonResponse(what, status=status, headers={"Cache-Control": "no-store"})
