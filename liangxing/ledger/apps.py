"""The ledger as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Floor 1."""

    name = "liangxing.ledger"
