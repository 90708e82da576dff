"""Alerts for programs: the feed of what stands, and the address at which a program hands alerts in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Community
from liangxing.records.almanac import absolute
from liangxing.records.visit import Visit
from liangxing.register.door import program_of

from ..actions.warnings import take
from ..cap.faults import Fault, Wrong
from ..cap.reading import MOST_BYTES
from ..forms.warning import said
from ..models import Alert
from ..queries.warnings import Seen, standing

if TYPE_CHECKING:
    _Feed = Feed[Seen, Community]
else:  # at run time Django's feed takes no parameter
    _Feed = Feed


class Standing(_Feed):
    """What stands now, each entry leading to its CAP file (OASIS: CAP Feeds); exercises say so in their title."""

    feed_type = Atom1Feed

    def get_object(self, request: Visit, *args: Any, **kwargs: Any) -> Community:  # type: ignore[override]
        """The community whose alerts they are."""
        return request.community

    def title(self, community: Community) -> str:
        """Its name."""
        return _("%(name)s: alerts that stand") % {"name": community.name}

    def link(self, community: Community) -> str:
        """The page that says the same."""
        return absolute(reverse("safety.alerts.read", args=[community.code]))

    def items(self, community: Community) -> list[Seen]:
        """Everything that is told now."""
        return standing(community, now())

    def item_title(self, item: Seen) -> str:
        """What happens; an exercise says so first."""
        status = Alert.Status(item.message.status).label
        return f"[{status}] {item.alert.event}" if item.practised else item.alert.event

    def item_description(self, item: Seen) -> str:
        """What to do, in its first language."""
        return item.message.infos[0].instruction if item.message.infos else ""

    def item_link(self, item: Seen) -> str:
        """The CAP file."""
        return absolute(reverse("safety.alertfile.read", args=[item.alert.community.code, item.alert.fact]))

    def item_guid(self, item: Seen) -> str:
        """Its name among alerts."""
        return str(item.message.name)

    def item_updateddate(self, item: Seen) -> datetime:
        """When it was sent."""
        return item.alert.sent_at


@csrf_exempt
def hand_in(request: Visit) -> HttpResponse:
    """``POST`` one CAP message with ``Authorization: Bearer KEY``: 201, 200 when it had come before, or why not."""
    if not (sender := program_of(request)):
        told = {"error": _("Send the key of this community in the header Authorization, as: Bearer KEY.")}
        return JsonResponse(told, status=401, headers={"WWW-Authenticate": "Bearer"})
    if request.method != "POST":
        return JsonResponse({"error": _("Send one CAP 1.2 message with POST.")}, status=405, headers={"Allow": "POST"})
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:
        return JsonResponse({"error": said(Wrong([Fault("large", {"most": MOST_BYTES >> 20})]))}, status=413)
    try:
        taken = take(request.body, way=Alert.Way.API, community=request.community, by=sender, now=now())
    except Refused as refused:
        why = said(refused) if isinstance(refused, Wrong) else [str(refused)]
        return JsonResponse({"error": why}, status=422)
    where = reverse("safety.alertfile.read", args=[request.community.code, taken.alert.fact])
    said_of: dict[str, Any] = {
        "identifier": taken.alert.identifier,
        "reach": taken.alert.reach,
        "again": taken.again,
        "at": where,
    }
    return JsonResponse(said_of, status=200 if taken.again else 201, headers={"Location": where})
