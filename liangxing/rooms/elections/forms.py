"""Forms of elections."""

from liangxing.records.forms import form_of

from .models import Assembly, Election, Representative, Review, Seat

ElectionForm = form_of(
    Election,
    "code day sort eligible voted seats candidates spare_candidates list_shown_d most_proxies "
    "secret open_count met_residents note",
)
SeatForm = form_of(Seat, "name duty woman related day until note")
RepresentativeForm = form_of(Representative, "code name household group day until note")
AssemblyForm = form_of(Assembly, "code day sort entitled present notice_d note")
ReviewForm = form_of(Review, "code day published note")
