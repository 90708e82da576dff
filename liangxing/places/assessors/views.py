"""Pages of the assessors' door: links made, listed and ended; and what somebody sees who came by one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from liangxing.records.visit import Visit
from liangxing.register.door import PASS
from liangxing.register.models import LinkUse
from liangxing.register.reading import DOOR, Reading

from .links import choices, end, links, make

MADE = "link"  # the session key under which a new link waits to be shown once
MONTH, YEAR = timedelta(days=30), timedelta(days=366)


class LinkForm(forms.Form):
    """What a link opens, as of which day, until when, and for whom."""

    chosen = forms.ChoiceField(label=gettext_lazy("what it opens"))
    day = forms.DateField(
        label=gettext_lazy("figures as of"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateField(
        label=gettext_lazy("the link ends on"),
        help_text=gettext_lazy("The first day on which it no longer opens; a year from now at most."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(
        label=gettext_lazy("for whom"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("The office, not a name."),
    )

    def __init__(self, data: Any, *, options: list[tuple[str, str]]) -> None:
        today = localdate()
        super().__init__(data, initial={"day": today, "until": today + MONTH})
        self.fields["chosen"].choices = options  # type: ignore[attr-defined]

    def clean_until(self) -> Any:
        """Tomorrow at the earliest, and not for ever."""
        until, today = self.cleaned_data["until"], localdate()
        if not today < until <= today + YEAR:
            raise forms.ValidationError(_("From tomorrow on, and within a year."))
        return until

    def clean_day(self) -> Any:
        """A day that has come."""
        if self.cleaned_data["day"] > localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return self.cleaned_data["day"]


def listing(request: Visit) -> HttpResponse:
    """The form, the link just made, and all links with their end and use."""
    options = choices(request.community)
    form = LinkForm(request.POST or None, options=options)
    if request.method == "POST" and form.is_valid():
        secret = make(request.community, by=request.user.get_username(), **form.cleaned_data)
        address = request.build_absolute_uri(reverse(DOOR, args=[request.community.code]))
        request.session[MADE] = f"{address}?{PASS}={secret}"
        return redirect("assessors.links.appoint", community=request.community.code)
    told = {
        "form": form,
        "made": request.session.pop(MADE, ""),
        "links": [_told(post, dict(options)) for post in links(request.community).select_related("act")],
    }
    answer = render(request, "assessors/links.html", told, status=422 if form.errors else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def _told(post: Any, options: dict[str, str]) -> dict[str, Any]:
    """A link as the list shows it."""
    reading = Reading.of(post)
    return {
        "post": post,
        "title": options.get(f"{reading.what}:{reading.key}", reading.key),
        "as_of": reading.day,
        "stands": post.until is None or post.until > localdate(),
        "use": LinkUse.objects.filter(link=post.fact).first(),
    }


@require_POST
def close(request: Visit, pk: UUID) -> HttpResponse:
    """End a link at once."""
    end(get_object_or_404(links(request.community), pk=pk), by=request.user.get_username())
    messages.success(request, _("The link opens nothing any more."))
    return redirect("assessors.links.appoint", community=request.community.code)


def door(request: Visit) -> HttpResponse:
    """What the link opens, for whoever came by one; for all others, that a link is needed."""
    rights = request.rights
    if not isinstance(rights, Reading):
        return render(request, "assessors/door.html", {}, status=200)
    titles = dict(choices(request.community))
    page = reverse(f"{rights.what}.read", args=[request.community.code, rights.key])
    told = {
        "title": titles.get(f"{rights.what}:{rights.key}", rights.key),
        "as_of": rights.day,
        "href": f"{page}?day={rights.day}",
        "until": rights.post.until,
        "figures": len({measure.key for measure, _period in rights.claims}),
    }
    return render(request, "assessors/door.html", told)
