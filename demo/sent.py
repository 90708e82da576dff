"""What the demonstration's committee has sent, and one fact that was corrected since: so a recall is there to see."""

from __future__ import annotations

from datetime import date

from demo.facts import REPORT_DAY, WORDS
from liangxing.activities.models import Activity
from liangxing.ledger.models import Community
from liangxing.records.actions import correct, write
from liangxing.reports.sent.actions import Letter, send
from liangxing.reports.sent.models import Dispatch
from liangxing.reports.writing import write as write_report

HELD = date(2012, 10, 23)
SENT = date(2013, 4, 2)
COUNTED, RECOUNTED = 95, 89


def dispatch(community: Community) -> int:
    """Send the report to its two readers, then correct a fact that it counts; how many documents are new."""
    if Dispatch.objects.known().filter(community=community).exists():
        return 0
    words = WORDS["sent"]
    told = Activity(
        code="2012-17", title=words["title"], sort="publicity", topics=",energy,", attended=COUNTED, day=HELD
    )
    write(told, community=community, by="worker")
    letter = Letter.of(write_report(community, "creation", REPORT_DAY))
    for receiver in words["receivers"]:
        send(letter, to=receiver, community=community, by="worker", day=SENT)
    correct(told, by="worker", why=words["why"], attended=RECOUNTED)
    return len(words["receivers"])
