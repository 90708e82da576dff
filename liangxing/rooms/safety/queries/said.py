"""Times as people say them."""

from __future__ import annotations

from django.utils.translation import gettext as _


def duration(seconds: int | None) -> str:
    """Minutes and seconds; a dash when nobody knows."""
    if seconds is None:
        return "—"
    minutes, rest = divmod(abs(seconds), 60)
    if not minutes:
        return _("%(seconds)s s") % {"seconds": rest}
    return _("%(minutes)s min %(seconds)s s") % {"minutes": minutes, "seconds": rest}


def minutes_up(seconds: int) -> int:
    """Whole minutes, begun ones counted."""
    return -(-seconds // 60)
