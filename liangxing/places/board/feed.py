"""The Atom feed: what was held, published, built and awarded, the last to be recorded first."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.activities.models import Activity
from liangxing.ledger.models import Community
from liangxing.records.almanac import absolute
from liangxing.records.kinds import kinds
from liangxing.records.models import Record
from liangxing.records.visit import Visit
from liangxing.rooms.environment.models import Works
from liangxing.rooms.governance.models import Disclosure
from liangxing.rooms.honours.models import Honour

if TYPE_CHECKING:
    _Feed = Feed[Record, Community]
else:  # at run time Django's feed takes no parameter
    _Feed = Feed
TOLD: tuple[Any, ...] = (Activity, Disclosure, Works, Honour)
MOST = 40


class News(_Feed):
    """One entry for each fact; a correction is the same entry, updated."""

    feed_type = Atom1Feed

    def get_object(self, request: Visit, *args: Any, **kwargs: Any) -> Community:  # type: ignore[override]
        """The community whose feed it is."""
        return request.community

    def title(self, community: Community) -> str:
        """Its name."""
        name = community.name if (get_language() or "").startswith("zh") else community.name_en or community.name
        return _("%(name)s: what happened") % {"name": name}

    def link(self, community: Community) -> str:
        """The board."""
        return absolute(reverse("board.read", args=[community.code]))

    def feed_url(self, community: Community) -> str:
        """The feed itself."""
        return absolute(reverse("board.feed.read", args=[community.code]))

    def feed_guid(self, community: Community) -> str:
        """Known under its address."""
        return self.feed_url(community)

    def items(self, community: Community) -> list[Record]:
        """The newest of all kinds; what is to come is in the calendar."""
        some: list[Record] = []
        for kind in TOLD:
            rows = kind.objects.known().filter(community=community, day__lte=localdate())
            some += rows.order_by("-day", "-recorded_at")[:MOST]
        return list(islice(sorted(some, key=lambda r: (r.day, r.recorded_at), reverse=True), MOST))

    def item_title(self, item: Record) -> str:
        """What people call it."""
        return str(getattr(item, "title", None) or getattr(item, "name", ""))

    def item_description(self, item: Record) -> str:
        """What it is, and when it was."""
        return f"{item._meta.verbose_name} · {date_format(item.day)}"

    def item_link(self, item: Record) -> str:
        """The page of the record."""
        route = kinds()[item._meta.label_lower].route("page")
        return absolute(reverse(route, args=[item.community.code, item.pk]))

    def item_guid(self, item: Record) -> str:
        """The fact, which stays through corrections."""
        return f"urn:uuid:{item.fact}"

    def item_updateddate(self, item: Record) -> datetime:
        """When it was told so."""
        return item.recorded_at

    def item_pubdate(self, item: Record) -> datetime:
        """The same: what was said before stands on the record's page."""
        return item.recorded_at
