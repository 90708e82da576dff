"""Who has access: accounts and their posts, made and ended; cards for new passwords; invitations of households."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit
from liangxing.register import accounts, tickets
from liangxing.register.models import Household, Post, Ticket
from liangxing.register.roles import ROLES

from .access_forms import AppointForm, InviteForm
from .card import show_card

PAGE = 50
OUTSIDE = ("resident",)  # roles whose accounts are many, and stand apart from those who work here


def access(request: Visit) -> HttpResponse:
    """Everybody who may come in, those who work here first; residents' accounts page by page."""
    posts = accounts.standing(request.community).select_related("building", "organisation", "household")
    held = posts.exclude(account="").exclude(role__in=OUTSIDE).order_by("role", "account", "code")
    homes = posts.filter(role__in=OUTSIDE).exclude(account="").order_by("household__code", "account")
    ended = Post.objects.known().filter(community=request.community, until__isnull=False).exclude(account="")
    told = {
        "people": _people(request, held),
        "homes": Paginator(homes, PAGE).get_page(request.GET.get("page")),
        "ended": ended.exclude(pk__in=posts.values("pk")).order_by("-until")[:PAGE],
        "roles": ROLES,
    }
    return render(request, "register/access.html", told)


def _people(request: Visit, posts: Any) -> list[dict[str, Any]]:
    """One entry for each account: its posts, when it last signed in, and whether it waits for its first password."""
    by_name: dict[str, list[Post]] = {}
    for post in posts:
        by_name.setdefault(post.account, []).append(post)
    known = {user.username: user for user in accounts.users().filter(username__in=by_name)}
    return [
        {
            "account": name,
            "posts": held,
            "user": known.get(name),
            "waits": name not in known or not known[name].has_usable_password(),
        }
        for name, held in by_name.items()
    ]


def new(request: Visit) -> HttpResponse:
    """A new account with its post, or another post for an account that is there; then its card."""
    form = AppointForm(request.POST or None, community=request.community)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        role, account, houses, since = (told.pop(name) for name in ("role", "account", "buildings", "day"))
        try:
            accounts.appoint(
                role,
                account,
                buildings=houses,
                since=since,
                community=request.community,
                by=request.user.get_username(),
                **told,
            )
        except Refused as refused:
            form.add_error("account", str(refused))
        else:
            if accounts.users().get(username=account).has_usable_password():
                messages.success(request, _("%s has the post; the password stays as it is.") % account)
                return redirect("register.access.appoint", community=request.community.code)
            return _card(request, account)
    status = 422 if request.method == "POST" else 200
    return render(request, "register/appoint.html", {"form": form}, status=status)


@require_POST
def password(request: Visit) -> HttpResponse:
    """A card with which somebody chooses a new password; an earlier card is void."""
    return _card(request, request.POST.get("account", ""))


def _card(request: Visit, account: str) -> HttpResponse:
    try:
        code = accounts.card(request.community, account, by=request.user.get_username())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("register.access.appoint", community=request.community.code)
    return show_card(request, code, account=account)


@require_POST
def close(request: Visit, pk: UUID) -> HttpResponse:
    """End a post today."""
    post = get_object_or_404(accounts.standing(request.community), pk=pk)
    try:
        accounts.close(post, by=request.user.get_username(), why=request.POST.get("why", "").strip()[:200])
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        told = {"account": post.account or post.code, "role": ROLES[post.role].name}
        messages.success(request, _("%(account)s is no longer %(role)s, from today on.") % told)
    return redirect("register.access.appoint", community=request.community.code)


def invite(request: Visit) -> HttpResponse:
    """A card that invites a household: whoever holds it chooses a user name and sees what concerns that household."""
    form = InviteForm(request.POST or None, community=request.community, initial=request.GET.dict())
    if request.method == "POST" and form.is_valid():
        home: Household = form.cleaned_data["household"]
        if request.rights.concerns(Post(role="resident", household_id=home.fact, community=request.community)):
            code = tickets.issue(request.community, by=request.user.get_username(), household=home.fact)
            return show_card(request, code, household=home.code)
        form.add_error("household", _("This household lies outside what your post reaches."))
    open_ = Ticket.objects.filter(community=request.community, used_at=None, account="").count()
    told = {"form": form, "open": open_}
    return render(request, "register/invite.html", told, status=422 if form.errors else 200)
