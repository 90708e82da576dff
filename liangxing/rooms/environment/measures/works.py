"""Figures of works."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different
from liangxing.measures.measure import Flow

from ..models import Works

WORKS = Flow(
    key="environment.works",
    unit="{works}",
    title=_("Works"),
    says=_("Works that were carried out and accepted."),
    of=Works,
)
ESTATE_WORKS = Flow(
    key="environment.estate_works",
    unit="{works}",
    title=_("Works in estates"),
    says=_("Works on greening, ditches, railings and sewers of estates."),
    of=Works,
    where=Q(sort__in=["greening", "ditch", "railing", "sewer"]),
)
PAVEMENTS = Flow(
    key="environment.pavements_relaid",
    unit="{road}",
    title=_("Pavements relaid"),
    says=_("Different roads whose pavement was relaid."),
    of=Works,
    where=Q(sort="pavement"),
    fold=Different("road"),
)
SIGNS = Flow(
    key="environment.shop_signs_unified",
    unit="{road}",
    title=_("Shop signs unified"),
    says=_("Different roads whose shop signs were made alike."),
    of=Works,
    where=Q(sort="signs"),
    fold=Different("road"),
)
