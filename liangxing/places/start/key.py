"""Who may found a community: somebody at this machine, or whoever types the code that the console printed."""

from __future__ import annotations

from hmac import compare_digest
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

from liangxing.ledger.models import Community
from liangxing.register.accounts import has_keeper
from liangxing.register.tickets import digest, new_code

HELD = "start"  # the session key that says that the code was typed


def _file() -> Path:
    return Path(settings.LIANGXING_DATA) / "start.code"


def waiting() -> list[Community] | None:
    """Communities without anybody who gives out posts; an empty list when there is no community; else ``None``."""
    every = list(Community.objects.order_by("code")[:50])
    without = [community for community in every if not has_keeper(community)]
    return without if without or not every else None


def print_code() -> str:
    """A new code for the console; the one printed before is void. Only its hash is kept, in the data folder."""
    code = new_code()
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_text(digest(code), "ascii")
    _file().chmod(0o600)
    return code


def fits(code: str) -> bool:
    """Whether *code* is the one that the console printed last."""
    return _file().exists() and compare_digest(_file().read_text("ascii"), digest(code))


def burn() -> None:
    """Make the printed code void."""
    _file().unlink(missing_ok=True)


def is_local(request: HttpRequest) -> bool:
    """Whether the visitor sits at this machine and called it so.

    A web server in front makes all visitors come from this machine; but it calls another name, or sends their origin
    along, and then the form is refused.
    """
    named = urlsplit(f"//{request.get_host()}").hostname or ""
    return (
        _loops(request.META.get("REMOTE_ADDR", ""))
        and (named == "localhost" or _loops(named))
        and not ({"HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP"} & request.META.keys())
    )


def _loops(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def may_begin(request: HttpRequest) -> bool:
    """Whether this visitor may found a community."""
    return is_local(request) or bool(request.session.get(HELD))
