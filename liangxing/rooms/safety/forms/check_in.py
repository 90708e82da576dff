"""Forms of emergencies: who is safe, who may ask, who asked."""

from liangxing.records.forms import form_of

from ..models import Asking, CheckIn, Emergency, Trust

EmergencyForm = form_of(Emergency, "code name exercise began_at day until note")
CheckInForm = form_of(CheckIn, "emergency household state need place told_by told_at after_s heard day note")
TrustForm = form_of(Trust, "household name day until note")
AskingForm = form_of(Asking, "code emergency household about asker outcome day note", numbered=True)
