"""Pages of a round of calls: the leader's, with everybody; a caller's own, one tap each; lists, and what comes back."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from liangxing.kernel.errors import Refused
from liangxing.records.almanac import absolute
from liangxing.records.visit import Visit
from liangxing.register.rights import Rights

from ..actions.calling import begin, finish, tell
from ..channels import Answer, Channel, channels
from ..models import Alert, CallRound, State
from ..queries.calling import Caller, House, Tree, open_rounds, tree

SIGNS = {"": "dunno", State.REACHED: "wait", State.ANSWERED: "ok", State.NOBODY: "no"}
CELLS = {state: f'<i class="{sign}"></i>' for state, sign in SIGNS.items()}
MOST_BYTES = 1 << 20
SHOWN = 12  # wrong lines that are read out: the rest is of the same sort


def _round(request: Visit, fact: object) -> CallRound:
    rows = CallRound.objects.known().filter(community=request.community)
    return get_object_or_404(rows.select_related("alert"), fact=fact)


def _posts(request: Visit) -> set[UUID]:
    rights = request.rights
    return {post.fact for post in rights.posts} if isinstance(rights, Rights) else set()


def _mine(request: Visit, every: Tree) -> list[House]:
    """The part of the tree that the visitor may call: everything for those on duty."""
    return every.houses if request.rights.may("warn") else every.of(_posts(request))


def listing(request: Visit) -> HttpResponse:
    """The rounds that run, and of late; whoever has one only is led to it."""
    today = localdate()
    rounds = list(open_rounds(request.community, today))
    if len(rounds) == 1 and not request.rights.may("warn"):
        return redirect("safety.calling.call", request.community.code, rounds[0].fact)
    over = CallRound.objects.known().filter(community=request.community, until__lte=today).order_by("-began_at")[:10]
    return render(request, "safety/calls.html", {"rounds": rounds, "over": over})


def start(request: Visit) -> HttpResponse:
    """Begin a round, for an alert or as an exercise."""
    fact = request.POST.get("alert") or request.GET.get("alert") or None
    rows = Alert.objects.known().filter(community=request.community)
    alert = get_object_or_404(rows, fact=_uuid(fact)) if fact else None
    if request.method != "POST":
        return render(request, "safety/call_start.html", {"alert": alert})
    minutes = request.POST.get("rise_min", "10")
    made = begin(
        " ".join(request.POST.get("name", "").split()) or (alert.event if alert else "") or _("Call and answer"),
        community=request.community,
        by=request.user.get_username(),
        now=now(),
        alert=alert,
        exercise="exercise" in request.POST,
        rise_min=int(minutes) if minutes.isdecimal() and 1 <= int(minutes) <= 240 else 10,
    )
    return redirect("safety.calling.call", request.community.code, made.fact)


def _uuid(told: str) -> UUID:
    try:
        return UUID(told)
    except ValueError:
        raise Http404 from None


@never_cache
def one(request: Visit, fact: UUID) -> HttpResponse:
    """The round: for those on duty everybody at a glance, for a caller those whom they call."""
    called, at = _round(request, fact), now()
    every = tree(called, localdate(at))
    if request.rights.may("warn") and "mine" not in request.GET:
        return render(request, "safety/calling.html", _leader(every, at) | {"round": called, "at": at})
    posts = _posts(request)
    mine = every.of(posts)
    if not mine and not (posts & every.callers.keys()):
        raise Http404
    told = {"round": called, "houses": [(house, _rows(house)) for house in mine], "at": at, "states": State}
    heard = all(every.callers[post].state == State.ANSWERED for post in posts if post in every.callers)
    risen = [r for r in every.risen(at) if r.taker is not None and r.taker.post in posts]
    return render(request, "safety/call_own.html", told | {"heard": heard, "risen": risen})


def _leader(every: Tree, at: datetime) -> dict[str, Any]:
    risen = every.risen(at)
    return {
        "sums": every.sums(),
        "houses": [(house, cells(house)) for house in every.houses],
        "silent": every.silent_houses(),
        "desk": [r for r in risen if r.taker is None],
        "levels": [r for r in risen if r.taker is not None],
        "callers": sorted(every.callers.values(), key=lambda c: (c.state == State.ANSWERED, c.role, c.code)),
        "channels": [channel for channel in channels().values() if channel.out or channel.back],
    }


def cells(house: House) -> SafeString:
    """The households of a building as signs in one line; their numbers are read on the building's own page."""
    return mark_safe("".join(CELLS[state] for _fact, _code, state in house.homes))  # of our own few signs only


def _rows(house: House) -> list[dict[str, Any]]:
    labels = {"": "", **{state.value: state.label for state in State}}
    return [
        {"fact": fact, "code": code, "state": state, "sign": SIGNS[state], "label": labels[state]}
        for fact, code, state in house.homes
    ]


