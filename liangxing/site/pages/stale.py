"""A form that was shown before its sender signed in somewhere else: its token is stale, and what it says is not."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpResponse
from django.views.csrf import csrf_failure

from liangxing.records import written
from liangxing.records.visit import Visit


def stale(request: Visit, reason: str = "") -> HttpResponse:
    """What was written, to be sent with one press; for a form of another site, the plain refusal.

    A browser says from which site a form comes, and no page can make it say something else.
    """
    own = urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()
    if not own or "Outbox" in request.headers or not request.POST:
        return csrf_failure(request, reason)
    return written.ask(request, "stale", status=403)
