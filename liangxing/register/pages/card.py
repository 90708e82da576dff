"""A card with a code and its QR: shown once, to be printed and handed over; and what its holder does with it."""

from __future__ import annotations

from secrets import choice
from typing import Any
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit
from liangxing.register import accounts, guessing, tickets
from liangxing.register.models import Ticket
from liangxing.register.sign_in import later

from .access_forms import WelcomeForm

SHOWN = "card"  # the session key under which a card waits to be shown once
HERE = ("127.0.0.1", "localhost")  # addresses that only this computer knows
GUESSED = "card"  # under this name wrong codes are counted, as wrong passwords are under an account


def show_card(request: Visit, code: str, **told: str) -> HttpResponse:
    """Go to the page that shows the card, once: sending the form again makes no second one."""
    return show_cards(request, [{"code": code, **told}])


def show_cards(request: Visit, cards: list[dict[str, str]]) -> HttpResponse:
    """Go to the page that shows several cards, once."""
    request.session[SHOWN] = cards
    return redirect("register.card.read", community=request.community.code)


def card(request: Visit) -> HttpResponse:
    """The cards that were just made; shown again, they are gone, for nobody keeps their codes."""
    cards: list[dict[str, Any]] = request.session.pop(SHOWN, [])
    if not cards:
        return render(request, "register/card.html", {"gone": True}, status=410)
    path = reverse("register.welcome.read", args=[request.community.code])
    address = _outside(request, path)
    for told in cards:
        drawn = segno.make(f"{address}?code={told['code']}", error="m").svg_inline(scale=4, border=2, light="#fff")
        told["qr"] = mark_safe(drawn)
    told = {"cards": cards, "address": address, "only_here": urlsplit(address).hostname in HERE}
    answer = render(request, "register/card.html", told)
    answer["Cache-Control"] = "no-store"
    return answer


def _outside(request: Visit, path: str) -> str:
    """The address of *path* as a phone must call it: as the installation says, or else as this page was called."""
    told = settings.LIANGXING_URL
    return request.build_absolute_uri(path) if urlsplit(told).hostname in HERE else told.rstrip("/") + path


def welcome(request: Visit) -> HttpResponse:
    """Type the code of a card, or come by its QR; choose a password; come in."""
    code = (request.POST.get("code") or request.GET.get("code", "")).strip()
    if not code:
        return render(request, "register/welcome.html", {})
    if wait := guessing.wait(request, GUESSED):
        return render(request, "register/welcome.html", {"refused": later(wait)}, status=429)
    if (ticket := tickets.find(request.community, code)) is None:
        guessing.wrong(request, GUESSED)
        words = _(
            "This code opens nothing: compare its letters, or ask for a new card. A card works once, for 14 days."
        )
        return render(request, "register/welcome.html", {"refused": words, "code": code}, status=422)
    return _choose(request, ticket, code)


def _choose(request: Visit, ticket: Ticket, code: str) -> HttpResponse:
    """The form for a password, and coming in with it."""
    sent = request.POST if "new_password1" in request.POST else None
    form = WelcomeForm(sent, account=ticket.account, initial={"account": _suggested()})
    if sent and form.is_valid():
        try:
            user = accounts.welcome(ticket, form.cleaned_data["account"], form.cleaned_data["new_password1"])
        except Refused as refused:
            form.add_error("account", str(refused))
        else:
            login(request, user)
            messages.success(request, _("Welcome, %s. From now on you sign in with this name.") % user.username)
            return redirect("board.read", community=request.community.code)
    status = 422 if sent else 200
    return render(request, "register/welcome.html", {"form": form, "code": code, "ticket": ticket}, status=status)


def _suggested() -> str:
    """A user name that says nothing of its holder."""
    return "home-" + "".join(choice(tickets.LETTERS) for _letter in range(6))
