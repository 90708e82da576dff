"""Waste and where it is sorted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.register.models import Place
from liangxing.register.models.territory import Coded, check_geometry


class SortedBin(Coded):
    """A bin for sorted waste; ``edition``: the marking standard under which it was bought, for classes changed."""

    class Edition(models.TextChoices):
        """Editions of GB/T 19095, marks for sorted waste."""

        OF_2008 = "2008", "GB/T 19095-2008"
        OF_2019 = "2019", "GB/T 19095-2019"

    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+")
    edition = models.CharField(_("edition of the marking standard"), max_length=4, choices=Edition)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Coded.Meta):
        verbose_name = _("sorted bin")
        verbose_name_plural = _("sorted bins")
