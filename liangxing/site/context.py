"""What every page shows of the community around it: its name and place, the menu, and how the visitor likes to read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from liangxing.jobs.views import count
from liangxing.ledger.models import Community
from liangxing.records.reader import reader_of
from liangxing.records.visit import Visit
from liangxing.register.models import Profile
from liangxing.register.reading import DOOR, Reading

LOOKS = {
    "size": ("large", "larger"),
    "theme": ("dark", "light"),
}  # cookie -> the values it may have; anything else is not set
# Where a menu entry leads below the community, its word, and the verb that it asks for. A floor that is not there,
# or whose page the visitor may not open, has no entry.
MENU: tuple[tuple[str, Promise, str], ...] = (
    ("", _("Board"), "read"),
    ("hall/", _("Hall"), "read"),
    ("desk/", _("Desk"), "desk"),
    ("figures/", _("Figures"), "read"),
    ("standards/", _("Standards"), "read"),
    ("reports/", _("Reports"), "read"),
    ("rooms/", _("Records"), "read"),
    ("import/", _("Import"), "import"),
    ("check/", _("Check"), "check"),
)
# Pages that belong to an entry with another address.
BELONGS = {"sent/": "reports/", "verify/": "reports/"}


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the menu; ``current``: the page is in this part of the site."""

    href: str
    word: str | Promise
    current: bool


def is_there(path: str) -> bool:
    """Whether some page answers at *path*."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def hall_of(community: Community) -> str:
    """Where a person is at home in *community*: the hall, or the board while there is no hall."""
    home = reverse("board.read", args=[community.code])
    return f"{home}hall/" if is_there(f"{home}hall/") else home


def menu(request: Visit) -> list[Item]:
    """The entries that this visitor has; the records' entry stands for every page that no other entry claims."""
    if isinstance(request.rights, Reading):
        return [Item(reverse(DOOR, args=[request.community.code]), _("What you may see"), request.path.endswith("/"))]
    home = reverse("board.read", args=[request.community.code])
    open_to = [(home + stem, word) for stem, word, verb in MENU if request.rights.may(verb) and is_there(home + stem)]
    here = [href for href, _word in open_to if href != home and request.path.startswith(href)]
    name = (request.resolver_match.url_name or "") if request.resolver_match else ""
    if name.startswith(("board.", "search.")):
        here = [home]
    here += [home + entry for stem, entry in BELONGS.items() if request.path.startswith(home + stem)]
    current = (here or [home + "rooms/"])[0]
    return [Item(href, word, href == current) for href, word in open_to]


def look(request: Visit) -> dict[str, str]:
    """How the visitor likes to read, as their cookies say: ``size`` and ``theme``, each empty when not chosen."""
    told = {key: request.COOKIES.get(key, "") for key in LOOKS}
    return {key: value if value in LOOKS[key] else "" for key, value in told.items()}


def face(request: Visit) -> dict[str, Any]:
    """The variables of ``base.html``; outside a community there is neither menu nor profile."""
    told: dict[str, Any] = {
        "look": look(request),
        "demonstration": os.environ.get("LIANGXING_DEMO") == "1",
        "reader": reader_of(request),
        "most_mb": settings.MAX_UPLOAD_MB,
    }
    if getattr(request, "rights", None) is None:
        return told
    known = Profile.objects.known().standing_on(localdate()).filter(community=request.community)
    jobs = count(request) if request.rights.may("desk") else 0
    return {**told, "menu": menu(request), "profile": SimpleLazyObject(known.first), "jobs_count": jobs}
