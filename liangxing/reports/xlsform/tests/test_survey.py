"""An XLSForm is read whole, written so that pyxform takes it, and what it asks that nobody knows is kept and said."""

import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from liangxing.kernel.errors import Refused
from liangxing.reports.xlsform.reading import read
from liangxing.reports.xlsform.submissions import Submission, as_csv, as_xml
from liangxing.reports.xlsform.survey import Choice, Group, Question, Said, Sort, Survey
from liangxing.reports.xlsform.writing import name_of, write, xform

from .sheets import CIVIL, book

HEAD = ("type", "name", "label")


def test_every_row_is_read_with_its_groups_languages_and_choices():
    survey = read(CIVIL)
    assert (survey.key, survey.title, survey.version) == ("civil_monthly", "民政月报", "2026.1")
    assert [(q.name, q.sort) for q in survey.asked] == [
        ("households", Sort.WHOLE), ("old", Sort.WHOLE), ("canteen", Sort.ONE), ("held_on", Sort.DAY), ("title", Sort.TEXT)
    ]  # fmt: skip
    households = survey.of("households")
    assert (households.label("zh"), households.label("en"), households.label("fr")) == (
        "总户数（户）",
        "Households",
        "总户数（户）",
    )
    assert households.path == ("community", "households")
    assert [choice.label("zh") for choice in survey.choices[survey.of("canteen").choices]] == ["有", "无"]
    assert [(name, [q.name for q in some]) for name, some in survey.repeats()] == [("activity", ["held_on", "title"])]


@pytest.mark.parametrize(
    ("told", "sort", "choices"),
    [
        ("select_one a", Sort.ONE, "a"), ("select one a", Sort.ONE, "a"), ("SELECT_MULTIPLE a", Sort.SEVERAL, "a"),
        ("select_one a or_other", Sort.ONE, "a"), ("int", Sort.WHOLE, ""), ("dateTime", Sort.MOMENT, ""),
        ("date time", Sort.MOMENT, ""), ("photo", Sort.FILE, ""), ("fingerprint", Sort.UNKNOWN, ""),
    ],
)  # fmt: skip
def test_types_are_told_apart_however_they_are_written(told, sort, choices):
    (question,) = read(book([HEAD, (told, "q", "问")], [("list_name", "name", "label"), ("a", "1", "一")])).questions
    assert (question.sort, question.choices) == (sort, choices)


def test_what_is_written_pyxform_accepts_and_reads_the_same():
    survey = read(CIVIL)
    again = read(write(survey))
    assert [(q.name, q.type, q.path, q.label.texts) for q in again.asked] == [
        (q.name, q.type, q.path, q.label.texts) for q in survey.asked
    ]
    assert "总户数（户）" in xform(write(survey)).xml


def test_an_unknown_type_is_kept_said_and_asked_as_text():
    survey = read(book([HEAD, ("fingerprint", "finger", "指纹"), ("integer", "n", "户数")]))
    assert [q.name for q in survey.unknown] == ["finger"]
    written = write(survey)
    rows = [[cell.value for cell in row] for row in load_workbook(io.BytesIO(written))["survey"].iter_rows()]
    told = dict(zip(rows[0], rows[1], strict=True))
    assert told["type"] == "text"
    assert "fingerprint" in told["hint"]
    assert "finger" in xform(written).xml


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"plain text", "xlsx"), (b"PK\x03\x04 torn", "损坏"), (book([("编号", "户数"), (1, 2)]), "survey"),
        (book([HEAD, ("begin_group", "g", "组"), ("text", "a", "甲")]), "2"),
        (book([HEAD, ("text", "a", "甲"), ("end_group", None, None)]), "3"),
        (book([HEAD, ("text", None, "甲")]), "2"),
    ],
    ids=["text", "torn", "plain table", "open group", "closed twice", "no name"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words_that_name_the_row(content, word):
    with pytest.raises(Refused) as refused:
        read(content)
    assert word in str(refused.value)


def test_a_workbook_that_unpacks_to_too_much_is_not_read():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb:
        for n in range(5):
            bomb.writestr(f"xl/{n}.xml", bytes(16 << 20))
    with pytest.raises(Refused):
        read(made.getvalue())


def test_pyxform_says_what_it_does_not_accept():
    with pytest.raises(Refused) as refused:
        xform(book([HEAD, ("select_one nobody", "a", "甲")], [("list_name", "name", "label"), ("yes_no", "1", "有")]))
    assert "nobody" in str(refused.value)


ANSWERS = Submission(
    "uuid:1",
    datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
    {"households": 3324, "old": None, "canteen": "yes"},
    {
        "activity": [
            {"held_on": date(2026, 10, 3), "title": "夜校 & <茶>"},
            {"held_on": date(2026, 10, 9), "title": "晨练"},
        ]
    },
)


def test_a_submission_stands_where_the_form_puts_it():
    root = ElementTree.fromstring(as_xml(read(CIVIL), ANSWERS))
    assert (root.get("id"), root.get("version")) == ("civil_monthly", "2026.1")
    assert root.findtext("community/households") == "3324"
    assert root.findtext("community/old") == ""
    assert [row.findtext("title") for row in root.findall("activity")] == ["夜校 & <茶>", "晨练"]
    assert root.findtext("{http://openrosa.org/xforms}meta/{http://openrosa.org/xforms}instanceID") == "uuid:1"


def test_tables_have_one_line_a_submission_and_one_a_repeated_row():
    tables = as_csv(read(CIVIL), [ANSWERS])
    main = tables["civil_monthly.csv"].removeprefix("\ufeff").splitlines()
    assert main[0].split(",")[3:6] == ["community-households", "community-old", "community-canteen"]
    assert main[1].split(",")[3:6] == ["3324", "", "yes"]
    assert tables["civil_monthly-activity.csv"].splitlines()[2] == "2026-10-09,晨练,uuid:1,uuid:1/activity[2]"


LABEL = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
SORTS = [Sort.TEXT, Sort.WHOLE, Sort.DECIMAL, Sort.DAY, Sort.TIME, Sort.MOMENT, Sort.NOTE, Sort.ONE, Sort.UNKNOWN]
ASKED = st.tuples(st.sampled_from(SORTS), LABEL, st.sampled_from(["", "g", "r"]))


@settings(max_examples=10)
@given(st.lists(ASKED, min_size=1, max_size=12))
def test_whatever_we_ask_pyxform_accepts_what_we_write(asked):
    told: list[Question] = []
    for number, (sort, label, where) in enumerate(asked, 1):
        within = (Group(f"{where}{number}", Said({"": label}), repeat=where == "r"),) if where else ()
        name = name_of(label, number, [q.name for q in told])
        lists = "yes_no" if sort is Sort.ONE else ""
        kind = "fingerprint" if sort is Sort.UNKNOWN else ""
        told.append(Question(name, sort, kind, Said({"": label}), choices=lists, within=within))
    choices = {"yes_no": (Choice("1", Said({"": "有"})), Choice("2", Said({"": "无"})))}
    survey = Survey("f", "表", "1", tuple(told), choices)
    written = write(survey)
    assert xform(written).xml
    assert [q.label() for q in read(written).asked] == [q.label() for q in survey.asked]


def test_an_amount_keeps_its_last_zero():
    csv = as_csv(read(CIVIL), [Submission("uuid:2", ANSWERS.at, {"households": Decimal("3.50")})])["civil_monthly.csv"]
    assert ",3.50," in csv
