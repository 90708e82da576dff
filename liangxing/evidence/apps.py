"""The evidence floor as a Django app."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Floor 3."""

    name = "liangxing.evidence"
