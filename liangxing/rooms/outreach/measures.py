"""Figures of outreach. The six calls have the codes bag, water, tableware, cards, cooling, travel."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Most
from liangxing.measures.measure import Flow, Ratio, Stock

from .models import Call, Campaign, CampaignDay, Pledge, PledgeAnswer

CALLS = Stock(
    key="outreach.calls", unit="{call}", title=_("Calls"), says=_("Calls of the community to its households."), of=Call
)
COOLING_THRESHOLD = Stock(
    key="outreach.cooling_threshold",
    unit="Cel",
    title=_("Summer cooling"),
    says=_("The temperature below which the call asks not to cool in summer."),
    of=Call,
    where=Q(code="cooling"),
    fold=Most("threshold_cel"),
)
PLEDGES = Flow(
    key="outreach.pledges", unit="{pledge}", title=_("Pledges"), says=_("Pledges that households gave."), of=Pledge
)
PLEDGING = Flow(
    key="outreach.pledging_households",
    unit="{household}",
    title=_("Households with a pledge"),
    says=_("Different households that pledged to follow at least one call."),
    of=Pledge,
    fold=Different("household"),
)
PLEDGING_SHARE = Ratio(
    key="outreach.pledging_share",
    unit="1",
    title=_("Share of households with a pledge"),
    says=_("Households with a pledge for each household."),
    part="outreach.pledging_households",
    whole="register.households",
)
BAG = Flow(
    key="outreach.pledging_bag",
    unit="{household}",
    title=_("Pledge: cloth bag or basket"),
    says=_("Different households that pledged to carry a cloth bag or basket."),
    of=Pledge,
    through={"call": Q(code="bag")},
    fold=Different("household"),
)
WATER = Flow(
    key="outreach.pledging_water",
    unit="{household}",
    title=_("Pledge: water used more than once"),
    says=_("Different households that pledged to use water more than once."),
    of=Pledge,
    through={"call": Q(code="water")},
    fold=Different("household"),
)
TABLEWARE = Flow(
    key="outreach.pledging_tableware",
    unit="{household}",
    title=_("Pledge: no disposable tableware"),
    says=_("Different households that pledged to use no disposable bowls and chopsticks."),
    of=Pledge,
    through={"call": Q(code="tableware")},
    fold=Different("household"),
)
CARDS = Flow(
    key="outreach.pledging_cards",
    unit="{household}",
    title=_("Pledge: fewer paper cards"),
    says=_("Different households that pledged to send fewer paper greeting cards."),
    of=Pledge,
    through={"call": Q(code="cards")},
    fold=Different("household"),
)
COOLING = Flow(
    key="outreach.pledging_cooling",
    unit="{household}",
    title=_("Pledge: summer cooling"),
    says=_("Different households that pledged not to cool below the temperature of the call."),
    of=Pledge,
    through={"call": Q(code="cooling")},
    fold=Different("household"),
)
TRAVEL = Flow(
    key="outreach.pledging_travel",
    unit="{household}",
    title=_("Pledge: walk, cycle or bus"),
    says=_("Different households that pledged to walk, cycle or take the bus to work."),
    of=Pledge,
    through={"call": Q(code="travel")},
    fold=Different("household"),
)
CAMPAIGNS = Stock(
    key="outreach.campaigns",
    unit="{campaign}",
    title=_("Campaigns"),
    says=_("Campaigns under a name of their own."),
    of=Campaign,
)
CAMPAIGNS_HELD = Flow(
    key="outreach.campaigns_held",
    unit="{campaign}",
    title=_("Campaigns carried out"),
    says=_("Different campaigns of which at least one day was held."),
    of=CampaignDay,
    fold=Different("campaign"),
)
ASKED = Flow(
    key="outreach.pledges_answered",
    unit="{household}",
    title=_("Drawn households that answered"),
    says=_("Different households, drawn by lot from those who pledged, that said whether they keep it."),
    of=PledgeAnswer,
    where=Q(answer__in=[PledgeAnswer.Answer.KEPT, PledgeAnswer.Answer.NOT_KEPT]),
    fold=Different("household"),
)
KEPT = Flow(
    key="outreach.pledges_kept",
    unit="{household}",
    title=_("Drawn households that keep their pledge"),
    says=_("Different households, drawn by lot from those who pledged, that said they keep it."),
    of=PledgeAnswer,
    where=Q(answer=PledgeAnswer.Answer.KEPT),
    fold=Different("household"),
)
KEPT_SHARE = Ratio(
    key="outreach.kept_share",
    unit="1",
    title=_("Share of drawn households that keep their pledge"),
    says=_(
        "Households that said they keep their pledge for each drawn household that answered; of a sample, not of all."
    ),
    part="outreach.pledges_kept",
    whole="outreach.pledges_answered",
)
NOT_REACHED = Flow(
    key="outreach.pledges_not_reached",
    unit="{household}",
    title=_("Drawn households not reached"),
    says=_("Different households that were drawn to be asked about their pledge, and were not reached."),
    of=PledgeAnswer,
    where=Q(answer=PledgeAnswer.Answer.NOT_REACHED),
    fold=Different("household"),
)
