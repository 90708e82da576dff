"""Pages of the book bar."""

from liangxing.records.views import urls_of

from .forms import BookForm, LoanForm, ReturnForm
from .models import Book, Loan, Return

urlpatterns = [
    *urls_of(Book, BookForm, columns=("code", "title", "isbn", "copies", "day")),
    *urls_of(Loan, LoanForm, columns=("day", "code", "book")),
    *urls_of(Return, ReturnForm, columns=("day", "loan")),
]
