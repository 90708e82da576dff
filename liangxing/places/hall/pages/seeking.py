"""Asking how one household is: answered by the rules that stand on the page, and by people for all the rest."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from liangxing.places.hall.asked import one, words
from liangxing.places.hall.household import at_home
from liangxing.places.hall.pages.safe import asked_emergency
from liangxing.records.actions import correct, end
from liangxing.records.visit import Visit
from liangxing.register import guessing
from liangxing.register.models import Household
from liangxing.rooms.safety.actions import seeking
from liangxing.rooms.safety.models import Asking, CheckIn, Emergency
from liangxing.rooms.safety.queries import homes_of, trusted, waiting

SEEKER = "seeker"  # who answers for a question that somebody asked without an account
SHORTEST = 4  # letters of an agreed word


@never_cache
def ask(request: Visit, emergency: UUID) -> HttpResponse:
    """The question, and its answer: whether the household exists is told to nobody without the agreed word."""
    asked = asked_emergency(request, emergency)
    context: dict[str, Any] = {
        "emergency": asked,
        "about": words(request, "about", 80),
        "asker": words(request, "asker", 120),
    }
    if request.method == "POST":
        if not context["about"] or not (context["asker"] or words(request, "word", 40)):
            context["wrong"] = _("Say about whom you ask, and how people can reach you.")
            return render(request, "hall/seek.html", context, status=422)
        context |= _answer(request, asked, context["about"], context["asker"])
    return render(request, "hall/seek.html", context)


def _answer(request: Visit, asked: Emergency, about: str, asker: str) -> dict[str, Any]:
    """Told by the agreed word, or passed on; after some wrong words none is looked at for a while."""
    word, key = words(request, "word", 40), f"seek {about.casefold()}"
    homes = Household.objects.known().standing_on(localdate()).filter(community=request.community)
    home, told = homes.filter(code__iexact=about).first(), False
    if word and guessing.wait(request, key) <= timedelta(0):
        told = seeking.may_ask(home, word, localdate())
        (guessing.right if told else guessing.wrong)(request, key)
    by = request.user.get_username() or SEEKER
    seeking.ask(asked, home, about, asker, told=told, by=by)
    if not told or home is None:
        return {"passed_on": True}
    check = CheckIn.objects.known().filter(emergency=asked.fact, household=home.fact).first()
    return {"told": True, "check": check}


@require_POST
def trust(request: Visit) -> HttpResponse:
    """A household says who may ask how it is, or takes it back."""
    home, by = at_home(request), request.user.get_username()
    if "ended" in request.POST:
        end(one(trusted(home, localdate()), request.POST["ended"]), until=localdate(), by=by)
        messages.success(request, _("Taken back."))
    elif not (name := words(request, "name", 80)) or len(word := words(request, "word", 40)) < SHORTEST:
        messages.error(request, _("Write who may ask, and a word of at least four letters that you both know."))
    else:
        seeking.trust(home, name, word, by=by)
        messages.success(
            request, _("Kept. Tell them the word: with it they learn whether you are safe, and not where.")
        )
    return redirect("hall.safe.checkin", community=request.community.code)


@never_cache
def questions(request: Visit) -> HttpResponse:
    """Questions that wait for people; who answers asks the household first."""
    rows = request.rights.narrow(waiting(request.community))
    if request.method == "POST":
        outcome = request.POST.get("outcome", "")
        if outcome not in (Asking.Outcome.ANSWERED, Asking.Outcome.REFUSED):
            raise Http404
        correct(one(rows, request.POST.get("asking", "")), by=request.user.get_username(), outcome=outcome)
        return redirect(request.path)
    code_of = homes_of(request.community, localdate()).code_of
    return render(request, "hall/seekers.html", {"rows": [(code_of.get(row.household_id, ""), row) for row in rows]})
