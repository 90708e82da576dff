"""The evidence floor as a Django app."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Floor 3."""

    name = "liangxing.evidence"

    def ready(self) -> None:
        """A piece of evidence changes how far the figures of what it proves are proved."""
        from liangxing.ledger.newest import TOUCHES

        from .models import Piece
        from .queries import touched

        TOUCHES[Piece._meta.label_lower] = touched
