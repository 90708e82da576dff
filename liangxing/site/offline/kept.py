"""Which pages a browser may keep for reading without a network, and for whom."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language

from liangxing.records.kinds import KINDS
from liangxing.records.reader import reader_of
from liangxing.records.visit import Visit
from liangxing.register.door import asked
from liangxing.register.reading import Reading
from liangxing.register.roles import Guard, guard

HALL = "hall."
MINE = {"own", "report", "pledge", "borrow", "checkin", "signin"}  # what a household does in the hall for itself
ANYBODYS = {"board", "hall.home", "offline", "outbox", "environment.rounds"}  # the same for everybody, or one's own
DOORS = {"hall.checklist", "hall.drill"}  # for whoever goes from door to door without a network: numbers and no names


class Kept:
    """Middleware: each page says for whom it was made, in which language and community, and whether it may be kept.

    The service worker keeps pages for that reader alone, and throws them away when the reader is another.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: Visit) -> HttpResponseBase:
        """The answer, with its reader when it is a page."""
        answer = self.get_response(request)
        if answer.get("Content-Type", "").startswith("text/html"):
            code = getattr(getattr(request, "community", None), "code", "")
            answer["Liangxing-Reader"] = f"{reader_of(request)}.{get_language()}.{code}"
            if code and request.method == "GET" and answer.status_code == 200 and may_keep(request):
                answer["Liangxing-Keep"] = "yes"
        return answer


def may_keep(request: Visit) -> bool:
    """Whether the page says nothing of other people: what is public, one's own hall, and forms that are still empty.

    A form for what is confidential is not kept either: that such records are written is nobody's business. Nor is what
    an assessor's link opens, for it may be opened on anybody's computer.
    """
    if isinstance(request.rights, Reading):
        return False
    thing, verb = asked(request)
    if thing in KINDS:
        kind = guard(KINDS[thing].model)
        return kind is Guard.OPEN or (kind is Guard.PERSONAL and verb == "write")
    if thing in DOORS:
        return True
    if verb != "read" or thing in ANYBODYS:
        return thing in ANYBODYS or (thing.startswith(HALL) and verb in MINE)
    return not request.rights.staff
