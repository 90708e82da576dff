"""The door for what is said at a shelter: heard before a page, an account or a community is looked up, by thousands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.http.multipartparser import MultiPartParserError

from liangxing.records.once import key_of
from liangxing.rooms.safety.actions import OVER, UNKNOWN, Kept, tell
from liangxing.rooms.safety.models import CheckIn

from . import codes
from .asked import words
from .pace import PACE
from .telling import said_of

PATH = re.compile(r"/([^/]+)/hall/safe/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([\w-]{43})/")
AT_SHELTER = "code-at-shelter"  # who answers for an entry that somebody made without an account
TELLERS = (CheckIn.Teller.SHELTER, CheckIn.Teller.NEIGHBOUR)


@dataclass(frozen=True, slots=True)
class Heard:
    """Why nothing was kept: it said nothing (``kept`` is ``None``), must wait so many seconds, or as ``tell`` says."""

    kept: Kept | None = None
    wait_s: int = 0

    @property
    def good(self) -> bool:
        """Whether it stands on the record now."""
        return self.kept is not None and self.kept not in (OVER, UNKNOWN)


class ShelterDoor:
    """Middleware before the door of a community. What it keeps, it answers; all else goes on to the page.

    The page finds in ``request.heard`` why nothing was kept. Whoever has the code may say what they like of any
    household, so nobody's account is looked at, and a forged form of another site gains nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Where a browser is led that has been heard, or what the page answers."""
        if request.method == "POST" and (asked := PATH.fullmatch(request.path_info)):
            community, emergency, code = asked.groups()
            heard = hear(request, community, UUID(emergency), code)
            if heard.good:
                return HttpResponseRedirect(f"{request.path}?kept={request.POST['state']}")
            request.heard = heard  # type: ignore[attr-defined]
        return self.get_response(request)


def hear(request: HttpRequest, community: str, emergency: UUID, code: str) -> Heard:
    """Keep what the form says; a form that cannot be read is left to the page, which says so."""
    if not codes.fits("check-in", emergency, code):
        return Heard()
    if wait_s := PACE.wait_s(request.META.get("REMOTE_ADDR", "")):
        return Heard(wait_s=wait_s)
    try:
        teller = request.POST.get("told_by", "")
    except (SuspiciousOperation, MultiPartParserError, OSError):
        return Heard()
    teller = teller if teller in TELLERS else CheckIn.Teller.SHELTER
    flat = words(request, "flat", 40)
    said = said_of(request, community, emergency, flat, teller, AT_SHELTER, key=key_of(request, ""))
    return Heard(tell(said)) if said else Heard()
