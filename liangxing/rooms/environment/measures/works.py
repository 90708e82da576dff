"""Figures of works."""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Total
from liangxing.measures.measure import Flow, Ratio

from ..models import Works, WorksComplaint, WorksOpinion, WorksPicture, WorksPlan
from ..models.works import ACCEPTERS

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
PLANNED = Flow(
    key="environment.works_planned",
    unit="{works}",
    title=_("Works planned"),
    says=_("Works of which there is a plan."),
    of=WorksPlan,
)
PAIRED = Flow(
    key="environment.works_paired",
    unit="{works}",
    title=_("Works before and after"),
    says=_("Works of which there is a picture of afterwards from the same spot as one of before."),
    of=WorksPicture,
    where=Q(moment=WorksPicture.Moment.AFTER, paired=True),
    fold=Different("plan"),
)
BUDGETED = Flow(
    key="environment.works_budgeted",
    unit="{works}",
    title=_("Works with budget and cost"),
    says=_("Accepted works of which both the budget and the cost are known."),
    of=Works,
    where=Q(within_budget__in=[Works.Budget.WITHIN, Works.Budget.OVER]),
)
WITHIN = Flow(
    key="environment.works_within_budget",
    unit="{works}",
    title=_("Works within their budget"),
    says=_("Accepted works that cost no more than was planned."),
    of=Works,
    where=Q(within_budget=Works.Budget.WITHIN),
)
WITHIN_SHARE = Ratio(
    key="environment.works_within_budget_share",
    unit="%",
    title=_("Share of works within their budget"),
    says=_("Of the accepted works with budget and cost, the share that cost no more than was planned."),
    part="environment.works_within_budget",
    whole="environment.works_budgeted",
)
SPENT = Flow(
    key="environment.works_cost",
    unit="[CNY]",
    title=_("Spent on works"),
    says=_("What accepted works cost, as far as it is known."),
    of=Works,
    fold=Total("cost_cny"),
)
ACCEPTED = Flow(
    key="environment.works_accepted",
    unit="{works}",
    title=_("Works with a told acceptance"),
    says=_("Works of which it is told by what kinds of people they were accepted."),
    of=Works,
    where=reduce(or_, (Q(accepted_by__contains=f",{who},") for who in ACCEPTERS)),
)
WITH_RESIDENTS = Flow(
    key="environment.works_accepted_with_residents",
    unit="{works}",
    title=_("Works accepted with residents"),
    says=_("Works at whose acceptance residents had a say."),
    of=Works,
    where=Q(accepted_by__contains=",residents,"),
)
WITH_RESIDENTS_SHARE = Ratio(
    key="environment.works_accepted_with_residents_share",
    unit="%",
    title=_("Share of works accepted with residents"),
    says=_("Of the works whose acceptance is told, the share at which residents had a say."),
    part="environment.works_accepted_with_residents",
    whole="environment.works_accepted",
)
OPINIONS = Flow(
    key="environment.works_opinions",
    unit="{household}",
    title=_("Households asked about works"),
    says=_("Households that were asked what they think of a plan or of finished works; asked twice, counted twice."),
    of=WorksOpinion,
    fold=Total("asked"),
)
CONTENT = Flow(
    key="environment.works_opinions_in_favour",
    unit="{household}",
    title=_("Households in favour of works"),
    says=_("Households that were asked about works and were in favour."),
    of=WorksOpinion,
    fold=Total("content"),
)
CONTENT_SHARE = Ratio(
    key="environment.works_opinions_in_favour_share",
    unit="%",
    title=_("Share in favour of works"),
    says=_("Of the households asked about works, the share in favour."),
    part="environment.works_opinions_in_favour",
    whole="environment.works_opinions",
)
COMPLAINTS = Flow(
    key="environment.works_complaints",
    unit="{problem}",
    title=_("Complaints about finished works"),
    says=_("Problems reported about works after they were accepted."),
    of=WorksComplaint,
)
IN_WARRANTY = Flow(
    key="environment.works_complaints_in_warranty",
    unit="{problem}",
    title=_("Complaints in warranty"),
    says=_("Complaints about finished works while the contractor still answered for them."),
    of=WorksComplaint,
    where=Q(in_warranty=True),
)
