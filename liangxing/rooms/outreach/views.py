"""Pages of a sample: for everybody what it tells, for the staff whom to ask and what was said."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.models import Records
from liangxing.records.visit import Visit
from liangxing.register.models import Household

from .actions import note_answers
from .models import PledgeAnswer, PledgeSample
from .queries import answers_of, drawn_of, holders_of, kept_of

ANSWER = "answer-"  # before the household's fact, in the name of its field


def sample(request: Visit, pk: UUID) -> HttpResponse:
    """What the sample tells of all who pledged; nobody is named."""
    asked = _asked(request, pk)
    return render(request, "outreach/sample.html", {
        "sample": asked, "kept": kept_of(asked), "asks": request.rights.may("write", PledgeAnswer),
    })  # fmt: skip


def lots(request: Visit, pk: UUID) -> HttpResponse:
    """Whom it was drawn from: the keys of their pledges, one on a line, which say who somebody is to nobody."""
    lines = sorted(str(pledge.fact) for pledge in holders_of(_asked(request, pk)))
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")


def answers(request: Visit, pk: UUID) -> HttpResponse:
    """Whom to ask, in the order of the lot, to print or to fill in; POST notes what they said."""
    asked = _asked(request, pk)
    if not request.rights.may("write", PledgeAnswer):
        raise Http404
    drawn, known = drawn_of(asked), answers_of(asked)
    within = {home.fact: home for home in _homes(request).filter(fact__in=[p.household_id for p in drawn])}
    if request.method == "POST":
        said = {home: said for home in within if (said := request.POST.get(f"{ANSWER}{home}"))}
        try:
            changed = note_answers(asked, said, day=localdate(), by=request.user.get_username())
            messages.success(request, _("Noted: %(n)s answers.") % {"n": changed})
        except Refused as refused:
            messages.error(request, str(refused))
        return redirect("outreach.pledgesample.answer", request.community.code, asked.pk)
    rows: list[dict[str, Any]] = [
        {"home": within[p.household_id], "pledge": p, "answer": getattr(known.get(p.household_id), "answer", "")}
        for p in drawn
        if p.household_id in within
    ]
    told = {"sample": asked, "kept": kept_of(asked), "rows": rows, "elsewhere": len(drawn) - len(rows)}
    return render(request, "outreach/answers.html", {**told, "choices": PledgeAnswer.Answer.choices, "field": ANSWER})


def _asked(request: Visit, pk: UUID) -> PledgeSample:
    rows = PledgeSample.objects.known().filter(community=request.community).select_related("call")
    return get_object_or_404(rows, pk=pk)


def _homes(request: Visit) -> Records[Household]:
    """The households within the visitor's reach, with where they live."""
    rows: Records[Household] = Household.objects.known().filter(community=request.community)
    return request.rights.narrow(rows).select_related("building__estate")
