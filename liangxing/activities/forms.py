"""Forms of the calendar."""

from __future__ import annotations

import re

from liangxing.records.forms import RecordForm

from .models import Activity, SignIn


class ActivityForm(RecordForm[Activity]):
    """An activity."""

    class Meta:
        model = Activity
        fields = ["code", "title", "day", "sort", "topics", "place", "organiser", "attended", "duration_min", "note"]

    def clean_topics(self) -> str:
        """Topics as people write them, ``water, energy``, kept between commas and in lower case."""
        words = [word for word in re.split(r"[,，、;；\s]+", self.cleaned_data["topics"].lower()) if word]
        return f",{','.join(dict.fromkeys(words))}," if words else ","


class SignInForm(RecordForm[SignIn]):
    """A sign-in."""

    class Meta:
        model = SignIn
        fields = ["activity", "household", "people", "day", "note"]
