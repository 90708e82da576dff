"""Founding: the community's code and name, and the account of its secretary, on one page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.models import User
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.ledger.models import Community
from liangxing.register import accounts, guessing
from liangxing.register.pages.access_forms import ACCOUNT
from liangxing.register.sign_in import later

from . import key
from .division import check_division, plain

GUESSED = "begin"  # under this name wrong codes of the console are counted


class BeginForm(forms.Form):
    """What founds a community; without the first three fields when it was founded on the console."""

    code = forms.CharField(
        label=gettext_lazy("statistical division code"),
        help_text=gettext_lazy("12 digits, as on the forms of the statistics office; the last three are your own."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    name = forms.CharField(label=gettext_lazy("name of the community"), max_length=80)
    name_en = forms.CharField(label=gettext_lazy("name in English"), max_length=80, required=False)
    account = forms.CharField(
        label=gettext_lazy("your user name"),
        initial="secretary",
        validators=[ACCOUNT],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        help_text=gettext_lazy("Not your own name: whatever you do is sealed under it for good."),
    )

    def __init__(self, data: Any = None, *, founded: bool = False) -> None:
        super().__init__(data)
        asked = SetPasswordForm(User()).fields
        self.fields["password"], self.fields["again"] = asked["new_password1"], asked["new_password2"]
        self.fields["password"].label, self.fields["again"].label = _("password"), _("the password once more")
        self.fields["password"].help_text = _("At least 8 characters: two or three words are easy to remember.")
        for name in ("code", "name", "name_en") if founded else ():
            del self.fields[name]

    def clean_code(self) -> str:
        """The twelve digits, when they can be a community's."""
        code = plain(self.cleaned_data["code"])
        check_division(code)
        if Community.objects.filter(code=code).exists():
            raise forms.ValidationError(_("A community with this code is here already."))
        return code

    def clean_account(self) -> str:
        """A user name that nobody has."""
        account: str = self.cleaned_data["account"]
        if accounts.users().filter(username=account).exists():
            raise forms.ValidationError(_("%s is taken: choose another user name.") % account)
        return account

    def clean(self) -> dict[str, Any]:
        """The password, twice the same and long enough."""
        told = super().clean() or {}
        both = {"new_password1": told.get("password", ""), "new_password2": told.get("again", "")}
        checked = SetPasswordForm(User(), both)
        if not checked.is_valid():
            self.add_error("again", [words for errors in checked.errors.values() for words in errors])
        return told


def begin(request: HttpRequest) -> HttpResponse:
    """Found the community of this installation, or give one that was founded on the console its first account."""
    if (without := key.waiting()) is None:
        raise Http404
    if not key.may_begin(request):
        return _typed(request)
    community = without[0] if without else None
    form = BeginForm(request.POST if "account" in request.POST else None, founded=bool(community))
    if form.is_bound and form.is_valid():
        community = _found(form.cleaned_data, community)
        login(request, accounts.users().get(username=form.cleaned_data["account"]))
        key.burn()
        messages.success(
            request, _("%s is founded. What comes now is kept step by step; stop whenever you like.") % community
        )
        return redirect("start.appoint", community=community.code)
    told = {"form": form, "founding": community}
    return render(request, "start/begin.html", told, status=422 if form.is_bound else 200)


@transaction.atomic
def _found(told: dict[str, Any], community: Community | None) -> Community:
    if community is None:
        community = Community.objects.create(code=told["code"], name=told["name"], name_en=told["name_en"])
    account = told["account"]
    accounts.appoint("secretary", account, community=community, by=account, since=localdate())
    user = accounts.users().get(username=account)
    user.set_password(told["password"])
    user.save(update_fields=["password"])
    return community


def _typed(request: HttpRequest) -> HttpResponse:
    """Ask for the code that the console printed."""
    code, refused, status = (request.POST.get("key") or request.GET.get("key", "")).strip(), "", 200
    if wait := guessing.wait(request, GUESSED):
        refused, status = later(wait), 429
    elif code and key.fits(code):
        request.session[key.HELD] = True
        return redirect("begin")
    elif code:
        guessing.wrong(request, GUESSED)
        refused, status = _("This is not the code that the console printed last."), 422
    return render(request, "start/key.html", {"refused": refused, "key": code}, status=status)
