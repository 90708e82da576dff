"""Signing in, and changing one's own password: what went wrong is said in plain words, and guessing is slowed."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from math import ceil
from typing import Any

from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import User
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import guessing
from .models import Post


def later(wait: timedelta) -> str:
    """That there were too many wrong guesses, and when to try again."""
    n = ceil(wait.total_seconds() / 60)
    words = ngettext(
        "Too many wrong tries. Wait %(n)s minute, then try again; or ask whoever gives out accounts for a new card.",
        "Too many wrong tries. Wait %(n)s minutes, then try again; or ask whoever gives out accounts for a new card.",
        n,
    )
    return words % {"n": n}


class SignInForm(AuthenticationForm):
    """User name and password. Whether an account is there is not said to whoever does not know its password."""

    def clean(self) -> dict[str, Any]:
        """Refuse in words that say what to do."""
        name, password = self.cleaned_data.get("username", ""), self.cleaned_data.get("password", "")
        assert self.request is not None
        if wait := guessing.wait(self.request, name):
            raise ValidationError(later(wait))
        try:
            cleaned = super().clean()
        except ValidationError:
            guessing.wrong(self.request, name)
            raise ValidationError(self._what_to_try(password)) from None
        guessing.right(self.request, name)
        return cleaned

    def _what_to_try(self, password: str) -> list[str]:
        told = [_("This name and password do not go together. Capital and small letters differ; try again.")]
        if unicodedata.normalize("NFKC", password) != password:
            told.append(_("Letters were typed full width: switch the input method to English and type them again."))
        if password != password.strip():
            told.append(_("There is a space before or after the password."))
        return told

    def confirm_login_allowed(self, user: Any) -> None:
        """An account that was closed is told so: its password was right."""
        if not user.is_active:
            raise ValidationError(_("This account was closed. Ask whoever gives out accounts."))


class SignIn(LoginView):
    """The page on which people sign in."""

    template_name = "site/sign_in.html"
    authentication_form = SignInForm

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Come in; whoever holds no post today is told that it opens no more than the public has."""
        user: User = form.get_user()
        held = Post.objects.known().filter(account=user.get_username())
        if not user.is_superuser and not held.standing_on(localdate()).exists():
            words = _(
                "You are signed in, but no post of yours stands today: you see what everybody sees. Ask the desk."
            )
            messages.warning(self.request, words)
        return super().form_valid(form)


class OwnPassword(PasswordChangeView):
    """The page on which somebody changes their own password."""

    template_name = "register/password.html"
    success_url = reverse_lazy("home")

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it, and say so."""
        messages.success(self.request, _("Your new password holds from now on. Other devices must sign in again."))
        return super().form_valid(form)
