"""Forms of waste: where it is sorted, what was weighed, what was sold."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.kernel.language import nearest
from liangxing.records.forms import RecordForm, form_of

from ..models import CollectionPoint, Emptying, RecyclableSale, SortedBin, WeighSlip
from ..sorting.classes import gone, in_force
from .spots import OnTheGround

if TYPE_CHECKING:
    Form = RecordForm[Any]
else:
    Form = object

# The heaviest that there can be. A bin: a litre of household waste weighs less than a litre of water, and the largest
# bin in use holds 1,100 litres. A load: no lorry on a public road may weigh more than 49 t in all (GB 1589-2016).
LARGEST_BIN_L = 1100
POINT_KG = 20_000
LORRY_KG = 49_000
BRIDGE_STEP_KG = 20  # a weighbridge weighs in such steps or less: what is lighter was not weighed on one, or in tonnes


class Sorted(Form):
    """Mixed into a form with a ``waste_class``: it must be one of the edition in force on the ``day``."""

    def clean(self) -> dict[str, Any]:
        """Refuse a class that nobody knows, and one of an edition that no longer holds, with what it is called now."""
        told = super().clean()
        key, day = told.get("waste_class"), told.get("day")
        if key and day and key not in in_force(day).classes:
            self.add_error("waste_class", _why_not(key, day))
        return told


def _why_not(key: str, day: date) -> str:
    language, edition = nearest(get_language()), in_force(day)
    names = {each: edition.classes[each].names[language] for each in edition.classes}
    said = {"number": edition.number, "classes": ", ".join(names.values()), "told": key}
    if (before := gone(key, day)) is None:
        return _("“%(told)s” is no class of %(number)s. Choose one of: %(classes)s.") % said
    earlier, old = before
    said |= {"old": old.names[language], "earlier": earlier.number, "first": date_format(edition.first)}
    if old.now in names:
        words = _("“%(old)s” is a class of %(earlier)s; since %(first)s %(number)s holds, and it is called “%(now)s”.")
        return words % {**said, "now": names[old.now]}
    words = _(
        "“%(old)s” is a class of %(earlier)s; since %(first)s %(number)s holds, which has: %(classes)s. "
        "Record what is fetched by appointment there."
    )
    return words % said


_PointForm = form_of(CollectionPoint, "code name estate road geometry day until note")
_BinForm = form_of(SortedBin, "code road point edition waste_class volume_l geometry day until note", same="edition")
_EmptyingForm = form_of(Emptying, "day bin point waste_class mass_kg turn note", same="day waste_class")
_SlipForm = form_of(
    WeighSlip,
    "code day waste_class mass_kg gross_kg tare_kg vehicle taken_to note",
    same="waste_class vehicle taken_to",
)
RecyclableSaleForm = form_of(
    RecyclableSale, "code day material mass_kg amount_cny buyer spent_on note", numbered=True, same="buyer"
)


class CollectionPointForm(OnTheGround, _PointForm):  # type: ignore[misc, valid-type]
    """A collection point."""


class SortedBinForm(OnTheGround, _BinForm):  # type: ignore[misc, valid-type]
    """A bin; its class is one of the edition by which it is marked."""

    def clean(self) -> dict[str, Any]:
        """Refuse a class that the marks of its edition do not have."""
        told: dict[str, Any] = super().clean()
        day = date(2009, 1, 1) if told.get("edition") == SortedBin.Edition.OF_2008 else date(2019, 12, 1)
        key = told.get("waste_class")
        if key and key not in in_force(day).classes:
            names = [each.names[nearest(get_language())] for each in in_force(day).classes.values()]
            words = _("Bins of this edition are marked: %(classes)s.") % {"classes": ", ".join(names)}
            self.add_error("waste_class", words)
        return told


class EmptyingForm(Sorted, _EmptyingForm):  # type: ignore[misc, valid-type]
    """A weight of a round: of a bin that stood there on the day, and no heavier than such a bin can be."""

    def clean(self) -> dict[str, Any]:
        """Refuse a bin that was not there, and a weight that no bin has."""
        told: dict[str, Any] = super().clean()
        found, day, mass = told.get("bin"), told.get("day"), told.get("mass_kg")
        if found is None and told.get("point") is None and not {"bin", "point"} & self.errors.keys():
            self.add_error("bin", _("Say which bin or which collection point was emptied."))
        if found and day and (day < found.day or (found.until and day >= found.until)):
            self.add_error("bin", _not_there(found, day))
        most = Decimal(_most(found))
        if mass is not None and mass < 0:
            self.add_error("mass_kg", _("A weight is not negative."))
        if mass is not None and mass > most:
            self.add_error("mass_kg", _too_heavy(found, mass, most))
        return told


def _not_there(found: SortedBin, day: date) -> str:
    said = {"bin": found.code, "day": date_format(day), "first": date_format(found.day)}
    if day < found.day:
        return _("Bin %(bin)s stands there since %(first)s, and not on %(day)s: check the bin and the day.") % said
    said["until"] = date_format(found.until or day)
    return _("Bin %(bin)s was taken away on %(until)s: check the bin and the day, or correct when it left.") % said


def _most(found: SortedBin | None) -> int:
    return POINT_KG if found is None else found.volume_l or LARGEST_BIN_L


def _too_heavy(found: SortedBin | None, mass: Decimal, most: Decimal) -> str:
    said = {"mass": f"{mass:f}", "most": most}
    if found is None:
        return _("%(mass)s kg at one collection point cannot be. Is it in grams, or of several points?") % said
    words = _(
        "%(mass)s kg in one bin cannot be: it would hold %(most)s kg if it were full of water. "
        "Check the unit; the weight of a whole load belongs on a weighbridge slip."
    )
    return words % said


class WeighSlipForm(Sorted, _SlipForm):  # type: ignore[misc, valid-type]
    """A slip: in kilograms, net, and once."""

    def clean(self) -> dict[str, Any]:
        """Refuse what no lorry carries, what looks like tonnes, and a net weight that its two parts do not give."""
        told: dict[str, Any] = super().clean()
        mass, gross, tare = (told.get(name) for name in ("mass_kg", "gross_kg", "tare_kg"))
        said = {"mass": f"{mass:f}" if mass is not None else "", "most": LORRY_KG}
        if mass is not None and mass <= 0:
            self.add_error("mass_kg", _("A load weighs something: write the net weight of the slip."))
        elif mass is not None and mass < BRIDGE_STEP_KG:
            words = _("%(mass)s kg is less than a weighbridge can tell. If the slip is in tonnes, write %(times)s.")
            self.add_error("mass_kg", words % {**said, "times": f"{(mass * 1000).normalize():f}"})
        elif mass is not None and mass > LORRY_KG:
            words = _("%(mass)s kg is more than a lorry may weigh (%(most)s kg). Is it the sum of several slips?")
            self.add_error("mass_kg", words % said)
        if mass is not None and gross is not None and tare is not None and gross - tare != mass:
            words = _("Gross less empty is %(net)s kg, and not %(mass)s kg: check the three weights on the slip.")
            self.add_error("mass_kg", words % {**said, "net": f"{gross - tare:f}"})
        return told

    def alike(self) -> list[Any]:
        """Slips with the same number, or with the same day, class, mass and vehicle."""
        told = self.cleaned_data
        others = WeighSlip.objects.known().filter(community=self.community)
        same = others.filter(code=told["code"]) | others.filter(
            day=told["day"], waste_class=told["waste_class"], mass_kg=told["mass_kg"], vehicle=told["vehicle"]
        )
        return list(same.exclude(fact=self.instance.fact) if self.instance.fact else same)
