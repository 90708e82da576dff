"""The public board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def board(request: HttpRequest) -> HttpResponse:
    """What the community has and did."""
    return render(request, "site/board.html", {})
