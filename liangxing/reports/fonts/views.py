"""The page of an office's fonts: what papers are set in, and bringing another font."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.visit import Visit

from .kept import USES, keep, kept, remove


def fonts(request: Visit) -> HttpResponse:
    """What each part is set in; POST keeps a font."""
    code, refused = request.community.code, ""
    if request.method == "POST":
        sent = request.FILES.get("file")
        try:
            if sent is None:
                raise Refused(_("Choose a file first."))
            font = keep(code, sent.read(), request.POST.get("use", ""))
        except Refused as why:
            refused = str(why)
        else:
            told = {"font": font.name, "use": font.word}
            messages.success(request, _("“%(font)s” is used from now on for: %(use)s.") % told)
            return redirect("fonts.dress", code)
    own = kept(code)
    rows = [(use, word, own.get(use)) for use, word in USES.items()]
    status = 422 if refused else 200
    return render(request, "fonts/fonts.html", {"rows": rows, "uses": USES, "refused": refused}, status=status)


def take_away(request: Visit) -> HttpResponse:
    """POST: the font of one part is used no longer."""
    if request.method != "POST" or request.POST.get("use") not in USES:
        raise Http404
    remove(request.community.code, request.POST["use"])
    messages.success(request, _("The font is used no longer."))
    return redirect("fonts.dress", request.community.code)
