"""Forms of drawn samples and what was found in them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.kernel.drawing import new_seed
from liangxing.records.forms import form_of

from ..models import BinCheck, PlaceCheck, Sampling
from ..queries.sampling import digest_of, listed_for

_SamplingForm = form_of(Sampling, "code about size seed first last day note", numbered=True, same="about size")
_BinCheckForm = form_of(BinCheck, "sampling bin result foreign_percent day note", same="sampling day")
_PlaceCheckForm = form_of(PlaceCheck, "sampling clearance result day note", same="sampling day")


class SamplingForm(_SamplingForm):  # type: ignore[misc, valid-type]
    """Drawing a sample: the list is taken as it stands on the day, and kept as a digest."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seed"].required = False
        if self.instance.fact:  # what was drawn stays drawn: whoever wants another lot draws again, and it is seen
            for name in ("about", "seed", "size", "first", "last", "day"):
                self.fields[name].disabled = True
        self.fields["seed"].help_text = gettext_lazy(
            "Leave it empty for one that nobody chose, or write a number that anybody can look up, as of a lottery."
        )

    def clean(self) -> dict[str, Any]:
        """Take the list, and refuse a sample that is larger; a draw that stands keeps its own."""
        told: dict[str, Any] = super().clean()
        if self.errors or self.instance.fact:
            return told
        told["seed"] = told["seed"] or new_seed()
        if told["about"] == Sampling.About.PLACES and not (told.get("first") and told.get("last")):
            self.add_error("first", _("Say from when until when the places were cleared that are looked at again."))
            return told
        codes = [
            one.code for one in listed_for(self.community, told["about"], told["day"], told["first"], told["last"])
        ]
        if told["size"] > len(codes):
            words = _("The list has %(listed)s, so no sample of %(size)s can be drawn: choose a smaller one.")
            self.add_error("size", words % {"listed": len(codes), "size": told["size"]})
        elif len(set(codes)) < len(codes):
            self.add_error("about", _("Two on the list have the same code, so no lot can tell them apart."))
        elif not told["size"]:
            self.add_error("size", _("A sample has at least one."))
        told |= {"listed": len(codes), "list_digest": digest_of(codes)}
        self.instance.listed, self.instance.list_digest = told["listed"], told["list_digest"]
        return told


class BinCheckForm(_BinCheckForm):  # type: ignore[misc, valid-type]
    """A look into a drawn bin, after it was drawn."""

    def clean(self) -> dict[str, Any]:
        """Refuse a look before the draw, and a percentage above a hundred."""
        told: dict[str, Any] = super().clean()
        _after_the_draw(self, told)
        if (told.get("foreign_percent") or 0) > 100:
            self.add_error("foreign_percent", _("Not more than 100 of a hundred can be wrong."))
        return told


class PlaceCheckForm(_PlaceCheckForm):  # type: ignore[misc, valid-type]
    """A look at a drawn place, after it was drawn."""

    def clean(self) -> dict[str, Any]:
        """Refuse a look before the draw."""
        told: dict[str, Any] = super().clean()
        _after_the_draw(self, told)
        return told


def _after_the_draw(form: Any, told: dict[str, Any]) -> None:
    draw, day = told.get("sampling"), told.get("day")
    if draw and day and day < draw.day:
        form.add_error("day", _("The sample had not been drawn yet on this day."))
