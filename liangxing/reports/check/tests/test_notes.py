"""Notes in a Word document: each where its words stand, whatever runs Word made of them, and nothing else changed."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from liangxing.reports.check.claims import Claim, Kind, Verdict
from liangxing.reports.check.files import read_file
from liangxing.reports.check.notes import noted


def document(paragraphs):
    made = Document()
    for runs in paragraphs:
        paragraph = made.add_paragraph()
        for n, run in enumerate(runs):
            paragraph.add_run(run).bold = bool(n % 2)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def claim(start, end, text, suggestion=None):
    return Claim(text=text, start=start, end=end, kind=Kind.FIGURE, verdict=Verdict.DIFFERS, suggestion=suggestion)


def marked(content):
    """The words that each comment holds, and its text."""
    opened = Document(io.BytesIO(content))
    told = []
    for comment in opened.comments:
        inside, words = False, ""
        for element in opened.element.body.iter():
            if element.tag == qn("w:commentRangeStart") and int(element.get(qn("w:id"))) == comment.comment_id:
                inside = True
            if element.tag == qn("w:commentRangeEnd") and int(element.get(qn("w:id"))) == comment.comment_id:
                inside = False
            if inside and element.tag in (qn("w:t"), qn("w:delText")):
                words += element.text
        told.append((words, comment.text))
    return told


def test_a_number_in_three_runs_has_one_comment_and_one_change():
    content = document([["楼栋", "9", "8", "栋，整洁", "。"], ["户数3324户"]])
    read = read_file(content, "a.docx").text
    start = read.index("98栋")
    out = noted(read, content, [(claim(start, start + 3, "98栋", "93栋"), "不符")])
    assert marked(out) == [("98栋93栋", "不符")]
    assert read_file(out, "a.docx").text == read.replace("98栋", "93栋")
    bold = [run.bold for run in Document(io.BytesIO(out)).paragraphs[0].runs if run.text == "，整洁"]
    assert bold == [True]


def test_a_cell_of_a_table_has_its_note():
    made = Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "户数", "3342"
    file = io.BytesIO()
    made.save(file)
    read = read_file(file.getvalue(), "a.docx").text
    assert marked(noted(read, file.getvalue(), [(claim(3, 7, "3342", "3324"), "不符")])) == [("33423324", "不符")]


@pytest.mark.parametrize("text", ["第一行98栋\n第二行\t列\n", "\x00\x0b坏字98栋\ud800".replace("\ud800", "")])
def test_a_text_that_is_no_document_becomes_one(text):
    start = text.index("98栋")
    out = noted(text, None, [(claim(start, start + 3, "98栋", "93栋"), "不符")])
    assert marked(out) == [("98栋93栋", "不符")]


@settings(max_examples=40)
@given(
    st.lists(st.lists(st.text("甲乙98栋,。", min_size=1, max_size=5), min_size=1, max_size=4), min_size=1, max_size=3),
    st.data(),
)
def test_whatever_is_noted_no_word_is_lost(paragraphs, data):
    content = document(paragraphs)
    read = read_file(content, "a.docx").text
    places = st.integers(0, len(read))
    spans = [sorted((data.draw(places), data.draw(places))) for _n in range(3)]
    notes = [(claim(a, b, read[a:b]), str(n)) for n, (a, b) in enumerate(spans)]
    out = noted(read, content, notes)
    assert read_file(out, "a.docx").text == read
    assert {text for _words, text in marked(out)} == {text for c, text in notes if read[c.start : c.end].strip("\n")}
