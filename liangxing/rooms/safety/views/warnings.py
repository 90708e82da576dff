"""Pages of alerts: what stands, one of them, and its file; for those on duty, taking them in and sending them out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from ..actions.warnings import Came, about, composed, send_out, take_all
from ..cap.faults import Wrong
from ..cap.reading import MOST_BYTES
from ..forms.warning import ComposeForm, said
from ..models import Alert, CallRound
from ..queries.drawn_alert import drawn
from ..queries.told import standing_told, told
from ..queries.warnings import Seen, alerts, one_alert

MOST_FILES = 50


def _here(request: Visit, fact: UUID) -> Seen:
    """The alert that is asked for; 404 when it is not there, or is not for the public and nobody on duty asks."""
    found = one_alert(request.community, fact, now())
    if found is None or (found.fate.state == "silent" and not request.rights.may("warn")):
        raise Http404
    return found


def page(request: Visit) -> HttpResponse:
    """What stands now; for those on duty, everything that came of late and where to bring more."""
    at, language = now(), get_language() or "en"
    shown: dict[str, Any] = {"standing": standing_told(request.community, at), "at": at}
    if request.rights.may("warn"):
        shown["every"] = [told(seen, language) for seen in alerts(request.community, at)]
    return render(request, "safety/alerts.html", shown)


def one(request: Visit, fact: UUID) -> HttpResponse:
    """One alert: in words, on the map, with what became of it."""
    seen = _here(request, fact)
    shown = told(seen, get_language() or "en") | {"drawing": drawn(seen.message, request.community, now())}
    if request.rights.may("warn"):
        shown["said"] = [_(fault.sentence) % fault.values for fault in seen.said()]
        shown["rounds"] = CallRound.objects.known().filter(community=request.community, alert=seen.alert.fact)
    if seen.fate.by:
        name = {"sender": seen.fate.by.sender, "identifier": seen.fate.by.identifier}
        shown["by"] = Alert.objects.known().filter(community=request.community, **name).first()
    return render(request, "safety/alert.html", shown)


def file(request: Visit, fact: UUID) -> HttpResponse:
    """The message itself, to the letter."""
    alert = _here(request, fact).alert
    return HttpResponse(alert.xml.encode(), content_type="application/cap+xml; charset=utf-8")


@require_POST
def take_in(request: Visit) -> HttpResponse:
    """Take the files that somebody brings: each is answered for, and none stops the others."""
    brought = request.FILES.getlist("files")[:MOST_FILES]
    if not brought:
        messages.error(request, _("Choose the files first: alerts as CAP 1.2 (.xml), or a feed with its files."))
    files = [(upload.name or "?", _bytes(upload)) for upload in brought]
    by = request.user.get_username()
    for came in take_all(files, way=Alert.Way.FILE, community=request.community, by=by, now=now()):
        _say(request, came)
    return redirect("safety.alerts.read", request.community.code)


def _bytes(upload: Any) -> bytes:
    """What was uploaded; of what is too large one byte more than is read, which says so without being opened."""
    return bytes(upload.read(MOST_BYTES + 1))


def _say(request: Visit, came: Came) -> None:
    if came.taken:
        words = (
            _("%(name)s: it had come before; nothing was kept twice.") if came.taken.again else _("%(name)s: taken.")
        )
        messages.success(request, words % {"name": came.name})
        return
    why = " ".join(said(came.refused)) if isinstance(came.refused, Wrong) else _(str(came.refused))
    messages.error(request, _("%(name)s was not taken. %(why)s") % {"name": came.name, "why": why})


def compose(request: Visit, fact: UUID | None = None) -> HttpResponse:
    """Write an alert, or with *fact* an update of one that was written here."""
    old = _ours(request, fact) if fact else None
    form = ComposeForm(request.POST or None, initial=_initial(old))
    if request.method == "POST" and form.is_valid():
        community = request.community
        infos = form.infos(
            where=community.name,
            where_en=community.name_en or community.name,
            code=community.code,
            sender=community.name,
        )
        status = form.cleaned_data["status"]
        message = composed(community, "Update" if old else "Alert", status, infos, now())
        if old:
            message = about(message, old.message, _("Update"))
        try:
            sent = send_out(message, community=community, by=request.user.get_username(), now=now())
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("It is out: on the board, in the hall and in the feed."))
            return redirect("safety.alert1.read", community.code, sent.alert.fact)
    return render(request, "safety/compose.html", {"form": form, "old": old}, status=422 if form.errors else 200)


def _initial(old: Seen | None) -> dict[str, Any]:
    if old is None:
        return {}
    zh, en = old.message.info("zh"), old.message.info("en")
    if zh is None or en is None:
        return {}
    return {
        "status": old.message.status, "category": zh.categories[0], "event_zh": zh.event, "event_en": en.event,
        "severity": zh.severity, "urgency": zh.urgency, "certainty": zh.certainty,
        "response": next(iter(zh.responses), "None"), "instruction_zh": zh.instruction,
        "instruction_en": en.instruction,
    }  # fmt: skip


def _ours(request: Visit, fact: UUID) -> Seen:
    """An alert of this community that stands: nobody updates or cancels those of others."""
    seen = _here(request, fact)
    if seen.alert.way != Alert.Way.WRITTEN or not seen.fate.stands:
        raise Http404
    return seen


def cancel(request: Visit, fact: UUID) -> HttpResponse:
    """Cancel an alert that was written here; why is said to everybody."""
    seen = _ours(request, fact)
    why = " ".join(request.POST.get("why", "").split())[:200]
    if request.method == "POST" and why:
        message = composed(request.community, "Cancel", seen.message.status, (), now())
        gone = about(message, seen.message, why)
        send_out(gone, community=request.community, by=request.user.get_username(), now=now())
        messages.success(request, _("It is cancelled, and everybody who asks is told so."))
        return redirect("safety.alert1.read", request.community.code, fact)
    shown = told(seen, get_language() or "en") | {"missing": request.method == "POST"}
    return render(request, "safety/cancel.html", shown, status=422 if request.method == "POST" else 200)
