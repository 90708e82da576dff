"""Who reads, under a name that says nothing: for what a browser keeps of one person, and shows to no other."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

PUBLIC = "public"


def reader_of(request: HttpRequest) -> str:
    """Sixteen hex digits that stand for the account that is signed in; ``PUBLIC`` for everybody else."""
    account = request.user.get_username() if hasattr(request, "user") else ""
    return salted_hmac("liangxing.reader", account).hexdigest()[:16] if account else PUBLIC
