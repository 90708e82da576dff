"""Borrowing and returning on trust."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.ledger.acts import act
from liangxing.records.actions import write, write_once
from liangxing.register.models import Household

from .models import Book, Loan, Return
from .queries import lent_to


def borrow(code: str, household: Household, *, day: date, by: str) -> Loan:
    """The loan of the book with this *code* or title; the one that runs, when the household has that book already.

    ``Refused`` when no such book is on the shelf. Copies are not counted: the shelf is the count.
    """
    book = _book(code.strip(), household, day)
    with act("bookbar.loan.borrow", community=household.community, by=by):
        if running := lent_to(household).filter(book=book.fact).first():
            return running
        loan = Loan(book_id=book.fact, household_id=household.fact, day=day)
        loan.code = f"{day:%Y%m%d}-{loan.pk.hex[-8:]}"
        return write(loan, community=household.community, by=by)


def _book(code: str, household: Household, day: date) -> Book:
    shelf = Book.objects.known().standing_on(day).filter(community=household.community)
    found = list(shelf.filter(code__iexact=code)[:1] or shelf.filter(title=code)[:2])
    if len(found) != 1:
        raise Refused(_("No book “%(code)s” is on the shelf: look at the code on its back.") % {"code": code})
    return found[0]


def give_back(loan: Loan, *, day: date, by: str) -> Return:
    """The book is back; said twice, it is back once."""
    return write_once(Return(loan_id=loan.fact, day=day), community=loan.community, by=by)
