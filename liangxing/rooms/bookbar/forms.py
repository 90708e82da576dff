"""Forms of the book bar."""

from liangxing.records.forms import form_of

from .models import Book, Loan, Return

BookForm = form_of(Book, "code title isbn copies day until note")
LoanForm = form_of(Loan, "code book household day note", numbered=True)
ReturnForm = form_of(Return, "loan day note")
