"""The site as a Django app: its templates, static files and translations."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Floor 11."""

    name = "liangxing.site"
    label = "liangxing_site"  # "site" alone would shadow the standard library's module in some tools
