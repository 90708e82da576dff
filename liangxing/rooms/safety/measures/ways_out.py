"""Figures of the ways out and of the evacuation plan. Times are proven or walked through by computing, never typed."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Least, Most, Total
from liangxing.measures.measure import Flow, Ratio, Stock

from ..models import EvacuationPlan, Presence, Way

NIGHT = Q(time=Presence.Time.NIGHT, cause="")


def _of_the_night(key: str, title: object, says: object, fold: object, unit: str = "s") -> None:
    Stock(key=f"safety.{key}", unit=unit, title=title, says=says, of=EvacuationPlan, where=NIGHT, fold=fold)  # type: ignore[arg-type]


Stock(
    key="safety.evacuation_plans",
    unit="{document}",
    title=_("Evacuation plans in date"),
    says=_("Evacuation plans with a proof that were computed within the last year, and hold."),
    of=EvacuationPlan,
)
Flow(
    key="safety.evacuation_computed",
    unit="{document}",
    title=_("Evacuation plans computed"),
    says=_("Evacuation plans that were computed."),
    of=EvacuationPlan,
)
_of_the_night("evacuation_people", _("People in the evacuation plan"),
              _("People whom the plan for the night brings to shelters."), Total("people"), "{person}")  # fmt: skip
_of_the_night("evacuation_at_least", _("Evacuation: nobody is faster"),
              _("By the plan for the night, with the widths, numbers and speeds entered: no plan needs less."),
              Least("at_least_s"))  # fmt: skip
_of_the_night("evacuation_least", _("Evacuation: proven minimum"),
              _("By the plan for the night, with the widths, numbers and speeds entered: the least time, from above."),
              Most("least_s"))  # fmt: skip
_of_the_night("evacuation_planned", _("Evacuation: the plan walked through"),
              _("By the plan for the night, with the widths, numbers and speeds entered: until the last is safe."),
              Most("planned_s"))  # fmt: skip
_of_the_night("evacuation_cutting", _("Ways whose closing cuts buildings off"),
              _("Streets and gates without which some building of the plan for the night has no way out."),
              Most("cutting_ways"), "{place}")  # fmt: skip
Stock(
    key="safety.ways_out",
    unit="{place}",
    title=_("Ways out"),
    says=_("Streets, gates and stairs by which people leave."),
    of=Way,
)
Stock(
    key="safety.ways_measured",
    unit="{place}",
    title=_("Ways out that were measured"),
    says=_("Streets, gates and stairs whose width somebody measured."),
    of=Way,
    where=Q(measured=True),
)
Ratio(
    key="safety.measured_share",
    unit="1",
    title=_("Share of ways out that were measured"),
    says=_("Ways out whose width was measured for each."),
    part="safety.ways_measured",
    whole="safety.ways_out",
)
Ratio(
    key="safety.evacuation_ratio",
    unit="1",
    title=_("Evacuation plan to its minimum"),
    says=_("How long the plan for the night takes for each second of the proven minimum."),
    part="safety.evacuation_planned",
    whole="safety.evacuation_least",
)
