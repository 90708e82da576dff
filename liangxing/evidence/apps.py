"""The evidence floor as a Django app."""

from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Floor 3."""

    name = "liangxing.evidence"

    def ready(self) -> None:
        """A piece of evidence changes how far the figures of what it proves are proved; channels bring formats."""
        from liangxing.ledger.newest import TOUCHES

        from . import channels
        from .models import Piece
        from .queries import touched

        TOUCHES[Piece._meta.label_lower] = touched
        for found in iter_modules(channels.__path__, f"{channels.__name__}."):
            if find_spec(f"{found.name}.reads"):
                import_module(f"{found.name}.reads")
