"""Figures of the book bar."""

from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Total
from liangxing.measures.measure import Flow, Ratio, Stock

from .models import Book, Loan, Return

BOOKS = Stock(
    key="bookbar.books",
    unit="{book}",
    title=_("Books in the honour book bar"),
    says=_("Copies of books on the shelves of the honour book bar."),
    of=Book,
    fold=Total("copies"),
)
LOANS = Flow(key="bookbar.loans", unit="{loan}", title=_("Loans"), says=_("Times that a book was borrowed."), of=Loan)
READERS = Flow(
    key="bookbar.reading_households",
    unit="{household}",
    title=_("Reading households"),
    says=_("Different households that borrowed a book."),
    of=Loan,
    fold=Different("household"),
)
RETURNS = Flow(
    key="bookbar.returns",
    unit="{loan}",
    title=_("Returns"),
    says=_("Loans that came back."),
    of=Return,
    fold=Different("loan"),
)
RETURN_SHARE = Ratio(
    key="bookbar.return_share",
    unit="1",
    title=_("Share of loans that came back"),
    says=_("Returns for each loan of the period."),
    part="bookbar.returns",
    whole="bookbar.loans",
)
