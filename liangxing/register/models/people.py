"""The people: households and residents, their groups, organisations, and the posts that people hold."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from stdnum.cn import ric, uscc

from liangxing.records.models import Record, Spell

from .territory import Building, Coded, Flat, Named


def check_credit_code(code: str) -> None:
    """Raise ``ValidationError`` unless *code* is empty or a unified social credit code (GB 32100-2015)."""
    if code and not uscc.is_valid(code):
        raise ValidationError(
            _("%(code)s is no valid credit code: compare its 18 characters with the licence."), params={"code": code}
        )


def check_identity_number(number: str) -> None:
    """Raise ``ValidationError`` unless *number* is empty or a citizen's identity number (GB 11643-1999)."""
    if number and not ric.is_valid(number):
        raise ValidationError(_("The identity number does not check: compare its 18 characters with the card."))


class ResidentsGroup(Named):
    """A group of households with an elected leader."""

    class Meta(Named.Meta):
        verbose_name = _("residents' group")
        verbose_name_plural = _("residents' groups")


class Household(Coded):
    """The people who live in one flat; its code is mostly the flat's, and so says who they are."""

    personal = ("code",)

    building = models.ForeignKey(Building, models.PROTECT, verbose_name=_("building"), related_name="+")
    flat = models.ForeignKey(Flat, models.PROTECT, verbose_name=_("flat"), related_name="+", null=True, blank=True)
    group = models.ForeignKey(
        ResidentsGroup, models.PROTECT, verbose_name=_("residents' group"), related_name="+", null=True, blank=True
    )

    class Meta(Coded.Meta):
        verbose_name = _("household")
        verbose_name_plural = _("households")


class Resident(Coded):
    """A person in a household."""

    class Sex(models.TextChoices):
        """Sex as the household register has it."""

        FEMALE = "f", _("female")
        MALE = "m", _("male")

    personal = ("name", "born_on", "identity_number", "phone")

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    name = models.CharField(_("name of the person"), max_length=60)
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, blank=True)
    born_on = models.DateField(_("born on"), null=True, blank=True)
    identity_number = models.CharField(
        _("identity number"), max_length=18, blank=True, validators=[check_identity_number]
    )
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    class Meta(Coded.Meta):
        verbose_name = _("resident")
        verbose_name_plural = _("residents")

    def __str__(self) -> str:
        return self.name or self.code


class Organisation(Named):
    """An enterprise or public institution in the community."""

    class Sort(models.TextChoices):
        """How an organisation belongs to the community."""

        RESIDENT = "resident", _("resident unit")  # the units that a report counts as lying in the community
        ENTERPRISE = "enterprise", _("enterprise in a building")
        SOCIAL = "social", _("social organisation")

    called = ("code", "name", "credit_code")
    personal = ("contact", "phone")

    sort = models.CharField(_("sort of organisation"), max_length=12, choices=Sort)
    credit_code = models.CharField(_("credit code"), max_length=18, blank=True, validators=[check_credit_code])
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    contact = models.CharField(_("contact person"), max_length=60, blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Card(Spell):
    """A printed card by which others act for a household that has no phone; ended when it is lost, which revokes it."""

    natural = ("household", "day")
    personal = ("household",)

    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")

    class Meta(Spell.Meta):
        verbose_name = _("household's card")
        verbose_name_plural = _("households' cards")


class Post(Coded):
    """A post that somebody holds for a time, and with it what their account may see and do.

    ``role``: a key of ``register.roles.ROLES``; ``account``: the user name that signs in, if they do. The post reaches
    as far as the building, organisation or household that it names. ``link``: for an assessor who comes by a link, or
    a program that comes by a key, and has no account: the SHA-256 of its secret; ``opens``: what an assessor's link
    opens, as ``register.reading`` reads it.
    """

    personal = ("name",)
    opens_doors: ClassVar[bool] = True

    role = models.CharField(_("role"), max_length=24)
    name = models.CharField(_("name of the person"), max_length=60, blank=True)
    account = models.CharField(_("user name"), max_length=80, blank=True, db_index=True)
    link = models.CharField(_("link"), max_length=64, blank=True, editable=False)
    opens = models.TextField(_("what it opens"), blank=True, editable=False)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, verbose_name=_("organisation"), related_name="+", null=True, blank=True
    )
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )

    class Meta(Coded.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    def anew(self, **changes: Any) -> Self:
        """A correction keeps the link or key, and what it opens: no form shows them."""
        return super().anew(**{"link": self.link, "opens": self.opens, **changes})

    @property
    def reach(self) -> Record | None:
        """The building, organisation or household as far as which the post reaches; ``None`` when it names none."""
        return self.building or self.organisation or self.household
