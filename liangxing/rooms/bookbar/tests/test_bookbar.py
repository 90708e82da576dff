"""Books, loans and returns as figures."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write
from liangxing.records.lines import State, read_lines
from liangxing.rooms.bookbar.forms import BookForm
from liangxing.rooms.bookbar.models import Book, Loan, Return

DAY = date(2012, 3, 5)


def test_copies_are_counted_and_loans_come_back(who, jinhui, home):
    book = write(Book(code="b", title="t", copies=3, day=DAY), **who)
    loans = [write(Loan(code=str(n), book=book, household=home, day=DAY), **who) for n in range(4)]
    write(Return(loan=loans[0], day=DAY), **who)
    assert figure("bookbar.books", jinhui, Period.year(2012)) == 3
    assert figure("bookbar.reading_households", jinhui, Period.year(2012)) == 1
    assert str(figure("bookbar.return_share", jinhui, Period.year(2012))) == "0.25"


def test_a_wrong_isbn_is_refused_in_words(jinhui):
    rows = [{"code": n, "title": "t", "isbn": isbn, "copies": "1", "day": "2012-03-05"}
            for n, isbn in (("1", "9787302511625"), ("2", "9787302511620"))]  # fmt: skip
    states = [line.state for line in read_lines(BookForm, rows, community=jinhui)]
    assert states[1] is State.BAD
