"""A document that goes out holds no marks of work in hand."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told

RULE = Rule("", gettext_lazy("No changes or comments left in it"), chinese=False)


def check(text: Text) -> Iterator[Told]:
    """Tracked changes and comments."""
    if "changes" in text.paper.traces:
        yield Told(
            _("There are tracked changes: a reader sees what stood there before."),
            _("Review, Accept: accept or reject all changes."),
        )
    if "comments" in text.paper.traces:
        yield Told(_("There are comments in the margin."), _("Review, Delete: delete all comments."))
