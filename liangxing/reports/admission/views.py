"""Pages of the register: every form that is asked of the community, one of them, and what goes back to who asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.records.actions import write
from liangxing.records.visit import Visit
from liangxing.reports.files import WORD, file_answer
from liangxing.reports.forms.models import Filling, Form
from liangxing.reports.render.word import docx

from .letter import letter, words
from .models import ByHand, SentBack, Why
from .terms import Turn, next_turn, refused, returns


@dataclass(frozen=True, slots=True)
class Entry:
    """A form of the register: what is due next, or why it is not filled."""

    form: Form
    turn: Turn | None
    why: Why | None

    @classmethod
    def of(cls, form: Form, returned: Collection[date]) -> Entry:
        """The entry of *form*, of which the periods that end on the days *returned* came back."""
        return cls(form, next_turn(form, returned), refused(form))

    @property
    def order(self) -> tuple[bool, date, str]:
        """What is due first comes first; what is due at no time comes last."""
        return self.turn is None, self.turn.day if self.turn else date.max, self.form.code


def register(request: Visit) -> HttpResponse:
    """Every form asked of the community: those in order by when they are due, and those that go back."""
    done = returns(request.community)
    forms = Form.objects.known().filter(community=request.community)
    entries = sorted((Entry.of(form, done.get(form.fact, ())) for form in forms), key=lambda each: each.order)
    told = {"entries": [e for e in entries if e.why is None], "refused": [e for e in entries if e.why]}
    askers = len({each.form.asked_by for each in told["entries"]})
    back = SentBack.objects.known().filter(community=request.community).select_related("form")[:20]
    return render(request, "admission/register.html", {**told, "back": back, "askers": askers})


def _form(request: Visit, pk: UUID) -> Form:
    """The telling that stands of the form whose telling is *pk*; 404 when it was struck out."""
    asked = get_object_or_404(Form.objects.filter(community=request.community), pk=pk)
    return get_object_or_404(Form.objects.known().filter(community=request.community), fact=asked.fact)


def form(request: Visit, pk: UUID) -> HttpResponse:
    """One form: who asks, what is due, what was returned, and what to say when it is not in order."""
    one = _form(request, pk)
    entry = Entry.of(one, returns(request.community).get(one.fact, ()))
    back = SentBack.objects.known().filter(form=one.fact)
    told = {"entry": entry, "form": one, "returned": _returned(one), "back": back}
    return render(request, "admission/form.html", {**told, "words": words(one, entry.why) if entry.why else ()})


def _returned(one: Form) -> list[dict[str, object]]:
    """Every return of a form, the newest first."""
    found: list[dict[str, object]] = []
    for kind in (Filling, ByHand):
        for row in kind._default_manager.known().filter(form=one.fact):
            last = row.after - timedelta(days=1)
            found.append({"row": row, "first": row.first, "last": last, "day": row.day, "by_hand": kind is ByHand})
    return sorted(found, key=lambda each: str(each["day"]), reverse=True)


def _why(one: Form) -> Why:
    if (why := refused(one)) is None:
        raise Http404  # it is in order: nothing goes back
    return why


def sent_back(request: Visit, pk: UUID) -> HttpResponse:
    """POST: the form went back to who asked, with the reason."""
    if request.method != "POST":
        raise Http404
    one = _form(request, pk)
    record = SentBack(form_id=one.fact, why=_why(one), day=localdate())
    write(record, community=request.community, by=request.user.get_username())
    messages.success(request, _("Kept: it was sent back to %(asker)s.") % {"asker": one.asked_by})
    return redirect("admission.form.desk", request.community.code, one.pk)


def as_letter(request: Visit, pk: UUID) -> HttpResponse:
    """What goes back to who asked, as Word."""
    one = _form(request, pk)
    paper = docx(letter(request.community, one, _why(one), nearest(get_language())))
    return file_answer(paper, WORD, "sent-back.docx")
