"""Pages of elections."""

from liangxing.records.views import urls_of

from .forms import AssemblyForm, ElectionForm, QuestionForm, RepresentativeForm, ReviewForm, SeatForm
from .models import Assembly, Election, Question, Representative, Review, Seat

urlpatterns = [
    *urls_of(Election, ElectionForm, columns=("day", "sort", "eligible", "voted", "seats"), filters=("sort",)),
    *urls_of(Seat, SeatForm, columns=("name", "duty", "woman", "day", "until"), filters=("duty",)),
    *urls_of(Representative, RepresentativeForm, columns=("code", "name", "group", "day"), filters=("group",)),
    *urls_of(Assembly, AssemblyForm, columns=("day", "sort", "entitled", "present"), filters=("sort",)),
    *urls_of(Review, ReviewForm, columns=("day", "code", "published"), filters=("published",)),
    *urls_of(Question, QuestionForm, columns=("name", "estate", "building", "entitled", "day", "until")),
]
