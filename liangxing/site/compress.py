"""Pages, style and scripts travel compressed; pictures and papers are compressed already."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/javascript", "application/manifest+json", "image/svg+xml",
        "application/atom+xml")  # fmt: skip


class Compressed(GZipMiddleware):
    """Middleware: gzip for what is text, when the browser takes it. Tokens against forgery are masked in each page."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, compressed when that is worth it."""
        if not response.get("Content-Type", "").startswith(TEXT):
            return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer
