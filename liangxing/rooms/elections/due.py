"""What the records of elections ask for."""

from django.utils.translation import gettext_lazy as _

from liangxing.records.due import due, ending_soon

from .models import Seat

due(Seat, _("the term ends"), by="until")(ending_soon)
