"""Figures of drills: where they were held, how near they came to the proven minimum, and what was seen."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Amount, Different, Least, Median, Most
from liangxing.measures.measure import Flow, Ratio

from ..models import Drill, DrillNote, DrillResult

Flow(
    key="safety.buildings_drilled",
    unit="{building}",
    title=_("Buildings drilled"),
    says=_("Different buildings of which the result of a drill was kept."),
    of=DrillResult,
    fold=Different("building"),
)
Ratio(
    key="safety.drilled_share",
    unit="1",
    title=_("Share of buildings drilled"),
    says=_("Buildings of which the result of a drill was kept, for each building."),
    part="safety.buildings_drilled",
    whole="register.buildings",
)
Flow(
    key="safety.drill_ratio_best",
    unit="1",
    title=_("Best drill: times the proven minimum"),
    says=_("The least, over drills, of the median over buildings of time to the shelter for each proven minimum."),
    of=Drill,
    fold=Least("median_ratio"),
)
Flow(
    key="safety.drill_way_median_s",
    unit="s",
    title=_("Way to the shelter in drills, the middle one"),
    says=_("The middle time, over buildings and drills, from the alarm until the last one was at the shelter."),
    of=DrillResult,
    fold=Median("arrived_s"),
)
Flow(
    key="safety.drill_ratio_worst",
    unit="1",
    title=_("Slowest drill: times the proven minimum"),
    says=_("The most, over drills, of the median over buildings of time to the shelter for each proven minimum."),
    of=Drill,
    fold=Most("median_ratio"),
)
Flow(
    key="safety.drill_slowest_s",
    unit="s",
    title=_("Slowest way to the shelter"),
    says=_("The longest time from the alarm until the last one of a building was at the shelter."),
    of=DrillResult,
    fold=Most("arrived_s"),
)
Flow(
    key="safety.drill_helpers",
    unit="{attendance}",
    title=_("Helpers in drills"),
    says=_("Helpers who were there at drills, each time counted; unknown where nobody counted."),
    of=Drill,
    fold=Amount("helpers"),
)
Flow(
    key="safety.drill_notes",
    unit="{case}",
    title=_("Notes on drills"),
    says=_("What observers of drills wrote down."),
    of=DrillNote,
)
Flow(
    key="safety.drill_faults",
    unit="{case}",
    title=_("Faults seen in drills"),
    says=_("Notes on drills about a jam, a blocked or dark way, or an alarm that was not heard."),
    of=DrillNote,
    where=Q(sort__in=["jam", "blocked", "dark", "unheard"]),
)
