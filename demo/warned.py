"""What is ready and what is warned of: steps on hazards, counts, promises; an exercise alert, and a round of calls.

Told as people tell it on the pages; a second run on the same day adds nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from .facts import chance

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

BY = "worker"
SAID = 0.72  # of the households whose building head has begun to call
SILENT_EVERY = 9  # every ninth building is silent, so that the page has something to show
QUIET = ("消防安全管理人", "防火安全公约")


def ready(community: Community, today: date) -> int:
    """Write it down, in one act; how many records that adds."""
    from liangxing.ledger.acts import act

    with act("demo.warned", community=community, by=BY) as done:
        before = len(done.told)
        _papers(community, today)
        _hazards(community, today)
        _care(community, today)
        _alerts(community, today)
        return len(done.told) - before


def _posts(community: Community, role: str) -> list[Any]:
    from django.utils.timezone import localdate

    from liangxing.register.models import Post

    rows = Post.objects.known().standing_on(localdate()).filter(community=community, role=role)
    return list(rows.exclude(building=None).order_by("code"))


def _papers(community: Community, today: date) -> None:
    """Promises, insurance, trainings, the count of the stores, a quiz, the yearly report, and the law's papers."""
    from liangxing.records.actions import write_once
    from liangxing.rooms.safety import models as m

    spring = date(today.year - (today.month < 4), 3, 18)
    ends, who = date(today.year + 1, 3, 1), {"community": community, "by": BY}
    teams = {team.code: team for team in m.Team.objects.known().filter(community=community)}
    plans = {plan.code: plan for plan in m.Plan.objects.known().filter(community=community)}
    stores = list(m.Resource.objects.known().standing_on(today).filter(community=community).order_by("code"))
    told: list[Any] = [
        m.Agreement(code="XY-1", name="便民超市", sort="shop", gives="饮用水和干粮先用后结", day=spring, until=ends),
        m.Agreement(code="XY-2", name="文源小学", sort="school", gives="操场和教室作避难场所", day=spring, until=ends),
        m.Agreement(code="XY-3", name="邻近社区", sort="neighbour", gives="互派抢险队", day=spring, until=ends),
        m.Insurance(code="BX-1", name="家庭财产综合保险", insurer="某财产保险公司", households=2260,
                    premium_cny="67800", day=date(spring.year, 1, 1), until=date(spring.year + 1, 1, 1)),
        m.YearlyReport(code=f"SB-{spring.year}", receiver="区应急管理局", day=date(spring.year, 1, 20)),
        m.Quiz(code=f"WD-{spring.year}", people=186, answers=1860, right=1563, day=spring),
        m.Inspection(code=f"JC-{spring.year}-1", sort="fire", spots=93, found=4, day=spring),
        m.Inspection(code=f"JC-{spring.year}-2", sort="gas", spots=41, found=1, day=spring + timedelta(20)),
        *[m.Plan(code=f"FX-{n}", name=name, sort=sort, day=spring)
          for n, (name, sort) in enumerate(zip(QUIET, ("fire-manager", "fire-covenant"), strict=True), 1)],
    ]  # fmt: skip
    for n, code in enumerate(("DW2", "DW3")):
        if code in teams:
            told.append(m.Training(code=f"PX-{spring.year}-{n}", team_id=teams[code].fact, people=20 - n * 13,
                                   skill=("心肺复苏", "灾情上报")[n], day=spring + timedelta(n * 30),
                                   again_by=spring + timedelta(365 + n * 30)))  # fmt: skip
    if plan := plans.get("YA1"):
        told.append(
            m.PlanVersion(plan_id=plan.fact, version=f"{spring.year}版", changed="增加夜间叫应和特困户结对", day=spring)
        )
    for n, store in enumerate(stores):
        short = 2 if n == 1 else 0
        told.append(m.StockTake(resource_id=store.fact, expected=store.pieces + short, counted=store.pieces,
                                explained="演练用去两件" if short else "", day=spring))  # fmt: skip
    for record in told:
        write_once(record, **who)


def _hazards(community: Community, today: date) -> None:
    """The open hazards are rated and given to somebody; of the newest that are over, most were looked at again."""
    from liangxing.records.actions import correct, write_once
    from liangxing.rooms.safety.models import Hazard, HazardStep

    grid, heads = _posts(community, "grid"), _posts(community, "building_head")
    if not grid or len(heads) < 2:
        return
    rows = Hazard.objects.known().filter(community=community)
    for n, hazard in enumerate(rows.standing_on(today).filter(level="").order_by("code")):
        correct(hazard, by=BY, level=("moderate", "high", "low", "major")[n % 4], assigned_id=grid[0].fact,
                settle_by=today + timedelta(9 - n * 6))  # fmt: skip
    for n, hazard in enumerate(rows.filter(until__lte=today).order_by("-until")[:9]):
        steps = [("closed", grid[0], hazard.until)]
        steps += [("confirmed", heads[n % len(heads)], min(today, hazard.until + timedelta(3)))] if n % 4 else []
        for step, post, day in steps:
            record = HazardStep(hazard_id=hazard.fact, step=step, post_id=post.fact, day=day)
            write_once(record, community=community, by=BY)


