"""What is found in a drawn sample: of bins, whether they are sorted well; of places, whether they stay clean."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event

from .grounds import Clearance
from .waste import SortedBin


class Sampling(Event):
    """A sample drawn by lot (``kernel/drawing.py``): who has the list, the seed and the size draws the same.

    ``list_digest``: SHA-256 (64 hex digits) of the codes that were drawn from, in order, a line feed behind each;
    ``listed``: how many they were. ``first`` and ``last``: of places, when they were cleared.
    """

    class About(models.TextChoices):
        """What is drawn from."""

        BINS = "bins", _("bins: are they sorted well?")
        PLACES = "places", _("cleared places: do they stay clean?")

    natural = ("code",)

    code = models.CharField(_("code"), max_length=40)
    about = models.CharField(_("drawn from"), max_length=8, choices=About)
    seed = models.CharField(_("seed"), max_length=64)
    size = models.PositiveSmallIntegerField(_("size of the sample"))
    listed = models.PositiveIntegerField(_("on the list"))
    list_digest = models.CharField(_("digest of the list"), max_length=64)
    first = models.DateField(_("cleared from"), null=True, blank=True)
    last = models.DateField(_("cleared until"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("drawn sample")
        verbose_name_plural = _("drawn samples")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(size__gt=0, size__lte=F("listed")),
                name="sampling_is_no_larger_than_its_list",
                violation_error_message=_("The sample is larger than the list that it is drawn from."),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Result(models.TextChoices):
    """What an inspector saw; what could not be seen is no result, and is said."""

    GOOD = "good", _("good")
    BAD = "bad", _("not good")
    UNSEEN = "unseen", _("could not be seen")


class BinCheck(Event):
    """A drawn bin that somebody looked into, without knowing whose it is; ``foreign_percent``: what does not belong."""

    natural = ("sampling", "bin")

    sampling = models.ForeignKey(Sampling, models.PROTECT, verbose_name=_("drawn sample"), related_name="+")
    bin = models.ForeignKey(SortedBin, models.PROTECT, verbose_name=_("sorted bin"), related_name="+")
    result = models.CharField(_("result"), max_length=6, choices=Result)
    foreign_percent = models.PositiveSmallIntegerField(_("what does not belong (%)"), null=True, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("look into a bin")
        verbose_name_plural = _("looks into bins")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(
                condition=Q(foreign_percent=None) | Q(foreign_percent__lte=100), name="bincheck_is_a_percentage"
            ),
        ]


class PlaceCheck(Event):
    """A drawn place that was cleared some days before, and whether it is clean still."""

    natural = ("sampling", "clearance")

    sampling = models.ForeignKey(Sampling, models.PROTECT, verbose_name=_("drawn sample"), related_name="+")
    clearance = models.ForeignKey(Clearance, models.PROTECT, verbose_name=_("clearance of litter"), related_name="+")
    result = models.CharField(_("result"), max_length=6, choices=Result)

    class Meta(Event.Meta):
        verbose_name = _("look at a cleared place")
        verbose_name_plural = _("looks at cleared places")
