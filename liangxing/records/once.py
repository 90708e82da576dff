"""A form that comes twice is done once: pressed twice, sent again from an outbox, or gone back to.

Each form carries a key in the field ``once``. The key is kept in the same transaction as what the form does, under a
unique constraint; a second sending waits for the first, and gets its answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _

from . import written
from .models import Sending
from .reader import reader_of

FIELD = "once"
KEY = re.compile(r"[\w-]{16,64}(\.\w{1,20})?")
KEPT = timedelta(days=30)
ASIDE = {FIELD, "csrfmiddlewaretoken"}  # what a second sending may say otherwise and still be the same


def new_key(request: HttpRequest) -> str:
    """A key for a form that is shown now; behind the dot, for whom it was shown."""
    return f"{uuid4().hex}.{reader_of(request)}"


def content_of(request: HttpRequest, key: str) -> str:
    """A hash of all that a form says, its files included.

    It is bound to the *key*, which is kept nowhere: what somebody chose of a few answers cannot be tried out.
    """
    seen = sha256(key.encode())
    for name in sorted(request.POST.keys() - ASIDE):
        seen.update(repr((name, request.POST.getlist(name))).encode())
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            seen.update(repr((name, file.name, file.size)).encode())
            for chunk in file.chunks():
                seen.update(chunk)
            file.seek(0)
    return seen.hexdigest()


class Once:
    """Middleware for every POST behind the door that carries a key. It stands last, for it calls the view itself.

    What led on to another page is done. An answer that is a page (a question, a form with errors) uses no key up, nor
    does one that changed who is signed in. A view that must not run in one transaction says so with Django's own
    ``transaction.non_atomic_requests``, and is left alone.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; the work is done when the view is known."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, route: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Call *view*, unless it was called for this key before."""
        if request.method != "POST" or not hasattr(request, "community") or hasattr(view, "_non_atomic_requests"):
            return None
        if not KEY.fullmatch(key := request.POST.get(FIELD, "")):
            return None
        return _once(request, key, lambda: view(request, *args, **route))


def _once(request: HttpRequest, key: str, view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    who, content = request.user.get_username(), content_of(request, key)
    named = sha256("\n".join((who, request.path, key)).encode()).hexdigest()
    with transaction.atomic():
        sending, first = Sending.objects.get_or_create(key=named, defaults={"content": content})
        if not first:
            return _again(request, sending, content)
        answer = view()
        if 300 <= answer.status_code < 400 and request.user.get_username() == who:
            sending.answer = answer["Location"]
            sending.save(update_fields=["answer"])
            _forget(named)
        else:
            sending.delete()
    return answer


def _again(request: HttpRequest, sending: Sending, content: str) -> HttpResponse:
    """The first answer; but what differs from the first sending is neither dropped nor written unasked."""
    if sending.content != content:
        return written.ask(request, "changed", status=409, before=sending.answer)
    messages.info(request, _("This had arrived already: nothing was written a second time."))
    return redirect(sending.answer)


def key_of(request: HttpRequest, who: str) -> str:
    """The key under which this sending of *who* is noted by what keeps things itself; empty when it has none.

    The same form with another content is another sending: what was said last must not be taken for what was said first.
    """
    if not KEY.fullmatch(key := request.POST.get(FIELD, "")):
        return ""
    told = (who, request.path, key, content_of(request, key))
    return sha256("\n".join(told).encode()).hexdigest()


def done_before(keys: list[str]) -> set[str]:
    """Those of *keys* that were noted: asked within the transaction that notes them."""
    return set(Sending.objects.filter(key__in=keys).values_list("key", flat=True)) if keys else set()


def note_done(keys: list[str]) -> None:
    """Note *keys* in the transaction of what their sendings did; ``content`` is in the key itself."""
    Sending.objects.bulk_create([Sending(key=key, content=key, answer="") for key in keys])
    for key in keys:
        _forget(key)


def _forget(key: str) -> None:
    """Take away keys that nobody sends again; once in a few hundred sendings is often enough."""
    if key.startswith("00"):
        Sending.objects.filter(at__lt=now() - KEPT).delete()