@require_POST
def told(request: Visit, fact: UUID) -> HttpResponse:
    """Keep one tap.

    ``tell`` is ``own:…:STATE`` for all posts of one's own, ``post:FACT:STATE``, ``home:FACT:STATE``, or
    ``rest:BUILDING:STATE`` for all that are still untold.
    """
    called = _round(request, fact)
    what, _colon, rest = request.POST.get("tell", "").partition(":")
    which, _colon, state = rest.partition(":")
    every = tree(called, localdate())
    posts, homes = _asked(request, every, what, _uuid(which))
    if state not in State.values or not (posts or homes):
        raise Http404
    said = {"posts": dict.fromkeys(posts, state), "homes": dict.fromkeys(homes, state)}
    _keep(request, called, "page", _told_at(request), **said)
    return redirect(f"{reverse('safety.calling.call', args=[request.community.code, fact])}?mine=1#b-{which}")


def _asked(request: Visit, every: Tree, what: str, which: UUID) -> tuple[list[UUID], list[UUID]]:
    """The posts and homes that a tap speaks of, as far as they are the visitor's to tell."""
    mine = _mine(request, every)
    if what == "own":
        return [post for post in _posts(request) if post in every.callers], []
    if what == "post":
        own = _posts(request) | {c.post for house in mine for c in house.heads}
        return ([which] if which in every.callers and (which in own or request.rights.may("warn")) else []), []
    if what == "home":
        return [], [which] if any(home[0] == which for house in mine for home in house.homes) else []
    return [], [home[0] for house in mine if house.fact == which for home in house.homes if not home[2]]


def _told_at(request: Visit) -> datetime | None:
    """When it was tapped, as the phone says; ``None`` when it does not say, or not in full."""
    try:
        at = datetime.fromisoformat(request.POST.get("told_at", "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def _keep(request: Visit, called: CallRound, channel: str, at: datetime | None, **said: dict[UUID, str]) -> None:
    try:
        tell(called, channel=channel, told_at=at, by=request.user.get_username(), now=now(), **said)
    except Refused as refused:
        messages.error(request, str(refused))


def paper(request: Visit, fact: UUID) -> HttpResponse:
    """The lists to print before anything happens: a sheet for each building, with boxes to tick."""
    called = _round(request, fact)
    every = tree(called, localdate())
    mine = _mine(request, every)
    if not mine:
        raise Http404
    return render(request, "safety/call_paper.html", {"round": called, "houses": mine})


@require_POST
def bring_back(request: Visit, fact: UUID, channel: str) -> HttpResponse:
    """What a channel brought back, typed or as a file: good lines are kept, wrong ones are told with their place."""
    called, way = _round(request, fact), channels().get(channel)
    if way is None or way.back is None:
        raise Http404
    upload = request.FILES.get("file")
    data = upload.read(MOST_BYTES) if upload else request.POST.get("lines", "").encode()
    answers, wrong = way.back(data)
    kept, unknown = _take_back(request, called, way, answers)
    messages.success(request, _("%(n)s answers taken.") % {"n": kept})
    for words in (wrong + unknown)[:SHOWN]:
        messages.error(request, words)
    mine = "" if request.rights.may("warn") else "?mine=1"
    return redirect(reverse("safety.calling.call", args=[request.community.code, fact]) + mine)


def _take_back(request: Visit, called: CallRound, way: Channel, answers: list[Answer]) -> tuple[int, list[str]]:
    """Keep those *answers* whose codes the visitor calls, a whole list in as few acts as it has hours."""
    every = tree(called, localdate())
    homes = {code: home for house in _mine(request, every) for home, code, _state in house.homes}
    callers: dict[str, Caller] = {c.code: c for c in every.callers.values() if request.rights.may("warn")}
    by_hour: dict[datetime | None, dict[str, dict[UUID, str]]] = {}
    unknown, kept = [], 0
    for answer in answers:
        said = by_hour.setdefault(answer.at, {"posts": {}, "homes": {}})
        if answer.code in homes:
            said["homes"][homes[answer.code]] = answer.state
        elif answer.code in callers:
            said["posts"][callers[answer.code].post] = answer.state
        else:
            unknown.append(_("Line %(n)s: nobody with the code %(code)s is yours to call.")
                           % {"n": answer.line, "code": answer.code[:40]})  # fmt: skip
            continue
        kept += 1
    for at, said in by_hour.items():
        _keep(request, called, way.key, at, **said)
    return kept, unknown


def send_out(request: Visit, fact: UUID, channel: str) -> HttpResponse:
    """The file of a channel, for whoever takes it on."""
    called, way = _round(request, fact), channels().get(channel)
    if way is None or way.out is None:
        raise Http404
    where = absolute(reverse("safety.calling.call", args=[request.community.code, fact]))
    made = way.out(tree(called, localdate()), where)
    name = f"{called.code}.{way.ending}"
    return HttpResponse(made, content_type=way.media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_POST
def stop(request: Visit, fact: UUID) -> HttpResponse:
    """End the round."""
    finish(_round(request, fact), by=request.user.get_username())
    messages.success(request, _("The round is over. What was told of it stays."))
    return redirect("safety.calls.call", request.community.code)
