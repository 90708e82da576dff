"""The register as a Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Floor 5."""

    name = "liangxing.register"
