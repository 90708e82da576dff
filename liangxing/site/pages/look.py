"""How a visitor likes to read: large text, night; kept in cookies, so that it works without script and sign-in."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from liangxing.records.visit import Visit
from liangxing.site.context import LOOKS

YEAR_S = 365 * 24 * 60 * 60


@require_POST
def look(request: Visit) -> HttpResponse:
    """Keep what was chosen and go back; an unknown or empty value takes the choice away."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    answer = redirect(back)
    for key in LOOKS.keys() & request.POST.keys():
        if request.POST[key] in LOOKS[key]:
            answer.set_cookie(key, request.POST[key], max_age=YEAR_S, samesite="Lax")
        else:
            answer.delete_cookie(key)
    return answer
