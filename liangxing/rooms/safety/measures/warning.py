"""Figures of alerts, and of who was reached."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.measure import Flow, Ratio

from ..models import Alert, CallRound, HomeCall, PostCall, State

ACTUAL = Q(status=Alert.Status.ACTUAL, reach__in=[Alert.Reach.HERE, Alert.Reach.UNTOLD])


def _flow(key: str, unit: str, title: Any, says: Any, of: Any, **how: Any) -> None:
    Flow(key=f"safety.{key}", unit=unit, title=title, says=says, of=of, **how)


_flow("alerts", "{case}", _("Alerts"), _("Actual alerts and updates for this community, in or out."), Alert,
      where=ACTUAL & Q(message__in=[Alert.Message.ALERT, Alert.Message.UPDATE]))  # fmt: skip
_flow(
    "alerts_written",
    "{case}",
    _("Alerts written here"),
    _("Actual alerts and updates that were written here."),
    Alert,
    where=ACTUAL & Q(way=Alert.Way.WRITTEN, message__in=[Alert.Message.ALERT, Alert.Message.UPDATE]),
)
_flow("alert_exercises", "{case}", _("Alerts as an exercise"), _("Alerts that were sent as an exercise."), Alert,
      where=Q(status=Alert.Status.EXERCISE, message=Alert.Message.ALERT))  # fmt: skip
_flow("call_rounds", "{round}", _("Rounds of calls"), _("Rounds in which everybody was called."), CallRound)
_flow("call_exercises", "{round}", _("Rounds of calls as an exercise"),
      _("Rounds of calls that were an exercise."), CallRound, where=Q(exercise=True))  # fmt: skip
_flow("posts_answered", "{case}", _("Answers of those who pass warnings on"),
      _("Answers of people who pass warnings on, once for each round."), PostCall,
      where=Q(state=State.ANSWERED))  # fmt: skip
_flow("homes_tried", "{household}", _("Households called"),
      _("Households that somebody tried to reach, once for each round."), HomeCall)  # fmt: skip
_flow("homes_reached", "{household}", _("Households reached"),
      _("Households that were reached or answered, once for each round."), HomeCall,
      where=Q(state__in=[State.REACHED, State.ANSWERED]))  # fmt: skip
_flow("homes_answered", "{household}", _("Households that answered"),
      _("Households that answered, once for each round."), HomeCall, where=Q(state=State.ANSWERED))  # fmt: skip
Ratio(
    key="safety.homes_reached_share",
    unit="1",
    title=_("Share of households reached"),
    says=_("Households reached for each that somebody tried to reach."),
    part="safety.homes_reached",
    whole="safety.homes_tried",
)
