"""Keys of programs: a post without an account, known by the hash of a secret, until a day."""

from __future__ import annotations

from datetime import date
from secrets import token_urlsafe
from typing import Any

from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.records.actions import correct, write
from liangxing.register.door import secret_hash
from liangxing.register.models import Post
from liangxing.register.roles import PROGRAM


def make(community: Community, *, until: date, note: str, by: str) -> str:
    """Write the post of a program that may come until the day before *until*; its secret, which is kept nowhere."""
    secret = token_urlsafe(24)
    number = Post.objects.filter(community=community, role=PROGRAM).values("fact").distinct().count() + 1
    post = Post(
        code=f"program-{number}", role=PROGRAM, link=secret_hash(secret), day=localdate(), until=until, note=note
    )
    write(post, community=community, by=by)
    return secret


def keys(community: Community) -> Any:
    """The posts of programs, those that stand longest first."""
    return Post.objects.known().filter(community=community, role=PROGRAM).order_by("-until")


def end(post: Post, *, by: str) -> Post:
    """End a key today: whoever comes by it from now on is a stranger."""
    return correct(post, by=by, until=max(post.day, localdate()), link=post.link)
