"""Keys of programs that report: given by the secretary, shown once, withdrawn at any time, and not used too fast."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.records.actions import end, write
from liangxing.records.visit import Visit
from liangxing.rooms.environment.models import Problem, ProblemStep, ServiceKey

from .answers import Fault

SHOWN = "open311.key"  # the session key under which a new key waits to be shown once
FEW, WITHIN = 60, timedelta(minutes=10)  # what one key may send


def called(key: ServiceKey) -> str:
    """As who a program acts in the ledger."""
    return f"open311:{key.code}"


def opened_by(request: Visit, told: str) -> ServiceKey:
    """The key that *told* is; ``Fault`` 403 for none, a withdrawn or a wrong one, 429 when it is used too fast."""
    digest = sha256(told.encode()).hexdigest()
    standing = ServiceKey.objects.known().standing_on(localdate()).filter(community=request.community)
    key = standing.filter(sha256=digest).first() if told else None
    if key is None:
        raise Fault(403, _("api_key is missing, wrong or withdrawn. The secretary of the community gives keys."))
    lately = {"community": request.community, "day__gte": localdate() - timedelta(days=1), "act__actor": called(key)}
    since = {"recorded_at__gte": now() - WITHIN}
    done = sum(kind.objects.filter(**lately, **since).count() for kind in (Problem, ProblemStep))
    if done >= FEW:
        words = _("This key sent %(few)s within ten minutes. Wait, and send again.") % {"few": FEW}
        raise Fault(429, words, Retry_After=str(int(WITHIN.total_seconds())))
    return key


def page(request: Visit) -> HttpResponse:
    """The keys, and a form for a new one; a new key is shown once."""
    every = ServiceKey.objects.known().filter(community=request.community)
    if request.method == "POST":
        name = request.POST.get("name", "").replace("\0", "").strip()[:80]
        if name:
            secret, number = token_urlsafe(24), every.count() + 1
            made = ServiceKey(code=f"K{number}", name=name, day=localdate())
            made.contact = request.POST.get("contact", "").replace("\0", "").strip()[:120]
            made.sha256 = sha256(secret.encode()).hexdigest()
            write(made, community=request.community, by=request.user.get_username())
            request.session[SHOWN] = secret
            return redirect("open311.keys.appoint", community=request.community.code)
        messages.error(request, _("Say for which program it is."))
    context = {"keys": every.order_by("-day", "-pk"), "made": request.session.pop(SHOWN, ""), "today": localdate()}
    return render(request, "open311/keys.html", context)


@require_POST
def close(request: Visit, pk: UUID) -> HttpResponse:
    """Withdraw a key from today on."""
    key = get_object_or_404(ServiceKey.objects.known().filter(community=request.community, until=None), pk=pk)
    end(key, until=max(localdate(), key.day), by=request.user.get_username())
    messages.success(request, _("Withdrawn. It opens nothing any more."))
    return redirect("open311.keys.appoint", community=request.community.code)
