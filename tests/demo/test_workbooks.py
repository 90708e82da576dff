"""The files: the same each time, only added to by a later day, and as messy as those of communities."""

import csv
import io
import re
from datetime import date, datetime

import pytest
import python_calamine

from demo import make
from demo.facts import FOLDER, TODAY


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("demo")
    make.make(made)
    return made


def cells(folder):
    """All rows of all files but the wrong one: file and sheet -> rows of text."""
    found = {}
    for file in sorted(folder.iterdir()):
        if file.suffix == ".csv":
            for encoding in ("utf-8-sig", "gb18030"):
                try:
                    text = file.read_bytes().decode(encoding)
                    break
                except UnicodeDecodeError:
                    continue
            found[file.name] = list(csv.reader(io.StringIO(text)))
        elif file.name != make.WRONG:
            book = python_calamine.CalamineWorkbook.from_path(str(file))
            for name in book.sheet_names:
                found[f"{file.name}/{name}"] = book.get_sheet_by_name(name).to_python()
    return found


def test_the_same_bytes_each_time(folder, tmp_path):
    make.make(tmp_path)
    names = [file.name for file in folder.iterdir()]
    assert len(names) > 15
    assert [n for n in names if (folder / n).read_bytes() != (tmp_path / n).read_bytes()] == []


def test_files_do_not_grow_beyond_a_demonstration(folder):
    assert 20_000 < sum(len(rows) for rows in cells(folder).values()) <= 36_000  # titles, headers and feet included


def key(row):
    return tuple(str(cell) for cell in row[:3])


def test_a_later_day_only_adds(folder, tmp_path):
    make.make(tmp_path, date(2026, 7, 1))
    early, late = cells(tmp_path), cells(folder)
    assert early.keys() <= late.keys()
    for name, rows in early.items():
        kept = {key(row) for row in late[name]}
        lost = [row for row in rows if key(row) not in kept and row[0] not in ("合计", "小计")]
        assert lost == [], name


def test_nothing_lies_after_the_day(folder):
    for name, rows in cells(folder).items():
        days = [c for row in rows for c in row if isinstance(c, date | datetime)]
        assert all(date(d.year, d.month, d.day) < TODAY for d in days), name


@pytest.mark.parametrize("way", [
    r"2012\.\d{1,2}\.\d{1,2}", r"2012年\d{1,2}月\d{1,2}日", r"2012年9月", r"[０-９]+", r"\d+万", r"[０-９]+万",
    r"\d+\.\d万", r"\d,\d{3},\d{3}", r"\d+人", r"[\d.]+公斤", r"26℃", r"合计", r"小计", r"填表人：.+", r"0\.6平方公里",
])  # fmt: skip
def test_cells_are_typed_as_people_type(folder, way):
    said = {str(cell) for rows in cells(folder).values() for row in rows for cell in row}
    assert any(re.fullmatch(way, cell) for cell in said)


def test_days_come_as_numbers_dates_slashes_and_digits(folder):
    rows = cells(folder)["06 活动台账.xlsx/活动"]
    days = [row[2] for row in rows[3:] if len(row) > 2]
    assert {type(day) for day in days} >= {str, float, date}
    assert any("/" in day for day in days if isinstance(day, str))
    assert any(day.isdigit() for day in days if isinstance(day, str))


def test_titles_stand_above_headers_and_rows_are_left_blank(folder):
    rows = cells(folder)["06 活动台账.xlsx/活动"]
    assert rows[0][0] == "金汇社区活动台账"
    assert rows[2][0] == "活动编号"
    assert any(not any(row) for row in rows[3:])


def test_cells_are_merged(folder):
    book = python_calamine.CalamineWorkbook.from_path(str(folder / "02 楼栋单元房屋.xlsx"))
    assert len(book.get_sheet_by_name("楼栋").merged_cell_ranges) > 6


def test_encodings(folder):
    with pytest.raises(UnicodeDecodeError):
        (folder / "03 居民名册.csv").read_bytes().decode("utf-8")
    assert (folder / "13 荣誉.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not (folder / "14 荣誉别名.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (folder / "04 单位名册.xls").read_bytes().startswith(b"\xd0\xcf\x11\xe0")


def test_the_report_is_as_it_came():
    """Traditional characters, page numbers within sentences, and all that a clean copy would lose."""
    text = (FOLDER / "report.txt").read_text("utf-8")
    assert "創(chuàng)建" in text
    assert "樓棟93棟,3324戶" in text
