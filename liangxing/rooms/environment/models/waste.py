"""Where waste is sorted: collection points, and the bins that stand there."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.register.models import Estate, Place
from liangxing.register.models.territory import Coded, Named, check_geometry


class CollectionPoint(Named):
    """A place where households bring sorted waste; of an ``estate``, or on a ``road``."""

    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+", null=True, blank=True)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Named.Meta):
        verbose_name = _("collection point")
        verbose_name_plural = _("collection points")


class SortedBin(Coded):
    """A bin for sorted waste; ``edition``: the marking standard under which it was bought, for classes changed.

    ``waste_class``: what goes into it, in the words of that edition; empty for a group of bins of every class.
    """

    class Edition(models.TextChoices):
        """Editions of GB/T 19095, marks for sorted waste."""

        OF_2008 = "2008", "GB/T 19095-2008"
        OF_2019 = "2019", "GB/T 19095-2019"

    road = models.ForeignKey(Place, models.PROTECT, verbose_name=_("road"), related_name="+")
    point = models.ForeignKey(
        CollectionPoint, models.PROTECT, verbose_name=_("collection point"), related_name="+", null=True, blank=True
    )
    edition = models.CharField(_("edition of the marking standard"), max_length=4, choices=Edition)
    waste_class = models.CharField(_("class of waste"), max_length=16, blank=True)
    volume_l = models.PositiveSmallIntegerField(_("volume (litres)"), null=True, blank=True)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Coded.Meta):
        verbose_name = _("sorted bin")
        verbose_name_plural = _("sorted bins")
