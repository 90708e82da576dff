"""Taking a layout into use, going back to an earlier one or to the shipped one; and which one is in use."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.evidence import store
from liangxing.evidence.actions import attach
from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import correct, strike, write

from .models import Layout

SORT, CHANNEL = "template", "layouts"


def standing(community: Community, book: str, language: str, known_at: datetime | None = None) -> Layout | None:
    """The layout in use, or that was in use at a moment; ``None``: the shipped one."""
    known = Layout.objects.known(known_at)
    found: Layout | None = known.filter(community=community, book=book, language=language).first()
    return found


def versions(community: Community, book: str, language: str) -> list[Layout]:
    """Every layout that was ever in use, the newest first."""
    told = Layout.objects.filter(community=community, book=book, language=language)
    return list(told.order_by("-recorded_at", "-pk"))


def content_of(sha256: str) -> bytes:
    """The file of a layout; ``Refused`` when it is not in the store any more."""
    try:
        return store.path(sha256).read_bytes()
    except OSError as error:
        raise Refused(_("The file of this layout is not in the store any more; upload it again.")) from error


def adopt(content: bytes, name: str, *, book: str, language: str, community: Community, by: str) -> Layout:
    """Use the layout *content*, which was checked, from now on; the same one again changes nothing."""
    with act("layouts.adopt", community=community, by=by):
        sha256, _size = store.put(io.BytesIO(content))
        before = standing(community, book, language)
        if before is not None and before.sha256 == sha256:
            return before
        told: dict[str, Any] = {"sha256": sha256, "name": name[-120:], "day": localdate()}
        if before is None:
            layout = write(Layout(book=book, language=language, **told), community=community, by=by)
        else:
            layout = correct(before, by=by, **told)
        attach(layout, io.BytesIO(content), name=name, sort=SORT, by=by, channel=CHANNEL)
        return layout


def take_back(layout: Layout, *, by: str, why: str = "") -> None:
    """Print the report as it is shipped again; the layout stays readable."""
    strike(layout, by=by, why=why)
