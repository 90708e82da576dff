"""Pages of the guided start: where one stands, and each step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.actions import correct, write
from liangxing.records.kinds import kinds
from liangxing.records.tables.columns import label, open_sets
from liangxing.records.visit import Visit
from liangxing.register import accounts
from liangxing.register.models import Profile
from liangxing.register.pages.card import show_cards

from . import lines, steps
from .forms import AboutForm, ColleagueForm

PASSED = "start_passed"  # the session key of the steps that were passed over
ROWS, COLLEAGUES, ACTIVITIES = 6, 5, 4
GROUND, CALENDAR = ("estate", "buildings", "storeys"), ("day", "title", "sort", "attended")


def overview(request: Visit) -> HttpResponse:
    """All steps, what is done, and what is next."""
    finished = steps.done(request.community)
    told = {
        "steps": steps.row(request.community),
        "all": [(step, step.key in finished) for step in steps.STEPS],
        "next": steps.follows(request.community, request.session.get(PASSED, [])),
        "finished": len(finished),
    }
    return render(request, "start/overview.html", told)


def step(request: Visit, key: str) -> HttpResponse:
    """One step; POST keeps what was filled in, or passes it over."""
    if key not in steps.BY_KEY:
        raise Http404
    if request.method != "POST":
        return _show(request, key)
    if "pass" in request.POST:
        request.session[PASSED] = [*request.session.get(PASSED, []), key]
        return _on(request)
    return KEEP[key](request) if key in KEEP else _on(request)


def _on(request: Visit) -> HttpResponse:
    """To the next step that is left, or to the overview that says what to do now."""
    following = steps.follows(request.community, request.session.get(PASSED, []))
    code = request.community.code
    return redirect("start.step.appoint", code, following.key) if following else redirect("start.appoint", code)


def _show(request: Visit, key: str, *, refused: str = "", **told: Any) -> HttpResponse:
    every = {
        "step": steps.BY_KEY[key],
        "steps": steps.row(request.community, key),
        "is_done": steps.BY_KEY[key].done(request.community),
        "refused": refused,
        "sent": request.POST,
        "today": localdate(),
        **(told or (FILLED[key](request) if key in FILLED else {})),
        **(EVERY[key]() if key in EVERY else {}),
    }
    return render(request, f"start/{key}.html", every, status=422 if request.method == "POST" else 200)


def _about_form(request: Visit, data: Any = None) -> AboutForm:
    old = Profile.objects.known().filter(community=request.community).first()
    more = {"instance": old.anew()} if old else {}
    return AboutForm(data, community=request.community, **more)


def _keep_about(request: Visit) -> HttpResponse:
    form, by = _about_form(request, request.POST), request.user.get_username()
    if not form.is_valid():
        return _show(request, "about", form=form)
    if old := Profile.objects.known().filter(community=request.community).first():
        changes = {name: getattr(form.instance, name) for name in form.changed_data}
        if changes:
            correct(old, by=by, why=_("guided start"), **changes)
    else:
        write(form.instance, community=request.community, by=by)
    return _on(request)


def _typed(request: Visit, names: tuple[str, ...], count: int) -> list[dict[str, str]]:
    """The rows of the grid that are not empty, and those that were pasted."""
    rows = [{name: request.POST.get(f"{name}-{n}", "").strip() for name in names} for n in range(count)]
    return [row for row in rows if any(row.values())] + lines.pasted(request.POST.get("pasted", ""), names)


def _keep_rows(request: Visit, key: str, keep: Callable[[], int]) -> HttpResponse:
    try:
        if not (kept := keep()):
            raise Refused(_("Nothing new was filled in. Fill in a row, or pass this step over."))
    except Refused as refused:
        return _show(request, key, refused=str(refused), rows=_rows(request, key))
    messages.success(request, _("%(n)s records kept.") % {"n": kept})
    return _on(request)


def _rows(request: Visit, key: str) -> list[dict[str, Any]]:
    """The rows of a grid, each cell with what was sent."""
    names, count = (GROUND, ROWS) if key == "ground" else (CALENDAR, ACTIVITIES)
    return [{name: request.POST.get(f"{name}-{n}", "") for name in names} | {"n": n} for n in range(count)]


def _keep_ground(request: Visit) -> HttpResponse:
    def keep() -> int:
        try:
            day = date.fromisoformat(request.POST.get("day", ""))
        except ValueError:
            raise Refused(_("Write since when they stand, such as 2010-06-01.")) from None
        rows = _typed(request, GROUND, ROWS)
        return lines.ground(rows, day, request.community, request.user.get_username())

    return _keep_rows(request, "ground", keep)


def _keep_calendar(request: Visit) -> HttpResponse:
    rows = _typed(request, CALENDAR, ACTIVITIES)
    return _keep_rows(request, "calendar", lambda: lines.calendar(rows, request.community, request.user.get_username()))


def _colleagues(request: Visit, data: Any = None) -> list[ColleagueForm]:
    return [ColleagueForm(data, prefix=f"c{n}", community=request.community) for n in range(COLLEAGUES)]


def _keep_people(request: Visit) -> HttpResponse:
    forms = _colleagues(request, request.POST)
    asked = [form for form in forms if form.has_changed()]
    if not asked or not all([form.is_valid() for form in asked]):
        words = "" if asked else _("Nothing new was filled in. Fill in a row, or pass this step over.")
        return _show(request, "people", refused=words, forms=forms)
    cards: list[dict[str, str]] = []
    try:
        with transaction.atomic():  # all of them or none: a card that was made and not shown helps nobody
            for form in asked:
                cards.append(_appoint(request, form))
    except Refused as refused:
        asked[len(cards)].add_error("account", str(refused))
        return _show(request, "people", forms=forms)
    return show_cards(request, cards)


def _appoint(request: Visit, form: ColleagueForm) -> dict[str, str]:
    """Give one of those who work here their post; the card that lets them in."""
    told, by = form.cleaned_data, request.user.get_username()
    account = told["account"]
    accounts.appoint(
        told["role"],
        account,
        community=request.community,
        by=by,
        since=localdate(),
        name=told["name"],
        buildings=told["buildings"],
    )
    return {"code": accounts.card(request.community, account, by=by), "account": account, "start": "1"}


def _sorts() -> dict[str, list[str]]:
    kind = kinds()["activities.activity"]
    keys = dict.fromkeys(open_sets(kind)["sort"].values())
    return {"sorts": [label(kind.model, "sort", key) for key in keys]}


KEEP: dict[str, Callable[[Visit], HttpResponse]] = {
    "about": _keep_about,
    "ground": _keep_ground,
    "people": _keep_people,
    "calendar": _keep_calendar,
}
FILLED: dict[str, Callable[[Visit], dict[str, Any]]] = {
    "about": lambda request: {"form": _about_form(request)},
    "ground": lambda request: {"rows": _rows(request, "ground")},
    "people": lambda request: {"forms": _colleagues(request)},
    "calendar": lambda request: {"rows": _rows(request, "calendar")},
}
EVERY: dict[str, Callable[[], dict[str, Any]]] = {"calendar": _sorts}  # what a step needs however it is shown
