"""Forms of elections."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community
from liangxing.records.forms import RecordForm, form_of

from .models import Assembly, Election, Question, Representative, Review, Seat
from .queries import entitled

ElectionForm = form_of(
    Election,
    "code day sort eligible voted seats candidates spare_candidates list_shown_d most_proxies "
    "secret open_count met_residents note",
)
SeatForm = form_of(Seat, "name duty woman related day until note")
RepresentativeForm = form_of(Representative, "code name household group day until note")
AssemblyForm = form_of(Assembly, "code day sort entitled present notice_d note")
ReviewForm = form_of(Review, "code day published note")


class QuestionForm(RecordForm[Question]):
    """A question; when nobody says how many households are entitled, they are counted as the register knows them."""

    class Meta:
        model = Question
        fields = ["code", "name", "text", "choices", "estate", "building", "entitled", "day", "until", "note"]

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, community=community, **kwargs)
        self.community = community

    def clean_choices(self) -> str:
        """Each choice once, at least two."""
        lines = dict.fromkeys(line.strip()[:120] for line in self.cleaned_data["choices"].splitlines() if line.strip())
        if len(lines) < 2:
            raise ValidationError(_("Write at least two choices, one a line."))
        return "\n".join(lines)

    def clean(self) -> dict[str, Any]:
        """Count who is entitled."""
        told = super().clean()
        if told.get("entitled") is None and told.get("day"):
            asked = Question(estate=told.get("estate"), building=told.get("building"), day=told["day"])
            told["entitled"] = entitled(asked, self.community, told["day"]).count() or None
        return told
