"""What enterprises asked for and got; their party branches and unions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.records.models import Event, Spell
from liangxing.register.models import Estate, Organisation
from liangxing.register.models.territory import Coded, Named


class Window(Named):
    """A place where enterprises are served."""

    class Meta(Named.Meta):
        verbose_name = _("service window")
        verbose_name_plural = _("service windows")


class Request(Coded):
    """Something an enterprise asked for; it ends when it is answered."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("enterprise"), related_name="+")
    subject = models.CharField(_("subject"), max_length=120)
    outcome = models.CharField(_("outcome"), max_length=120, blank=True)

    class Meta(Coded.Meta):
        verbose_name = _("request of an enterprise")
        verbose_name_plural = _("requests of enterprises")


class Policy(Named):
    """A policy under which enterprises may get something."""

    issuer = models.CharField(_("issuer"), max_length=80)
    output_cny = models.DecimalField(
        _("output asked for (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )

    class Meta(Named.Meta):
        verbose_name = _("enterprise policy")
        verbose_name_plural = _("enterprise policies")


class Application(Event):
    """An enterprise applied under a policy, with the community's help."""

    natural = ("organisation", "policy", "year")

    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("enterprise"), related_name="+")
    policy = models.ForeignKey(Policy, models.PROTECT, verbose_name=_("enterprise policy"), related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))

    class Meta(Event.Meta):
        verbose_name = _("application")
        verbose_name_plural = _("applications")


class Payment(Event):
    """Money that reached an enterprise under a policy; ``year``: the year for which."""

    natural = ("organisation", "policy", "year")

    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("enterprise"), related_name="+")
    policy = models.ForeignKey(Policy, models.PROTECT, verbose_name=_("enterprise policy"), related_name="+")
    year = models.PositiveSmallIntegerField(_("year"))
    amount_cny = models.DecimalField(_("amount (yuan)"), max_digits=12, decimal_places=2)

    class Meta(Event.Meta):
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        constraints = [
            *Event.Meta.constraints,
            models.CheckConstraint(condition=Q(amount_cny__gt=0), name="payment_is_something"),
        ]


class PartyBranch(Spell):
    """A party branch of an enterprise. Three full members make a branch; fewer join with others."""

    natural = ("organisation",)

    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name=_("enterprise"), related_name="+")
    name = models.CharField(_("name"), max_length=80)
    full_members = models.PositiveSmallIntegerField(_("full members"))

    class Meta(Spell.Meta):
        verbose_name = _("party branch")
        verbose_name_plural = _("party branches")

    def __str__(self) -> str:
        return self.name


class Union(Named):
    """A trade union; ``joint``: of several enterprises together (Trade Union Law, art. 11)."""

    joint = models.BooleanField(_("joint"), default=False)
    approved = models.BooleanField(_("approved by the union above"), default=False)
    estate = models.ForeignKey(
        Estate, models.PROTECT, verbose_name=_("estate"), related_name="+", null=True, blank=True
    )

    class Meta(Named.Meta):
        verbose_name = _("trade union")
        verbose_name_plural = _("trade unions")
