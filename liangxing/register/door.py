"""The door: the one place that asks who comes in, to which community, and to do what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from liangxing.ledger.models import Community
from liangxing.records import written
from liangxing.records.kinds import KINDS
from liangxing.records.visit import Eyes, Visit

from .keys import called, posts_by, secret_hash
from .reading import Reading, count_use, reading
from .rights import Rights, posts_of

PASS = "pass"  # the query parameter and session key under which an assessor's secret comes


def asked(request: HttpRequest) -> tuple[str, str]:
    """The thing and the verb of the route, such as ``environment.bin`` and ``list``; a POST to a page strikes."""
    name = (request.resolver_match.url_name or "") if request.resolver_match else ""
    thing, _, verb = name.rpartition(".")
    return thing, "strike" if verb == "page" and request.method not in ("GET", "HEAD") else verb


def program_of(request: Visit) -> str:
    """As who the program acts by whose key the request came; empty when it came by none that stands."""
    return next((called(post) for post in posts_by(request.community, _bearer(request))), "")


def _bearer(request: HttpRequest) -> str:
    """The secret in the header ``Authorization`` (RFC 6750)."""
    way, _space, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if way.casefold() == "bearer" else ""


def rights_of(request: HttpRequest, community: Community) -> Eyes:
    """What the visitor may do in *community*: by the account that is signed in, or by the link they came with.

    A link that says what it opens opens that and nothing else; one that says nothing gives what the public has. A
    program comes by its key.
    """
    if key := _bearer(request):
        return Rights(tuple(posts_by(community, key)))
    if request.user.is_authenticated:
        return Rights(tuple(posts_of(community, account=request.user.get_username())))
    secret = request.GET.get(PASS) or request.session.get(PASS, "")
    posts = posts_of(community, link=secret_hash(secret)) if secret else []
    if (found := reading(community, posts)) is None:
        return Rights()
    if PASS in request.GET:
        request.session[PASS] = secret
        count_use(request, found.post)
    return found


def led_on(request: HttpRequest) -> HttpResponse:
    """To the same page without the secret in its address: addresses are kept by browsers and sent along."""
    query = request.GET.copy()
    del query[PASS]
    return redirect(f"{request.path}?{query.urlencode()}" if query else request.path)


class Door:
    """Middleware for every route under ``<community>/``: sets ``request.community`` and ``request.rights``.

    Whoever is not signed in and asks for more than the public may is asked to sign in. Otherwise, not being allowed
    and not being there look the same (404): a guess learns nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; the work is done when the route is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, route: dict[str, Any]) -> HttpResponse | None:
        """Take the community out of the route, so that no view can look it up by itself."""
        if (code := route.pop("community", None)) is None:
            return None
        community = get_object_or_404(Community, code=code)
        visit = cast(Visit, request)
        visit.community, visit.rights = community, rights_of(request, community)
        thing, verb = asked(request)
        if isinstance(visit.rights, Reading):
            return self._read(request, visit.rights, f"{thing}.{verb}", route)
        if visit.rights.may(verb, KINDS[thing].model if thing in KINDS else None):
            return None
        if not request.user.is_authenticated:
            if request.method == "POST" and "Outbox" not in request.headers:  # an outbox keeps what it sends itself
                written.keep(request)
            return redirect_to_login(request.get_full_path())
        raise Http404

    def _read(self, request: HttpRequest, rights: Reading, name: str, route: dict[str, Any]) -> HttpResponse | None:
        """Let whoever came by a link through to what it opens."""
        if PASS in request.GET:
            return led_on(request)
        if request.method not in ("GET", "HEAD") or not rights.opens(name, route, request.GET.dict()):
            raise Http404
        return None
