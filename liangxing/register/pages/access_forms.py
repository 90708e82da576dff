"""Forms of access: a post for an account, an invitation, and the password that a card lets somebody choose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community
from liangxing.records.choice import RecordChoice
from liangxing.records.forms import RecordForm
from liangxing.register.models import Building, Household, Post
from liangxing.register.roles import ROLES, WITHOUT_ACCOUNT

ACCOUNT = RegexValidator(
    r"^[a-z][a-z0-9.-]{2,29}$", _("3 to 30 small letters, digits, dots and strokes, a letter first, such as li-grid.")
)
# What a post must name besides the account, so that it does not reach everywhere or nowhere.
REACHES = {
    "grid": ("buildings", _("Say which buildings, such as JQ-1, JQ-2.")),
    "building_head": ("buildings", _("Say which building.")),
    "enterprise": ("organisation", _("Say which organisation.")),
    "resident": ("household", _("Say which household.")),
}
ORDER = ("account", "role", "name", "buildings", "organisation", "household", "day", "until")


def roles() -> list[tuple[str, Any]]:
    """The roles for which there are accounts."""
    return [(key, role.name) for key, role in ROLES.items() if key not in WITHOUT_ACCOUNT]


if TYPE_CHECKING:
    SetForm = SetPasswordForm[User]
else:  # at run time Django's forms take no parameter
    SetForm = SetPasswordForm


class AppointForm(RecordForm[Post]):
    """A post for an account; the account is made when it is not there."""

    class Meta:
        model = Post
        fields = ["account", "role", "name", "organisation", "household", "day", "until"]

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"day": localdate()})
        super().__init__(*args, community=community, **kwargs)
        self.fields["role"] = forms.ChoiceField(label=_("role"), choices=roles)
        self.fields["buildings"] = forms.CharField(
            label=_("buildings in their care"),
            required=False,
            max_length=2000,
            help_text=_("Codes with commas between them."),
        )
        self.order_fields(ORDER)
        account = self.fields["account"]
        account.required, account.validators = True, [*account.validators, ACCOUNT]
        account.help_text = _("Not the person's name: whatever somebody does is sealed under it for good.")

    def clean_buildings(self) -> list[Building]:
        """The buildings that the codes name."""
        codes = [code for code in re.split(r"[,\uff0c\u3001;\uff1b\s]+", self.cleaned_data["buildings"]) if code]
        known = Building.objects.known().filter(community=self.community, code__in=codes)
        found = {house.code: house for house in known}
        if missing := [code for code in codes if code not in found]:
            words = gettext("There is no building %s here.") % ", ".join(missing)
            raise ValidationError(words)
        for house in found.values():
            house.pk = house.fact  # others refer to the first telling
        return [found[code] for code in dict.fromkeys(codes)]

    def clean(self) -> dict[str, Any]:
        """A role that reaches only so far must say how far."""
        told = super().clean()
        field, words = REACHES.get(told.get("role", ""), ("", ""))
        if field and not told.get(field) and field not in self.errors:
            self.add_error(field, words)
        if told.get("until") and told.get("day") and told["until"] < told["day"]:
            self.add_error("until", gettext("It ends before it begins."))
        return told

    def _post_clean(self) -> None:
        """The posts are made by ``accounts.appoint``; what the database says of one of them is said there."""


class InviteForm(forms.Form):
    """Which household is invited."""

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["household"] = RecordChoice(Household, community, label=_("household"))


class WelcomeForm(SetForm):
    """The password that the holder of a card chooses; a guest chooses a user name too."""

    account = forms.CharField(
        label=_("user name"),
        validators=[ACCOUNT],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        help_text=_("Not your own name: it stays in the ledger. What is filled in will do."),
    )
    field_order = ["account", "new_password1", "new_password2"]

    def __init__(self, *args: Any, account: str, **kwargs: Any) -> None:
        super().__init__(User(), *args, **kwargs)
        self.fields["new_password1"].help_text = _("At least 8 characters: two or three words are easy to remember.")
        self.fields["account"].disabled = bool(account)
        if account:
            self.initial["account"] = account
            self.fields["account"].help_text = ""
            self.fields["account"].validators = []
