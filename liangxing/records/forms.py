"""The form of a kind: for hand entry, and for each line of an import."""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, ProhibitNullCharactersValidator
from django.db import models
from django.forms import (
    CharField,
    DateField,
    DateInput,
    Field,
    ModelChoiceField,
    ModelForm,
    TimeField,
    TimeInput,
    modelform_factory,
)
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.period import EVER
from liangxing.ledger.models import Community

from .choice import RecordChoice
from .models import Record

R = TypeVar("R", bound=Record)

# The ranges of PostgreSQL, held on SQLite too: what one engine keeps, the other must be able to keep.
RANGES = {
    "SmallIntegerField": (-32768, 32767),
    "PositiveSmallIntegerField": (0, 32767),
    "IntegerField": (-2147483648, 2147483647),
    "PositiveIntegerField": (0, 2147483647),
}


def _not_before_our_time(day: date) -> None:
    if day < EVER:
        raise ValidationError(_("%(day)s lies before 1900: check the year."), params={"day": date_format(day)})


def _not_after_today(day: date) -> None:
    if day > localdate():
        raise ValidationError(
            _("%(day)s has not come yet: a record tells what has happened."), params={"day": date_format(day)}
        )


if TYPE_CHECKING:
    Form = ModelForm
else:  # at run time Django's forms take no parameter

    class Form(ModelForm, Generic[R]):
        """A model's form that takes its model as a parameter, for those who read types."""


class RecordForm(Form[R]):
    """A form whose choices are what stands in one *community*, each named by its code or name.

    ``ahead`` names the date fields that may lie in the future (an expiry, an end of term): ``day`` only where what is
    to come is told too. ``same`` names fields that are mostly as in the record before; ``numbered``: codes follow one
    another. ``hints`` says of a field that was filled in where its value comes from.
    """

    ahead: tuple[str, ...] = ("until",)
    same: tuple[str, ...] = ()
    numbered: bool = False

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.community = community
        self.hints: dict[str, str] = {}
        for name, field in list(self.fields.items()):
            target: Any = getattr(field, "queryset", None)
            if isinstance(field, ModelChoiceField) and issubclass(target.model, Record):
                self.fields[name] = RecordChoice(
                    target.model,
                    community,
                    label=field.label,
                    required=field.required,
                    help_text=field.help_text,
                )
            self._narrow(name, self.fields[name])

    def _narrow(self, name: str, field: Field) -> None:
        """Give *field* the limits that a person should hear of before the database does."""
        kept: Any = self._meta.model._meta.get_field(name)
        # Lines of an import skip the model's own cleaning for speed, so the form says what the model would say.
        field.validators += kept._validators
        if isinstance(kept, models.IntegerField) and (limits := RANGES.get(kept.get_internal_type())):
            field.validators.append(MaxValueValidator(limits[1]))
            if limits[0] < 0:  # that a count is not negative, its own field says
                field.validators.append(MinValueValidator(limits[0]))
        if isinstance(field, CharField):
            field.validators.append(ProhibitNullCharactersValidator())
        if isinstance(field, DateField):
            field.widget = DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
            field.validators.append(_not_before_our_time)
            if name not in self.ahead:
                field.validators.append(_not_after_today)
        if isinstance(field, TimeField):
            field.widget = TimeInput(attrs={"type": "time"}, format="%H:%M")

    def alike(self) -> list[Any]:
        """Records that stand already and may be what the form, which is valid, says once more; none by default."""
        return []

    def clean(self) -> dict[str, Any]:
        """Refer to the first telling of a fact, which stays the same through corrections."""
        for name, value in self.cleaned_data.items():
            if isinstance(value, Record) and value.fact and value.pk != value.fact:
                self.cleaned_data[name] = copy(value)
                self.cleaned_data[name].pk = value.fact
        return self.cleaned_data


def form_of(
    kind: type[R], fields: str, *, ahead: str = "until", same: str = "", numbered: bool = False
) -> type[RecordForm[R]]:
    """The form of *kind* with these *fields*, in their order; the rest as ``RecordForm`` tells it."""
    made = cast(type[RecordForm[R]], modelform_factory(kind, form=RecordForm, fields=fields.split()))
    made.ahead, made.same, made.numbered = tuple(ahead.split()), tuple(same.split()), numbered
    return made
