"""A page that is read shows the records of one moment."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .newest import one_moment


class Moment:
    """While a page is read, each chain is looked at once."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer within one moment, when nothing is written."""
        if request.method not in ("GET", "HEAD"):
            return self.answer(request)
        with one_moment():
            return self.answer(request)
