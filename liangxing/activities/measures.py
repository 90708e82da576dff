"""Figures of the calendar; a room adds those of its own kinds."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Total
from liangxing.measures.measure import Flow

from .models import Activity, SignIn

HELD = Flow(
    key="activities.held", unit="{activity}", title=_("Activities"), says=_("Activities that were held."), of=Activity
)
ATTENDED = Flow(
    key="activities.attended",
    unit="{attendance}",
    title=_("Attendances"),
    says=_("People counted at activities; somebody who came twice counts twice."),
    of=Activity,
    fold=Total("attended"),
)
SIGNED_IN = Flow(
    key="activities.households_signed_in",
    unit="{household}",
    title=_("Households that came"),
    says=_("Different households of which somebody signed in at an activity."),
    of=SignIn,
    fold=Different("household"),
)


def _sort(key: str, unit: str, title: object, says: object, where: Q) -> Flow:
    return Flow(key=f"activities.{key}", unit=unit, title=title, says=says, of=Activity, where=where)  # type: ignore[arg-type]


PUBLICITY = _sort(
    "publicity", "{activity}", _("Publicity events"), _("Activities that taught the public."), Q(sort="publicity")
)
LESSONS = _sort("lessons", "{session}", _("Lessons"), _("Lessons of the energy-saving classroom."), Q(sort="lesson"))
CAMPAIGNS = _sort("campaigns", "{campaign}", _("Campaign days"), _("Activities of a campaign."), Q(sort="campaign"))
SANITATION = _sort(
    "sanitation_days",
    "{activity}",
    _("Sanitation days"),
    _("Days on which the community was cleaned together."),
    Q(sort="sanitation"),
)
MEETINGS = _sort("meetings", "{meeting}", _("Meetings"), _("Meetings that were held."), Q(sort="meeting"))
DRILLS = _sort("drills", "{drill}", _("Drills"), _("Drills that were held."), Q(sort="drill"))
WATER = _sort(
    "topic_water",
    "{activity}",
    _("Activities on water"),
    _("Activities about protecting and using water."),
    Q(topics__contains=",water,"),
)
FOOD = _sort(
    "topic_food",
    "{activity}",
    _("Activities on food safety"),
    _("Activities about food safety."),
    Q(topics__contains=",food-safety,"),
)
ENVIRONMENT = _sort(
    "topic_environment",
    "{activity}",
    _("Activities on the environment"),
    _("Activities about the environment."),
    Q(topics__contains=",environment,"),
)
ENVIRONMENT_DAY = _sort(
    "topic_environment_day",
    "{activity}",
    _("World Environment Day"),
    _("Activities for World Environment Day (5 June)."),
    Q(topics__contains=",environment-day,"),
)
SAFETY_TOPIC = _sort(
    "topic_safety",
    "{activity}",
    _("Activities on disaster reduction"),
    _("Activities about disasters and how to reduce them."),
    Q(topics__contains=",safety,"),
)
LAW = _sort(
    "topic_law",
    "{activity}",
    _("Activities on law"),
    _("Activities to study and publicise law."),
    Q(topics__contains=",law,"),
)
