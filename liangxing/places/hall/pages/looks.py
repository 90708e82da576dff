"""Who looked at what is kept about a household in confidence: the household itself may ask."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from liangxing.places.hall.household import at_home
from liangxing.records.kinds import kinds
from liangxing.records.looks import confidential_of, looks_at
from liangxing.records.visit import Visit
from liangxing.register.models import Post
from liangxing.register.roles import ROLES

NEWEST = 200  # looks on the page: whoever needs older ones asks at the office


@never_cache
def looks(request: Visit) -> HttpResponse:
    """The kinds of confidential record that name the visitor's household, and every look at them: when, and who."""
    records = confidential_of("household", at_home(request).fact)
    newest = looks_at(records)[:NEWEST]
    posts = Post.objects.known().filter(community=request.community, account__in={look.by for look in newest})
    roles = {post.account: ROLES[post.role].name for post in posts if post.role in ROLES}
    told = [
        {"at": look.at, "by": look.by, "role": roles.get(look.by, ""), "kind": kinds()[look.kind].name}
        for look in newest
    ]
    names = sorted({str(record._meta.verbose_name) for record in records})
    return render(request, "hall/looks.html", {"told": told, "kinds": names})
