"""Forms of collection days and the appointments for them."""

from liangxing.records.forms import form_of

from ..models import Appointment, CollectionDay

CollectionDayForm = form_of(
    CollectionDay, "code sort day starts_at place slots note", ahead="day", numbered=True, same="sort place slots"
)
AppointmentForm = form_of(Appointment, "collection_day household item pieces state mass_kg day note")
