"""Keys with which other programs report: those that the secretary gives to programs, and not used too fast."""

from __future__ import annotations

from datetime import timedelta

from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from liangxing.records.visit import Visit
from liangxing.register.keys import called, posts_by
from liangxing.register.models import Post
from liangxing.rooms.environment.models import Problem, ProblemStep

from .answers import Fault

FEW, WITHIN = 60, timedelta(minutes=10)  # what one key may send


def opened_by(request: Visit, told: str) -> Post:
    """The program whose key *told* is; ``Fault`` 403 for none, an ended or a wrong one, 429 when it is too fast."""
    key = next(iter(posts_by(request.community, told)), None)
    if key is None:
        raise Fault(403, _("api_key is missing, wrong or withdrawn. The secretary of the community gives keys."))
    lately = {"community": request.community, "day__gte": localdate() - timedelta(days=1), "act__actor": called(key)}
    since = {"recorded_at__gte": now() - WITHIN}
    done = sum(kind.objects.filter(**lately, **since).count() for kind in (Problem, ProblemStep))
    if done >= FEW:
        words = _("This key sent %(few)s within ten minutes. Wait, and send again.") % {"few": FEW}
        raise Fault(429, words, Retry_After=str(int(WITHIN.total_seconds())))
    return key
