"""The ground: the community itself, its places, estates, buildings, entrances and flats."""

from __future__ import annotations

import json
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Spell

SHAPES = frozenset({"Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon"})


def check_geometry(text: str) -> None:
    """Raise ``ValidationError`` unless *text* is empty or a geometry of GeoJSON (RFC 7946, 3.1), in WGS 84 degrees."""
    if not text:
        return
    try:
        told = json.loads(text)
        good = told["type"] in SHAPES and isinstance(told["coordinates"], list)
    except (ValueError, TypeError, KeyError):
        good = False
    if not good:
        raise ValidationError(_('This is no GeoJSON geometry: it starts like {"type": "Point", "coordinates": ….'))


class Coded(Spell):
    """Something that people call by a code, such as 12-2-301. ``called``: every column by which a form may name it."""

    natural = ("code",)
    called: ClassVar[tuple[str, ...]] = ("code",)

    code = models.CharField(_("code"), max_length=40)

    class Meta(Spell.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.code


class Named(Coded):
    """Something that has a code and a name."""

    called: ClassVar[tuple[str, ...]] = ("code", "name")

    name = models.CharField(_("name"), max_length=80)

    class Meta(Coded.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name


class Profile(Named):
    """The base facts of the community itself; one stands at a time."""

    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    province = models.CharField(_("province"), max_length=40)
    subdistrict = models.CharField(_("subdistrict"), max_length=40)
    address = models.CharField(_("address"), max_length=80)
    area_km2 = models.DecimalField(_("area (km²)"), max_digits=7, decimal_places=3)

    class Meta(Named.Meta):
        verbose_name = _("community profile")
        verbose_name_plural = _("community profiles")
        constraints = [
            *Named.Meta.constraints,
            models.CheckConstraint(condition=Q(area_km2__gt=0), name="profile_has_area"),
        ]


class Place(Named):
    """A place people name: a road, a square, a green, a shelter. ``geometry``: GeoJSON, WGS 84, or empty.

    ``sort`` is an open set in English words, such as ``road``, ``square``, ``boundary``.
    """

    sort = models.CharField(_("sort of place"), max_length=24)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Named.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")


class Estate(Named):
    """A housing estate; ``residential`` when people live in it and nothing else is there but their shops."""

    residential = models.BooleanField(_("purely residential"), default=True)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Named.Meta):
        verbose_name = _("estate")
        verbose_name_plural = _("estates")


class Building(Coded):
    """A numbered building, of an estate or by itself."""

    class Use(models.TextChoices):
        """What a building is mostly used for."""

        RESIDENTIAL = "residential", _("residential")
        OFFICE = "office", _("offices")
        PUBLIC = "public", _("public")

    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )
    use = models.CharField(_("use"), max_length=12, choices=Use, default=Use.RESIDENTIAL)
    storeys = models.PositiveSmallIntegerField(_("storeys"), null=True, blank=True)
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])

    class Meta(Coded.Meta):
        verbose_name = _("building")
        verbose_name_plural = _("buildings")


class Entrance(Coded):
    """A staircase entrance of a building."""

    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")

    class Meta(Coded.Meta):
        verbose_name = _("entrance")
        verbose_name_plural = _("entrances")


class Flat(Coded):
    """A flat behind an entrance."""

    entrance = models.ForeignKey(Entrance, models.PROTECT, verbose_name=_("entrance"), related_name="+")
    storey = models.SmallIntegerField(_("storey"))
    area_m2 = models.DecimalField(_("area (m²)"), max_digits=7, decimal_places=2, null=True, blank=True)

    class Meta(Coded.Meta):
        verbose_name = _("flat")
        verbose_name_plural = _("flats")
