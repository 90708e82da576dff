"""The page behind the code at a shelter: for everybody who stands there, without a password, by thousands at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from liangxing.places.hall import codes
from liangxing.places.hall.asked import words
from liangxing.places.hall.pages.safe import asked_emergency, why_not
from liangxing.places.hall.shelter_door import Heard
from liangxing.records.reader import PUBLIC
from liangxing.records.visit import Visit
from liangxing.rooms.safety.models import CheckIn, Emergency

MOST = 64  # pages that are remembered: a few for each language and look

_PAGES: dict[tuple[str, ...], bytes] = {}


# Whoever has the code may say what they like of any household, so a forged form of another site gains nothing; and
# a browser that keeps no cookies must not be turned away in an emergency.
@csrf_exempt
def at_shelter(request: Visit, emergency: UUID, code: str) -> HttpResponse:
    """Flat and state, and what was kept. What a form said has been heard at the door, and answered if it was kept."""
    if not codes.fits("check-in", emergency, code):
        raise Http404
    if request.method != "POST":
        return _remembered(request, asked_emergency(request, emergency))
    heard: Heard = request.heard  # type: ignore[attr-defined]
    if heard.wait_s:
        answer = _show(request, asked_emergency(request, emergency), status=429, wait_s=heard.wait_s)
        answer["Retry-After"] = str(heard.wait_s)
        return answer
    wrong = _("Choose how your household is.") if heard.kept is None else why_not(heard.kept)
    return _show(request, asked_emergency(request, emergency), status=422, wrong=wrong)


def _show(request: Visit, asked: Emergency, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page with what was written in it, the same for everybody: whoever is signed in is not looked at."""
    written = {
        name: words(request, name, 80) for name in ("flat", "place", "need", "told_by", "state", "told_at", "once")
    }
    return render(request, "hall/shelter.html", {
        "emergency": asked, "reader": PUBLIC, "written": written, "needs": needs(), **more,
    }, status=status)  # fmt: skip


def _remembered(request: Visit, asked: Emergency) -> HttpResponse:
    """The page before anything is written, and after it was kept: drawn once for each language and look."""
    kept = request.GET.get("kept", "")
    kept = kept if kept in CheckIn.State.values else ""
    looks = tuple(request.COOKIES.get(name, "")[:8] for name in ("size", "theme"))
    key = (str(asked.pk), get_language() or "", kept, *looks)
    if key not in _PAGES:
        if len(_PAGES) >= MOST:
            _PAGES.clear()
        _PAGES[key] = _show(request, asked, kept=kept).content
    return HttpResponse(_PAGES[key])


def needs() -> tuple[str, ...]:
    """What is mostly needed, to choose from; other words may be written."""
    return (_("to be carried"), _("a doctor or medicine"), _("to be freed"), _("water and food"), _("somebody to look"))
