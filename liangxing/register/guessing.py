"""Slowing down whoever guesses passwords or codes: each wrong guess beyond a few costs twice the wait of the last.

Counted in the database for the account from one address, for the address, and for the account from anywhere, each
under a keyed hash: neither addresses nor names are kept. A right password ends the count of that account there.
"""

from __future__ import annotations

import hmac
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.utils.timezone import now

from .models import Attempt

FORGOTTEN = timedelta(hours=24)  # after a day without a wrong guess
LONGEST = timedelta(hours=1)
FIRST = timedelta(seconds=30)
HERE, ADDRESS, ANYWHERE = 5, 40, 100  # wrong guesses before the first wait: many share an office's one address


def _keys(request: HttpRequest, account: str) -> dict[str, int]:
    """The hashes under which a guess counts, and how many each allows."""
    address, name = request.META.get("REMOTE_ADDR", ""), account.casefold().strip()
    told = {f"here {address} {name}": HERE, f"address {address}": ADDRESS, f"anywhere {name}": ANYWHERE}
    secret = settings.SECRET_KEY.encode()
    return {hmac.new(secret, key.encode(), sha256).hexdigest(): allowed for key, allowed in told.items()}


def wait(request: HttpRequest, account: str) -> timedelta:
    """How long nobody may guess again for *account* from here; zero when it is free."""
    keys, moment, longest = _keys(request, account), now(), timedelta(0)
    for told in Attempt.objects.filter(key__in=keys, last_at__gt=moment - FORGOTTEN):
        beyond = told.failures - keys[told.key]
        if beyond >= 0:
            pause = min(FIRST * 2 ** min(beyond, 20), LONGEST)
            longest = max(longest, told.last_at + pause - moment)
    return longest


def wrong(request: HttpRequest, account: str) -> None:
    """Count a wrong guess; what was counted a day ago is forgotten."""
    moment = now()
    with transaction.atomic():
        Attempt.objects.filter(last_at__lte=moment - FORGOTTEN).delete()
        for key in _keys(request, account):
            Attempt.objects.get_or_create(key=key, defaults={"last_at": moment})
            Attempt.objects.filter(key=key).update(failures=F("failures") + 1, last_at=moment)


def right(request: HttpRequest, account: str) -> None:
    """End the count of this account from this address."""
    Attempt.objects.filter(key=next(iter(_keys(request, account)))).delete()