def _care(community: Community, today: date) -> None:
    """Consents and helpers; some are missing or end soon, as they are in life."""
    from liangxing.records.actions import write_once
    from liangxing.rooms.safety.models import Consent, Pairing, Vulnerable

    heads = _posts(community, "building_head")
    by_building = {head.building_id: head for head in heads}
    people = Vulnerable.objects.known().standing_on(today).filter(community=community).select_related("household")
    for n, person in enumerate(people.order_by("code")):
        began = date(today.year - 1, today.month, 1)
        if n % 11:
            until = today + timedelta(20) if n % 7 == 1 else date(today.year + 1, 6, 1)
            consent = Consent(vulnerable_id=person.fact, day=began, until=until)
            write_once(consent, community=community, by=BY)
        if n % 9 and (
            helper := by_building.get(person.household.building_id, heads[n % len(heads)] if heads else None)
        ):
            write_once(Pairing(vulnerable_id=person.fact, helper_id=helper.fact, day=began), community=community, by=BY)


def _alerts(community: Community, today: date) -> None:
    """An alert that was updated and cancelled, one for another area, and an exercise that stands, with its calls."""
    from django.utils.timezone import get_current_timezone, now

    from liangxing.rooms.safety.actions.warnings import about, composed, send_out, take
    from liangxing.rooms.safety.cap.message import Area
    from liangxing.rooms.safety.cap.writing import written
    from liangxing.rooms.safety.models import Alert

    zone = get_current_timezone()
    if Alert.objects.known().filter(community=community, sent_at__date=today).exists():
        return
    past = datetime.combine(today - timedelta(12), time(15, 0), zone)

    def named(kind: str, status: str, infos: Any, at: datetime, sender: str = "qxt@example.gov.cn") -> Any:
        return replace(composed(community, kind, status, infos, at), identifier=f"DEMO-{at:%Y%m%d%H%M}", sender=sender)

    def bring(message: Any, at: datetime) -> None:
        take(written(message), way="file", community=community, by=BY, now=at)

    first = named("Alert", "Actual", _infos(past + timedelta(hours=6), "Moderate"), past)
    more = named("Update", "Actual", _infos(past + timedelta(hours=9), "Severe"), past + timedelta(hours=1))
    second = about(more, first, "雨势加强")
    third = about(named("Cancel", "Actual", (), past + timedelta(hours=4)), second, "雨已停，解除")
    for n, message in enumerate((first, second, third)):
        bring(message, past + timedelta(hours=n))
    far = tuple(replace(info, areas=(Area("邻市" if n == 0 else "the next city", geocodes=(("GB/T 2260", "430200"),)),))
                for n, info in enumerate(_infos(past + timedelta(days=1, hours=6), "Minor")))  # fmt: skip
    bring(named("Alert", "Actual", far, past + timedelta(days=1)), past + timedelta(days=1))
    at = now()
    infos = _infos(at.astimezone(zone).replace(microsecond=0) + timedelta(hours=20), "Severe", "演练：", "Drill: ")
    drill = replace(composed(community, "Alert", "Exercise", infos, at), note="社区叫应演练")
    alert = send_out(drill, community=community, by=BY, now=at).alert
    _calls(community, today, alert, at)


def _infos(until: datetime, severity: str, zh: str = "", en: str = "") -> Any:
    from liangxing.rooms.safety.cap.message import Area, Info

    told = (("zh-CN", f"{zh}暴雨", "不去地下车库和低洼处；关好门窗，等候通知。", "全社区"),
            ("en-US", f"{en}rainstorm", "Keep out of underground car parks; shut windows.",
             "the whole community"))  # fmt: skip
    return tuple(
        Info(categories=("Met",), event=event, urgency="Expected", severity=severity, certainty="Likely",
             language=language, responses=("Avoid",), expires=until, headline=event, instruction=words,
             areas=(Area(where, geocodes=(("GB/T 2260", "430103"),)),))
        for language, event, words, where in told
    )  # fmt: skip


def _calls(community: Community, today: date, alert: Any, at: datetime) -> None:
    """Most heads have begun to call; some buildings are silent, and some silence has gone a level up."""
    from liangxing.register.models import Household
    from liangxing.rooms.safety.actions.calling import begin, tell

    began = at - timedelta(minutes=12)
    called = begin("暴雨叫应演练", community=community, by=BY, now=began, alert=alert, exercise=True, rise_min=10)
    heads = _posts(community, "building_head")
    posts = {head.fact: "answered" for n, head in enumerate(heads) if n % SILENT_EVERY}
    homes = {}
    loud = {head.building_id for head in heads if head.fact in posts}
    for home in Household.objects.known().standing_on(today).filter(community=community, building__in=loud):
        lot = chance(f"called/{home.code}").random()
        if lot < SAID:
            homes[home.fact] = "answered" if lot < SAID * 0.7 else "reached" if lot < SAID * 0.92 else "nobody"
    tell(called, posts=posts, homes=homes, channel="page", told_at=at - timedelta(minutes=3), by=BY, now=at)
