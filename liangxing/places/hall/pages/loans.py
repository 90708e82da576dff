"""Books at home: borrowed and returned on trust, by the code on the book's back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.places.hall.asked import one, words
from liangxing.places.hall.household import at_home
from liangxing.records.visit import Visit
from liangxing.rooms.bookbar.actions import borrow, give_back
from liangxing.rooms.bookbar.queries import lent_to


def loans(request: Visit) -> HttpResponse:
    """What the household has at home; POST borrows by ``code`` or gives the ``loan`` back.

    A code on a book leads here with ``?code=``.
    """
    home, by, told = at_home(request), request.user.get_username(), ""
    if request.method == "POST":
        try:
            if "loan" in request.POST:
                loan = one(lent_to(home), request.POST["loan"])
                give_back(loan, day=localdate(), by=by)
                messages.success(request, _("“%(book)s” is back. Thank you.") % {"book": loan.book})
            else:
                loan = borrow(words(request, "code"), home, day=localdate(), by=by)
                messages.success(request, _("“%(book)s” is yours to read. Enjoy it.") % {"book": loan.book})
            return redirect("hall.loans.borrow", community=request.community.code)
        except Refused as refused:
            told = str(refused)
    context = {
        "home": home,
        "loans": lent_to(home),
        "wrong": told,
        "code": request.POST.get("code") or request.GET.get("code", ""),
    }
    return render(request, "hall/loans.html", context, status=422 if told else 200)
