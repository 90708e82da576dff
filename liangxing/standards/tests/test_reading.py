"""A wrong book is refused with its file and line."""

import pytest

from liangxing.kernel.errors import Refused
from liangxing.standards.reading import books, faults, read

HEAD = 'source = "s"\n{head}\n[title]\nzh-hans = "t"\nen = "t"\n\n'
CLAUSE = '[[clause]]\nnumber = "{number}"\ntext = {{ zh-hans = "x", en = "x" }}\nsource = "s"\n{more}\n\n'
GOOD = 'measure = "register.households"\nat_least = 1'


@pytest.fixture
def book(tmp_path):
    """A book of these clauses."""

    def write(*clauses, head=""):
        folder = tmp_path / "b"
        folder.mkdir(exist_ok=True)
        file = folder / "standard.toml"
        file.write_text(HEAD.format(head=head) + "".join(clauses), "utf-8")
        return file

    return write


def clause(more=GOOD, number="1"):
    return CLAUSE.format(number=number, more=more)


def test_a_good_book_is_read(book):
    assert [c.number for c in read(book(clause(), clause(number="2"))).clauses] == ["1", "2"]


@pytest.mark.parametrize(("wrong", "line", "said"), [
    (clause('measure = "register.nothing"\nat_least = 1'), 14, "register.nothing"),
    (clause(GOOD + '\nunit = "kg"'), 14, "kg"),
    (clause('measure = "register.households"'), 14, "at_least"),
    (clause('measure = "register.households"\nbetween = 3'), 14, "between"),
    (clause('measure = "register.households"\nat_least = "many"'), 14, "many"),
    (clause(GOOD + '\nover = "century"'), 14, "century"),
    (clause(GOOD + '\nvalid_from = "2026"'), 14, "valid_from"),
    (clause(GOOD + '\nstatus = "sure"'), 14, "sure"),
    (clause(""), 14, "needs"),
    (clause().replace('source = "s"\n', ""), 14, "source"),
    (clause(number="1"), 14, "1"),
])  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(book, wrong, line, said):
    with pytest.raises(Refused, match=rf"b/standard\.toml:{line}: .*{said}"):
        read(book(clause(), wrong))


def test_two_texts_of_one_clause_may_follow_each_other(book):
    first = clause(GOOD + "\nvalid_to = 2020-01-01")
    then = clause(GOOD + "\nvalid_from = 2020-01-01")
    assert len(read(book(first, then)).clauses) == 2


def test_points_that_do_not_add_up(book):
    with pytest.raises(Refused, match=r"b/standard\.toml:1: .*5"):
        read(book(clause(GOOD + "\npoints = 3"), head="points = 5"))


def test_what_is_no_toml_is_said(book):
    with pytest.raises(Refused, match="standard.toml"):
        read(book("[[clause]\n"))


def test_the_books_of_the_house_are_good_and_name_their_sources():
    assert list(faults()) == []
    assert {"two-oriented", "residents-committee-law-2025", "disaster-reduction-2013", "disaster-reduction-2020"} <= {
        *books()
    }
    assert all(clause.source for book in books().values() for clause in book.clauses)
    assert not books()["two-oriented"].official
