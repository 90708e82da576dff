"""Figures of elections."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Least, Most, Total
from liangxing.measures.measure import Flow, Ratio, Stock

from .models import Assembly, Election, Question, Representative, Review, Seat, Vote

HELD = Flow(
    key="elections.held",
    unit="{election}",
    title=_("Elections"),
    says=_("Polls for the residents' committee."),
    of=Election,
)
BY_REPRESENTATIVES, BY_ALL = Q(sort=Election.Sort.REPRESENTATIVES), Q(sort=Election.Sort.VOTERS)
ELIGIBLE = Flow(
    key="elections.eligible",
    unit="{person}",
    title=_("Entitled to vote"),
    says=_("People or households that were entitled to vote."),
    of=Election,
    fold=Total("eligible"),
)
VOTED = Flow(
    key="elections.voted",
    unit="{person}",
    title=_("Voted"),
    says=_("People or households that voted."),
    of=Election,
    fold=Total("voted"),
)
TURNOUT = Ratio(
    key="elections.turnout",
    unit="1",
    title=_("Turnout"),
    says=_("Those who voted for each who was entitled to."),
    part="elections.voted",
    whole="elections.eligible",
)
SPARE = Flow(
    key="elections.spare_candidates",
    unit="{person}",
    title=_("Candidates beyond the seats"),
    says=_("The fewest candidates that any poll had beyond its seats."),
    of=Election,
    fold=Least("spare_candidates"),
)
LIST_SHOWN = Flow(
    key="elections.list_shown",
    unit="d",
    title=_("List of voters shown"),
    says=_("The fewest days before a poll on which the list of voters was put up."),
    of=Election,
    fold=Least("list_shown_d"),
)
PROXIES = Flow(
    key="elections.most_proxies",
    unit="{person}",
    title=_("Most proxies"),
    says=_("The most proxies that one voter held at any poll."),
    of=Election,
    fold=Most("most_proxies"),
)
FAIR = Flow(
    key="elections.fair",
    unit="{election}",
    title=_("Secret and open polls"),
    says=_("Polls that were secret, and counted in the open."),
    of=Election,
    where=Q(secret=True, open_count=True),
)
MET = Flow(
    key="elections.candidates_met_residents",
    unit="{election}",
    title=_("Candidates met residents"),
    says=_("Polls before which the candidates met residents."),
    of=Election,
    where=Q(met_residents=True),
)
SEATS = Stock(
    key="elections.committee_members",
    unit="{person}",
    title=_("Committee members"),
    says=_("People who hold a seat of the residents' committee."),
    of=Seat,
)
WOMEN = Stock(
    key="elections.committee_women",
    unit="{person}",
    title=_("Women in the committee"),
    says=_("Women who hold a seat of the residents' committee."),
    of=Seat,
    where=Q(woman=True),
)
RELATED = Stock(
    key="elections.committee_relatives",
    unit="{person}",
    title=_("Relatives in the committee"),
    says=_("Committee members who are near relatives of another member."),
    of=Seat,
    where=Q(related=True),
)
REPRESENTATIVES = Stock(
    key="elections.representatives",
    unit="{person}",
    title=_("Residents' representatives"),
    says=_("People who represent the households that chose them."),
    of=Representative,
)
HOUSEHOLDS_EACH = Ratio(
    key="elections.households_per_representative",
    unit="{household}",
    title=_("Households per representative"),
    says=_("Households of the community for each residents' representative."),
    part="register.households",
    whole="elections.representatives",
)
REPRESENTATIVES_MET = Flow(
    key="elections.representatives_meetings",
    unit="{meeting}",
    title=_("Representatives' meetings"),
    says=_("Meetings of the residents' representatives."),
    of=Assembly,
    where=Q(sort=Assembly.Sort.REPRESENTATIVES),
)
ENTITLED = Flow(
    key="elections.representatives_entitled",
    unit="{person}",
    title=_("Representatives entitled to come"),
    says=_("Representatives entitled to come, over all their meetings."),
    of=Assembly,
    where=Q(sort=Assembly.Sort.REPRESENTATIVES),
    fold=Total("entitled"),
)
PRESENT = Flow(
    key="elections.representatives_present",
    unit="{person}",
    title=_("Representatives present"),
    says=_("Representatives who came, over all their meetings."),
    of=Assembly,
    where=Q(sort=Assembly.Sort.REPRESENTATIVES),
    fold=Total("present"),
)
PRESENT_SHARE = Ratio(
    key="elections.representatives_share",
    unit="1",
    title=_("Share of representatives present"),
    says=_("Representatives who came for each who was entitled to."),
    part="elections.representatives_present",
    whole="elections.representatives_entitled",
)
NOTICE = Flow(
    key="elections.meeting_notice",
    unit="d",
    title=_("Notice of residents' meetings"),
    says=_("The fewest days of notice given before a residents' meeting."),
    of=Assembly,
    where=Q(sort=Assembly.Sort.RESIDENTS),
    fold=Least("notice_d"),
)
REVIEWS = Flow(
    key="elections.reviews_published",
    unit="{meeting}",
    title=_("Reviews of the committee"),
    says=_("Reviews of the committee whose result was published."),
    of=Review,
    where=Q(published=True),
)
QUESTIONS = Flow(
    key="elections.questions",
    unit="{question}",
    title=_("Questions put to households"),
    says=_("Questions on which households could vote."),
    of=Question,
)
VOTES_ENTITLED = Flow(
    key="elections.question_votes_entitled",
    unit="{vote}",
    title=_("Votes that could be cast"),
    says=_("Households entitled to vote, over all questions that were put in the period."),
    of=Question,
    fold=Total("entitled"),
)
VOTES = Flow(
    key="elections.question_votes",
    unit="{vote}",
    title=_("Votes cast on questions"),
    says=_("Ballots that households cast on questions; a ballot that was changed counts once."),
    of=Vote,
)
QUESTION_TURNOUT = Ratio(
    key="elections.question_turnout",
    unit="1",
    title=_("Turnout on questions"),
    says=_("Votes cast for each that could be cast on the questions of the period."),
    part="elections.question_votes",
    whole="elections.question_votes_entitled",
)
