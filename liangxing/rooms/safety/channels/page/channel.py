"""The page itself is the channel."""

from django.utils.translation import gettext_lazy as _

from .. import Channel

CHANNEL = Channel(
    "page", _("page on the phone"), _("Whoever calls opens it on the phone and taps, with or without a network.")
)
