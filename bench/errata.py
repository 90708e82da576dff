"""After one fact is corrected: every figure sent that counts it, among 1,000 claims; beside stating each claim anew."""

from __future__ import annotations

from datetime import date, timedelta

from bench._ground import JINHUI, WHO, clock, once, tell, write
from liangxing.activities.models import Activity
from liangxing.kernel.period import Period
from liangxing.measures.measure import MEASURES
from liangxing.records.actions import correct, write_many
from liangxing.records.kinds import kinds
from liangxing.register.models import Building, Household
from liangxing.reports.blocks import Stated
from liangxing.reports.claim import state
from liangxing.reports.sent.actions import Letter, send
from liangxing.reports.sent.living import built_on, living, statements

kinds()
FIRST, CLAIMS, REPORTS = date(2024, 1, 1), 1_000, 20
KEYS = sorted(key for key in MEASURES if key.startswith(("activities.", "register.")))
house = write(Building(code="1", day=FIRST), **WHO)
write_many([Household(code=f"1-{n}", building=house, day=FIRST) for n in range(3324)], **WHO)
acts = [
    Activity(code=f"a{n}", title="t", sort="lesson", attended=n % 90, day=FIRST + timedelta(n % 900))
    for n in range(2000)
]
write_many(acts, **WHO)
for n in range(REPORTS):
    day = FIRST + timedelta(30 * (n + 1))
    periods = [Period.until(day), Period.year_to(day), Period.until(day, first=day.replace(day=1))]
    stated = [
        Stated(f"p-{i}", "x", state(JINHUI, KEYS[i % len(KEYS)], periods[i % 3], day)) for i in range(CLAIMS // REPORTS)
    ]
    send(Letter("report", f"r{n}", f"Report {n}", day, "en", stated), to="bureau", **WHO)
record = correct(acts[7], by="worker", why="counted again", attended=1)
sent = statements(JINHUI)
found = built_on(record)
print(f"{len(sent):,} claims; {len(found):,} count the fact, {sum(not one.holds for one in found):,} no longer hold")
anew = once(lambda: [state(JINHUI, one.measure, one.period, one.dispatch.as_of) for one in sent])
tell(
    "the list and the errata after one correction", clock(lambda: built_on(record), rounds=3), anew, "stating each anew"
)
print(f"all {len(sent):,} claims looked at: {clock(lambda: living(JINHUI, sent), rounds=3):.3f} s")
