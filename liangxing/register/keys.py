"""Keys of programs: a post without an account, known by the hash of a secret, until a day."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from django.utils.timezone import localdate

from liangxing.ledger.models import Community
from liangxing.records.actions import correct, write

from .models import Post
from .rights import posts_of
from .roles import PROGRAM


def secret_hash(secret: str) -> str:
    """How a post keeps the secret of its link or key: SHA-256 in hex."""
    return sha256(secret.encode()).hexdigest()


def posts_by(community: Community, secret: str) -> list[Post]:
    """The posts of the program whose key *secret* is, as far as they stand today."""
    return [post for post in posts_of(community, link=secret_hash(secret)) if post.role == PROGRAM] if secret else []


def called(post: Post) -> str:
    """As who a program acts in the ledger."""
    return f"key:{post.code}"


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
    return correct(post, by=by, until=max(post.day, localdate()))
