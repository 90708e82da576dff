"""The service worker, the manifest by which a community is installed, and the two pages that need no network."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from liangxing.records.reader import reader_of
from liangxing.records.visit import Visit
from liangxing.site.context import hall_of
from liangxing.site.templatetags.face import called

from .static_files import shared_files, version

PAPER, GREEN = "#f8f5ee", "#1d6a4e"  # of tokens.css: a manifest reads no style sheet
ICONS = (("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"))


def worker(request: HttpRequest) -> HttpResponse:
    """The service worker of all communities; it is another one whenever a static file changes."""
    told = {
        "version": version(),
        "outbox": static("site/offline/outbox.js"),
        "files": json.dumps(shared_files()),
        "static": static(""),
    }
    answer = render(request, "offline/sw.js", told, content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


def manifest(request: Visit) -> HttpResponse:
    """How a phone installs the community: its name, its icons, and that it opens in the hall."""
    name = called(request.community)
    told = {
        "id": f"/{request.community.code}/",
        "name": name,
        "short_name": name[:12],
        "description": _("Records, figures and services of the community"),
        "lang": "zh-Hans" if get_language() == "zh-hans" else "en",
        "start_url": hall_of(request.community),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": GREEN,
        "icons": [_icon(size, purpose) for size, purpose in ICONS],
    }
    return JsonResponse(told, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})


def _icon(size: str, purpose: str) -> dict[str, str]:
    width = size.partition("x")[0]
    name = f"site/icons/leaf-{width}.png" if purpose == "any" else f"site/icons/leaf-{purpose}-{width}.png"
    return {"src": static(name), "sizes": size, "type": "image/png", "purpose": purpose}


def offline(request: Visit) -> HttpResponse:
    """Shown in place of a page that is not kept, when there is no network."""
    return render(request, "offline/offline.html", {"home": hall_of(request.community)})


def outbox(request: Visit) -> HttpResponse:
    """What waits in this browser; the browser fills it in, for the server knows nothing of it yet."""
    return render(request, "offline/outbox.html", {"home": hall_of(request.community)})


def token(request: HttpRequest) -> HttpResponse:
    """What an outbox needs to send: today's token against forged forms, and who is signed in now."""
    return JsonResponse(
        {"token": get_token(request), "reader": reader_of(request)}, headers={"Cache-Control": "no-store"}
    )
