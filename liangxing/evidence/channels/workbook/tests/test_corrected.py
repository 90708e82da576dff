"""One import corrects a record, and brings others that refer to it."""

from liangxing.evidence.channels.workbook.accept import accept
from liangxing.records.tables import export


def book(path, until, visits):
    cases = [["GA-1", "12-301", "elderly", "2026-01-05", until]]
    sheets = [
        ("case", ["code", "household", "sort", "day", "until"], cases),
        ("visit", ["case", "duration_min", "day"], visits),
    ]
    path.write_bytes(export.workbook(sheets))
    return [(path, path.name)]


def test_what_is_corrected_can_still_be_named(who, home, tmp_path):
    first, second = ["GA-1", 30, "2026-01-10"], ["GA-1", 40, "2026-03-10"]
    assert accept(book(tmp_path / "a.xlsx", "", [first]), **who).kept == 2
    again = accept(book(tmp_path / "b.xlsx", "2026-04-01", [first, second]), **who)
    assert again.read.counts() == {"changed": 1, "same": 1, "new": 1}
    assert again.kept == 2
