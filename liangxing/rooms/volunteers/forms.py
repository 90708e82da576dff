"""Forms of volunteers."""

from liangxing.records.forms import form_of

from .models import Pair, Service, Volunteer

VolunteerForm = form_of(Volunteer, "code name team resident day until note", same="team", numbered=True)
PairForm = form_of(Pair, "volunteer resident day until note")
ServiceForm = form_of(Service, "volunteer day hours_h activity note", same="activity")
