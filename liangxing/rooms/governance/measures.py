"""Figures of governance."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Least
from liangxing.measures.measure import Flow, Ratio, Stock

from .models import Disclosure, Group, Member, Notice, Opinion, OpinionMeeting, Reply

LEADER, DEPUTY = Q(duty=Member.Duty.LEADER), Q(duty=Member.Duty.DEPUTY)
FOUNDING, COUNCIL, LAW = Q(sort="founding"), Q(sort="joint-council"), Q(sort="rule-of-law")

FOUNDING_GROUPS = Stock(
    key="governance.founding_groups",
    unit="{group}",
    title=_("Founding groups"),
    says=_("Groups that lead the creation of the two-oriented community."),
    of=Group,
    where=FOUNDING,
)
FOUNDING_LEADERS = Stock(
    key="governance.founding_group_leaders",
    unit="{person}",
    title=_("Leaders of the founding group"),
    says=_("People who lead the founding group."),
    of=Member,
    where=LEADER,
    through={"group": FOUNDING},
)
FOUNDING_DEPUTIES = Stock(
    key="governance.founding_group_deputies",
    unit="{person}",
    title=_("Deputy leaders of the founding group"),
    says=_("People who are deputy leaders of the founding group."),
    of=Member,
    where=DEPUTY,
    through={"group": FOUNDING},
)
FOUNDING_MEMBERS = Stock(
    key="governance.founding_group_members",
    unit="{person}",
    title=_("People in the founding group"),
    says=_("Leader, deputies and members of the founding group."),
    of=Member,
    through={"group": FOUNDING},
)
JOINT_COUNCILS = Stock(
    key="governance.joint_councils",
    unit="{group}",
    title=_("Joint councils"),
    says=_("Councils in which enterprises, residents and volunteers sit together."),
    of=Group,
    where=COUNCIL,
)
JOINT_COUNCIL_MEMBERS = Stock(
    key="governance.joint_council_members",
    unit="{person}",
    title=_("People in the joint council"),
    says=_("People who sit in the joint council."),
    of=Member,
    through={"group": COUNCIL},
)
JOINT_COUNCIL_KINDS = Stock(
    key="governance.joint_council_kinds",
    unit="{kind}",
    title=_("Kinds of people in the joint council"),
    says=_("On how many different behalves people sit in the joint council."),
    of=Member,
    through={"group": COUNCIL},
    fold=Different("stands_for"),
)
RULE_OF_LAW = Stock(
    key="governance.rule_of_law_groups",
    unit="{group}",
    title=_("Groups for democracy and rule of law"),
    says=_("Groups that lead the work on democracy and rule of law."),
    of=Group,
    where=LAW,
)
RULE_OF_LAW_SECRETARY = Stock(
    key="governance.rule_of_law_led_by_secretary",
    unit="{person}",
    title=_("Secretary leads the rule-of-law group"),
    says=_("Leaders of the rule-of-law group who are the secretary of the party branch."),
    of=Member,
    where=LEADER & Q(stands_for="secretary"),
    through={"group": LAW},
)
SUPERVISION = Stock(
    key="governance.supervision_bodies",
    unit="{group}",
    title=_("Supervision bodies"),
    says=_("Bodies of residents that watch over the committee's affairs."),
    of=Group,
    where=Q(sort="supervision"),
)
OPINION_MEETINGS = Flow(
    key="governance.opinion_meetings",
    unit="{meeting}",
    title=_("Opinion meetings"),
    says=_("Meetings called to hear opinions."),
    of=OpinionMeeting,
)
OPINION_MEETING_KINDS = Flow(
    key="governance.opinion_meeting_kinds",
    unit="{kind}",
    title=_("Kinds of opinion meetings"),
    says=_("How many of the four kinds of opinion meetings were held."),
    of=OpinionMeeting,
    fold=Different("sort"),
)
OPINIONS = Flow(
    key="governance.opinions", unit="{opinion}", title=_("Opinions"), says=_("Opinions that were raised."), of=Opinion
)
ANSWERED = Flow(
    key="governance.opinions_answered",
    unit="{opinion}",
    title=_("Opinions answered"),
    says=_("Different opinions that were answered."),
    of=Reply,
    fold=Different("opinion"),
)
ANSWERED_SHARE = Ratio(
    key="governance.answered_share",
    unit="1",
    title=_("Share of opinions answered"),
    says=_("Opinions answered for each opinion raised."),
    part="governance.opinions_answered",
    whole="governance.opinions",
)
DISCLOSURES = Flow(
    key="governance.disclosures",
    unit="{document}",
    title=_("Disclosures"),
    says=_("Matters that the committee published."),
    of=Disclosure,
)
DISCLOSURE_KINDS = Flow(
    key="governance.disclosure_kinds",
    unit="{kind}",
    title=_("Kinds of matters published"),
    says=_("How many of the seven kinds of matters were published."),
    of=Disclosure,
    fold=Different("matter"),
)
DISCLOSURE_DAYS = Flow(
    key="governance.disclosure_days",
    unit="d",
    title=_("Shortest disclosure"),
    says=_("The fewest days for which a published matter was shown."),
    of=Disclosure,
    fold=Least("shown_d"),
)
NOTICES = Stock(
    key="governance.notices_standing",
    unit="{document}",
    title=_("Notices"),
    says=_("Notices that hang for a building, an estate or everybody."),
    of=Notice,
)
