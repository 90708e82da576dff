"""Pages for people: what programs may ask here, and the keys that were given to them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from liangxing.records.kinds import kinds
from liangxing.records.visit import Visit
from liangxing.register.keys import end, keys, make

MADE = "key"  # the session key under which a new key waits to be shown once
YEAR = timedelta(days=366)


class KeyForm(forms.Form):
    """Until when a key opens, and for which program."""

    note = forms.CharField(
        label=gettext_lazy("for which program"),
        max_length=200,
        help_text=gettext_lazy("The office and the program, not a person."),
    )
    until = forms.DateField(
        label=gettext_lazy("the key ends on"),
        help_text=gettext_lazy("The first day on which it no longer opens; a year from now at most."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, initial={"until": localdate() + YEAR})

    def clean_until(self) -> Any:
        """Tomorrow at the earliest, and not for ever."""
        until, today = self.cleaned_data["until"], localdate()
        if not today < until <= today + YEAR:
            raise forms.ValidationError(_("From tomorrow on, and within a year."))
        return until


def about(request: Visit) -> HttpResponse:
    """How a program asks, and the kinds it may ask for."""
    mine = [kind for kind in kinds().values() if request.rights.may("list", kind.model)]
    return render(request, "api/about.html", {"kinds": mine, "root": request.build_absolute_uri(request.path)})


def listing(request: Visit) -> HttpResponse:
    """The form, the key just made, and all keys with their end."""
    form = KeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.session[MADE] = make(request.community, by=request.user.get_username(), **form.cleaned_data)
        return redirect("api.keys.appoint", community=request.community.code)
    today = localdate()
    told = {
        "form": form,
        "made": request.session.pop(MADE, ""),
        "keys": [(post, post.until is None or post.until > today) for post in keys(request.community)],
    }
    answer = render(request, "api/keys.html", told, status=422 if form.errors else 200)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def close(request: Visit, pk: UUID) -> HttpResponse:
    """End a key at once."""
    end(get_object_or_404(keys(request.community), pk=pk), by=request.user.get_username())
    messages.success(request, _("The key opens nothing any more."))
    return redirect("api.keys.appoint", community=request.community.code)
