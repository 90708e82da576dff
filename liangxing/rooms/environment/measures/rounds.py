"""Figures of rounds."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Amount, Total
from liangxing.measures.measure import Expired, Flow, Ratio, Stock

from ..models import InspectionPoint, InspectionRoute, Mending, PointCheck, Round

State = PointCheck.State

POINTS = Stock(
    key="environment.inspection_points",
    unit="{point}",
    title=_("Inspection points"),
    says=_("Points that are looked at on rounds: bins, extinguishers, ditches, lamps and others."),
    of=InspectionPoint,
)
EXTINGUISHERS = Stock(
    key="environment.extinguishers",
    unit="{point}",
    title=_("Fire extinguishers"),
    says=_("Fire extinguishers among the inspection points."),
    of=InspectionPoint,
    where=Q(kind="extinguisher"),
)
EXPIRED = Expired(
    key="environment.points_expired",
    unit="{point}",
    title=_("Points past their date"),
    says=_("Inspection points, such as extinguishers, that are still there after the day until which they were good."),
    of=InspectionPoint,
)
ROUTES = Stock(
    key="environment.inspection_routes",
    unit="{route}",
    title=_("Routes of rounds"),
    says=_("Routes that are walked in a rhythm."),
    of=InspectionRoute,
)
WALKED = Flow(
    key="environment.rounds_walked",
    unit="{round}",
    title=_("Rounds walked"),
    says=_("Rounds that were begun and closed."),
    of=Round,
    where=Q(finished=True),
)
MISSED = Flow(
    key="environment.points_missed",
    unit="{point}",
    title=_("Points missed"),
    says=_("Points that a round was to look at and that nobody had looked at when it was closed."),
    of=Round,
    where=Q(finished=True),
    fold=Amount("missed"),
)
ASKED = Flow(
    key="environment.points_asked",
    unit="{point}",
    title=_("Points to look at"),
    says=_("Points that the closed rounds were to look at; a point counts once on each round."),
    of=Round,
    where=Q(finished=True),
    fold=Total("asked"),
)
MISSED_SHARE = Ratio(
    key="environment.points_missed_share",
    unit="%",
    title=_("Share of points missed"),
    says=_("Of the points that rounds were to look at, the share that nobody looked at."),
    part="environment.points_missed",
    whole="environment.points_asked",
)
CHECKED = Flow(
    key="environment.points_checked",
    unit="{check}",
    title=_("Checks of points"),
    says=_("Points that were looked at on rounds; a point counts once on each round, from however many phones."),
    of=PointCheck,
    where=Q(state__in=[State.ORDER, State.FINDING]),
)
IN_ORDER = Flow(
    key="environment.points_in_order",
    unit="{check}",
    title=_("Checks in order"),
    says=_("Checks in which nothing was wrong."),
    of=PointCheck,
    where=Q(state=State.ORDER),
)
IN_ORDER_SHARE = Ratio(
    key="environment.points_in_order_share",
    unit="%",
    title=_("Share of points in order"),
    says=_("Of the points looked at, the share in order; how sure that is, each round's page says."),
    part="environment.points_in_order",
    whole="environment.points_checked",
)
FINDINGS = Flow(
    key="environment.findings",
    unit="{check}",
    title=_("Findings of rounds"),
    says=_("Checks in which something was wrong."),
    of=PointCheck,
    where=Q(state=State.FINDING),
)
MENDED = Flow(
    key="environment.findings_mended",
    unit="{check}",
    title=_("Findings mended"),
    says=_("Findings of rounds that were put right."),
    of=Mending,
)
MENDING_DAYS = Flow(
    key="environment.mending_days",
    unit="d",
    title=_("Days until findings were mended"),
    says=_("The days from finding to mending, added up over all findings that were mended."),
    of=Mending,
    fold=Total("took_d"),
)
DAYS_TO_MEND = Ratio(
    key="environment.days_to_mend",
    unit="d",
    title=_("Days from finding to mending"),
    says=_("How many days it took on average until what a round had found was put right."),
    part="environment.mending_days",
    whole="environment.findings_mended",
)
FIRE_CHECKS = Flow(
    key="environment.fire_checks",
    unit="{check}",
    title=_("Checks of fire equipment"),
    says=_("Extinguishers, hydrants, fire doors and fire lanes that were looked at on rounds."),
    of=PointCheck,
    where=Q(state__in=[State.ORDER, State.FINDING]),
    through={"point": Q(kind__in=["extinguisher", "hydrant", "fire-door", "fire-lane"])},
)
