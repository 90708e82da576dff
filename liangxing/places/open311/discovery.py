"""Where the protocol is spoken here, and how, for programs that look for it."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from liangxing.records.almanac import absolute
from liangxing.records.visit import Visit

from .answers import answer, spoken

SPEAKS = "http://wiki.open311.org/GeoReport_v2"  # the specification's own name; not an address that is asked
SINCE = "2026-11-25T00:00:00+08:00"


@spoken("GET")
def discovery(request: Visit, form: str) -> HttpResponse:
    """The one endpoint of this community."""
    services = absolute(reverse("open311.services.read", args=[request.community.code, "json"]))
    endpoint = {
        "specification": SPEAKS,
        "url": services.removesuffix("/services.json"),
        "changeset": SINCE,
        "type": "production",
        "formats": ["text/xml", "application/json"],
    }
    told = {
        "changeset": SINCE,
        "contact": _("Ask the community office."),
        "key_service": _("Keys are given by the secretary of the community; a key can be withdrawn."),
        "endpoints": [endpoint],
    }
    return answer(form, "discovery", "", [told], single=True)
