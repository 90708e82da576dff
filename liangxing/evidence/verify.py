"""Whether the stored content is still what the ledger committed to."""

from __future__ import annotations

from django.utils.translation import gettext as _

from liangxing.ledger.models import Community, Entry
from liangxing.ledger.verify import Fault

from . import store
from .models import Piece


def verify(community: Community) -> Fault | None:
    """The first piece of *community* whose file is gone or holds something else; ``None`` when all are as they were."""
    checked: dict[str, str] = {}
    for piece in Piece.objects.filter(community=community).order_by("recorded_at", "pk").iterator(2000):
        if piece.sha256 not in checked:
            file = store.path(piece.sha256)
            checked[piece.sha256] = store.digest_of(file) if file.exists() else ""
        if (now := checked[piece.sha256]) != piece.sha256:
            entry = Entry.objects.filter(record=piece.pk).order_by("seq").first()
            why = (
                _("The file of a piece of evidence was exchanged.")
                if now
                else _("The file of a piece of evidence is gone.")
            )
            return Fault(why, entry.seq if entry else 0, Piece._meta.label_lower, piece.pk)
    return None
