"""Forms of rounds of calls, and of what is known of those who were called."""

from liangxing.records.forms import form_of

from ..models import CallRound, HomeCall, PostCall

CallRoundForm = form_of(CallRound, "code name alert exercise began_at rise_min day until note", numbered=True)
PostCallForm = form_of(PostCall, "round post state told_at channel day note")
HomeCallForm = form_of(HomeCall, "round household state told_at channel day note")
