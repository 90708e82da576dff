"""Accounts and their posts: made, ended, let in again. Accounts are no records; what they may do, their posts, is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import end, write

from . import tickets
from .models import Building, Household, Post, Ticket
from .roles import ROLES

KEEPER = "appoint"  # the verb of those who give out posts; somebody must have it


def users() -> Any:
    """The accounts of this installation."""
    return get_user_model()._default_manager


def is_taken(account: str, community: Community) -> bool:
    """Whether *account* belongs to somebody of whom this community has no post."""
    here = Post.objects.filter(community=community, account=account).exists()
    return not here and users().filter(username=account).exists()


def appoint(
    role: str,
    account: str,
    *,
    community: Community,
    by: str,
    since: date,
    buildings: Sequence[Building] = (),
    **more: Any,
) -> list[Post]:
    """Give *account*, made when it is not there, posts with *role*: one for each of *buildings*, or one. One act.

    *more*: other columns of the post. ``Refused`` when the account is somebody's of another community.
    """
    if is_taken(account, community):
        raise Refused(_("%s is taken: choose another user name.") % account)
    with transaction.atomic(), act("register.appoint", community=community, by=by):
        if not users().filter(username=account).exists():
            users().create_user(account)  # without a password nobody comes in: that takes a card
        return [
            write(
                Post(
                    code=_free_code(community, account), role=role, account=account, building=house, day=since, **more
                ),
                community=community,
                by=by,
            )
            for house in buildings or (None,)
        ]


def _free_code(community: Community, stem: str) -> str:
    taken = set(Post.objects.filter(community=community, code__startswith=stem).values_list("code", flat=True))
    return next(code for n in range(1, 10_000) if (code := stem if n == 1 else f"{stem}-{n}") not in taken)


def standing(community: Community) -> Any:
    """The posts that stand today."""
    return Post.objects.known().filter(community=community).standing_on(localdate())


def keepers(community: Community) -> Any:
    """The accounts' posts that today may give out posts."""
    roles = [role for role, told in ROLES.items() if KEEPER in told.verbs]
    return standing(community).filter(role__in=roles).exclude(account="")


def has_keeper(community: Community) -> bool:
    """Whether somebody can sign in and give out posts."""
    return bool(users().filter(username__in=keepers(community).values("account")).exists())


def close(post: Post, *, by: str, why: str = "") -> Post:
    """End *post* today. ``Refused`` when nobody would be left to give out posts."""
    mine = keepers(post.community)
    if mine.filter(pk=post.pk).exists() and not mine.exclude(account=post.account).exists():
        raise Refused(_("Somebody must be able to give out posts: first give one to whoever follows, then end this."))
    if post.account:
        Ticket.objects.filter(community=post.community, account=post.account, used_at=None).delete()
    return end(post, until=max(post.day, localdate()), by=by, why=why)


def card(community: Community, account: str, *, by: str) -> str:
    """A code with which the holder of *account* chooses a new password.

    ``Refused`` for an account that another community knows too: whoever gives out posts here does not let people in
    there.
    """
    posts = Post.objects.filter(account=account)
    if not posts.filter(community=community).exists() or posts.exclude(community=community).exists():
        raise Refused(
            _("The account %s is not this community's alone: its password is changed on the console.") % account
        )
    return tickets.issue(community, by=by, account=account)


def welcome(ticket: Ticket, account: str, password: str) -> Any:
    """Use *ticket* up: set the password of its account, or make a guest's account and the household's post for it.

    The account. ``Refused`` when somebody was quicker, or the household was struck meanwhile.
    """
    with transaction.atomic():
        if not tickets.use(ticket):
            raise Refused(_("This code was used already: ask for a new card."))
        if ticket.account:
            user = users().get(username=ticket.account)
        else:
            if users().filter(username=account).exists():
                raise Refused(_("%s is taken: choose another user name.") % account)
            home = (
                Household.objects.known()
                .filter(community=ticket.community, fact=ticket.household or UUID(int=0))
                .first()
            )
            if home is None:
                raise Refused(_("This household is no longer in the register: ask the desk."))
            home.pk = home.fact  # others refer to the first telling
            (post,) = appoint(
                "resident", account, community=ticket.community, by=account, since=localdate(), household=home
            )
            user = users().get(username=post.account)
        user.set_password(password)
        user.save(update_fields=["password"])
        return user
