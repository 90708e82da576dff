"""Figures of check-ins: how soon households were heard of, by whom, and who asked about them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.measure import Flow, Ratio, Stock

from ..models import Asking, CheckIn, Trust

Flow(
    key="safety.households_help",
    unit="{household}",
    title=_("Households that need help"),
    says=_("Households that said that they need help, once for each emergency or exercise, as it stands."),
    of=CheckIn,
    where=Q(state=CheckIn.State.HELP),
)
Flow(
    key="safety.check_ins_prompt",
    unit="{household}",
    title=_("Households heard of within ten minutes"),
    says=_("Households first heard of within ten minutes after an emergency or exercise began."),
    of=CheckIn,
    where=Q(heard=CheckIn.Heard.TEN_MINUTES),
)
Ratio(
    key="safety.prompt_share",
    unit="1",
    title=_("Share heard of within ten minutes"),
    says=_("Households first heard of within ten minutes, for each of which it is known how they are."),
    part="safety.check_ins_prompt",
    whole="safety.check_ins",
)
Flow(
    key="safety.check_ins_own",
    unit="{household}",
    title=_("Households that told themselves"),
    says=_("Households that signed in and said themselves how they are."),
    of=CheckIn,
    where=Q(told_by=CheckIn.Teller.SELF),
)
Stock(
    key="safety.trusts",
    unit="{person}",
    title=_("People who may ask"),
    says=_("People of whom households said in advance that they may ask how they are."),
    of=Trust,
)
Flow(
    key="safety.askings",
    unit="{case}",
    title=_("Questions asked about somebody"),
    says=_("Times that somebody asked how a household is."),
    of=Asking,
)
Flow(
    key="safety.askings_answered",
    unit="{case}",
    title=_("Questions answered"),
    says=_("Questions about somebody that were answered, by the agreed word or by people."),
    of=Asking,
    where=Q(outcome__in=[Asking.Outcome.TOLD, Asking.Outcome.ANSWERED]),
)
Ratio(
    key="safety.askings_answered_share",
    unit="1",
    title=_("Share of questions answered"),
    says=_("Questions that were answered, for each that was asked."),
    part="safety.askings_answered",
    whole="safety.askings",
)
