"""Making a link and ending it: a post without an account, which says what it opens and until when."""

from __future__ import annotations

from datetime import date
from secrets import token_urlsafe
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language

from liangxing.kernel.language import nearest
from liangxing.kernel.period import Period
from liangxing.ledger.models import Community
from liangxing.records.actions import correct, write
from liangxing.register.keys import secret_hash
from liangxing.register.models import Post
from liangxing.register.reading import told
from liangxing.reports.books import of_community
from liangxing.reports.writing import write as written
from liangxing.standards.assess import assess
from liangxing.standards.shelf import shelf
from liangxing.standards.words import said


def choices(community: Community) -> list[tuple[str, str]]:
    """What a link may open: ``report:key`` or ``standard:key``, each with its title."""
    language = nearest(get_language())
    some = [(f"report:{b.key}", b.called(language, community.name)) for b in of_community().values()]
    return some + [(f"standard:{key}", said(book.name)) for key, book in shelf(community).items()]


def claims(community: Community, what: str, key: str, day: date) -> list[tuple[str, Period]]:
    """The figures that a report states, or by which a standard judges, each with its period."""
    if what == "report":
        return [(s.claim.measure, s.claim.period) for s in written(community, key, day).stated]
    judged = assess(community, key, day).judged
    return [(t.test.measure, t.test.period(day)) for j in judged for t in j.tested]


def make(
    community: Community, chosen: str, day: date, *, until: date, by: str, note: str = "", secret: str = ""
) -> str:
    """Write the post of a link that opens what is *chosen* as of *day*, until the day before *until*; its secret."""
    what, _colon, key = chosen.partition(":")
    secret = secret or token_urlsafe(24)
    number = Post.objects.filter(community=community, role="assessor").values("fact").distinct().count() + 1
    post = Post(
        code=f"link-{number}",
        role="assessor",
        link=secret_hash(secret),
        opens=told(what, key, day, claims(community, what, key, day)),
        day=localdate(),
        until=until,
        note=note,
    )
    write(post, community=community, by=by)
    return secret


def links(community: Community) -> Any:
    """The posts of links, those that stand first."""
    return Post.objects.known().filter(community=community, role="assessor").exclude(opens="").order_by("-until")


def end(post: Post, *, by: str) -> Post:
    """End a link today; whoever is reading by it meets a closed door at the next page."""
    return correct(post, by=by, until=max(post.day, localdate()))
