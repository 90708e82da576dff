"""The desk of today, what somebody did lately, and how the keys work."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Act
from liangxing.records.visit import Visit

from .today import asked, lacking, others
from .undo import lately, mine, undo

YEAR_S = 365 * 24 * 60 * 60


def today(request: Visit) -> HttpResponse:
    """What is due, who waits, what the next assessment lacks."""
    waiting, due = asked(request, waits=True), asked(request, waits=False)
    beside = others(request)
    things = len(beside) + sum(len(one.lines) + one.rest for one in (*waiting, *due))
    told = {"today": localdate(), "waiting": waiting, "due": due, "others": beside, "things": things}
    told["lacking"] = lacking(request)
    return render(request, "desk/today.html", told)


def did(request: Visit) -> HttpResponse:
    """What the visitor did lately, each with the way to undo it."""
    return render(request, "desk/mine.html", {"done": lately(request)})


def take_back(request: Visit, pk: UUID) -> HttpResponse:
    """Undo one act of the visitor's own, for a reason."""
    why = request.POST.get("why", "").strip()[:200]
    if request.method != "POST":
        raise Http404
    try:
        done = mine(request, pk)
        if not why:
            raise Refused(_("Say why: the reason stays with what was struck."))
        touched = undo(request, done, why)
        words = ngettext(
            "%(n)s record: taken back. It all stays readable.",
            "%(n)s records: taken back. It all stays readable.",
            touched,
        )
        messages.success(request, words % {"n": touched})
    except Act.DoesNotExist:
        raise Http404 from None
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("desk.mine.desk", community=request.community.code)


def keys(request: Visit) -> HttpResponse:
    """What each key does; POST switches the keys off or on, for whoever speaks to the machine or types with a stick."""
    if request.method != "POST":
        return render(request, "desk/keys.html", {"off": request.COOKIES.get("keys") == "off"})
    answer = redirect(request.path)
    if request.POST.get("keys") == "off":
        answer.set_cookie("keys", "off", max_age=YEAR_S, samesite="Lax")
    else:
        answer.delete_cookie("keys")
    return answer
