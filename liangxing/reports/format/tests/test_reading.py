"""Values that hold: said in a style, in what that rests on, in the defaults, in the theme, or at the place itself."""

import io
import re
import time
import zipfile

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from liangxing.reports.format.lint import lint
from liangxing.reports.format.reading.document import read
from liangxing.reports.format.sorts import Sort, sorted_parts

from .paper import Paper


def content(document):
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def changed(made, part, change):
    """The file *made* with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            read_part = old.read(name)
            new.writestr(name, change(read_part.decode()).encode() if name == part else read_part)
    return out.getvalue()


def first(document):
    return read(content(document), "x.docx").lines[0]


def test_a_style_rests_on_another_and_the_place_goes_before_both():
    document = Document()
    ground = document.styles.add_style("Ground", WD_STYLE_TYPE.PARAGRAPH)
    ground.font.size, ground.paragraph_format.first_line_indent = Pt(16), Pt(32)
    ground.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋")
    upper = document.styles.add_style("Upper", WD_STYLE_TYPE.PARAGRAPH)
    upper.base_style = ground
    line = document.add_paragraph("正文", style="Upper")
    line.add_run("黑").font.size = Pt(12)
    told = first(document)
    assert [(piece.font, piece.size_pt) for piece in told.pieces] == [("仿宋", 16), ("仿宋", 12)]
    assert told.indent == 2


def test_a_font_of_the_theme_is_looked_up_there_by_the_script_of_the_document():
    document = Document()
    document.add_paragraph("正文")
    theme = ('<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
             '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="仿宋"/>'
             "</a:minorFont></a:fontScheme></a:themeElements></a:theme>")  # fmt: skip

    def themed(styles):
        ground = '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:eastAsia="宋体" w:asciiTheme="minorHAnsi"/>'
        return re.sub(r"(<w:rPrDefault><w:rPr>)<w:rFonts[^>]*/>", rf"\1{ground}", re.sub(r">\s+<", "><", styles))

    made = changed(content(document), "word/styles.xml", themed)
    made = changed(made, "word/theme/theme1.xml", lambda old: theme)
    made = changed(made, "word/settings.xml", lambda old: re.sub(r"<w:themeFontLang[^>]*/>", "", old))
    (piece,) = read(made, "x.docx").lines[0].pieces
    assert (piece.font, piece.latin) == ("仿宋", "Calibri")


def test_a_style_of_characters_lies_between_the_paragraph_and_the_place():
    document = Document()
    strong = document.styles.add_style("Loud", WD_STYLE_TYPE.CHARACTER)
    strong.font.size = Pt(20)
    line = document.add_paragraph()
    line.add_run("大", style="Loud")
    line.add_run("小", style="Loud").font.size = Pt(9)
    assert [piece.size_pt for piece in first(document).pieces] == [20, 9]


def test_styles_that_rest_on_each_other_in_a_circle_end():
    document = Document()
    one, two = (document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in ("One", "Two"))
    one.base_style, two.base_style = two, one
    document.add_paragraph("正文", style="One")
    assert first(document).plain == "正文"


def test_indents_in_characters_go_before_those_in_points():
    document = Document()
    line = document.add_paragraph("正文")
    line.paragraph_format.first_line_indent = Pt(100)
    line._p.pPr.ind.set(qn("w:firstLineChars"), "200")
    assert first(document).indent == 2


def test_blanks_that_were_typed_indent_as_well():
    document = Document()
    document.add_paragraph("　　正文")
    assert first(document).indent == 2


def numbered(document, texts):
    """Paragraphs that Word itself numbers, in two levels."""
    numbering = document.part.numbering_part.element
    levels = [(0, "chineseCountingThousand", "%1、"), (1, "decimal", "%2.")]
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{sort}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:firstLineChars="200"/></w:pPr></w:lvl>' for n, sort, text in levels
    )  # fmt: skip
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, text in texts:
        props = document.add_paragraph(text)._p.get_or_add_pPr()
        held = OxmlElement("w:numPr")
        for name, told in (("w:ilvl", level), ("w:numId", 90)):
            child = OxmlElement(name)
            child.set(qn("w:val"), str(told))
            held.append(child)
        props.append(held)


def test_numbers_that_word_puts_are_read_like_typed_ones():
    document = Document()
    numbered(document, [(0, "甲项工作"), (1, "子项"), (1, "子项"), (0, "乙项工作"), (1, "子项")])
    paper = read(content(document), "x.docx")
    assert [line.label for line in paper.lines] == ["一、", "1.", "2.", "二、", "1."]
    assert [part.level for part in sorted_parts(paper) if part.sort is Sort.HEADING] == [1, 3, 3, 1, 3]
    assert all(line.indent == 2 for line in paper.lines)


def test_what_was_deleted_is_not_read_and_what_was_inserted_is():
    document = Document()
    line = document.add_paragraph("留下")
    for tag, text_tag, words in (("w:del", "w:delText", "去掉"), ("w:ins", "w:t", "加上")):
        held, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        run.append(text)
        held.append(run)
        line._p.append(held)
    assert first(document).plain == "留下加上"


def test_pages_are_told_when_the_program_that_saved_the_file_noted_them():
    paper = Paper()
    assert all(line.page is None for line in read(paper.content(), "x.docx").lines)
    paper.line["next"].runs[0]._r.insert(1, OxmlElement("w:lastRenderedPageBreak"))
    paper.font("more", "宋体")
    (finding,) = lint(paper.content(), "x.docx").findings
    assert [(place.page, place.paragraph) for place in finding.places] == [(2, 10)]


def test_a_page_number_in_a_frame_at_the_outer_side_serves_odd_and_even_pages():
    paper = Paper()
    paper.docx.settings.odd_and_even_pages_header_footer = False
    frame = OxmlElement("w:framePr")
    frame.set(qn("w:xAlign"), "outside")
    paper.odd._p.get_or_add_pPr().insert(0, frame)
    assert lint(paper.content(), "x.docx").findings == ()


def test_an_english_document_is_asked_only_what_holds_in_any_language():
    document = Document()
    document.add_paragraph("This is a report in English, with nothing of Chinese in it.")
    linted = lint(content(document), "report.docx")
    assert not linted.chinese
    assert {finding.rule.key for finding in linted.findings} == {"paper-size", "margins", "page-number-there"}


def test_a_long_document_is_read_in_seconds():
    paper = Paper()
    paper.font("more", "宋体")

    def longer(text):
        return re.sub(r"<w:p>(?:(?!</w:p>).)*宋体.*?</w:p>", lambda found: found.group() * 3000, text, flags=re.S)

    made, began = changed(paper.content(), "word/document.xml", longer), time.process_time()
    linted = lint(made, "long.docx")
    assert time.process_time() - began < 20
    assert [(f.rule.key, len(f.places)) for f in linted.findings] == [("body-font", 3000)]


@pytest.mark.parametrize("words", ["", "   "])
def test_an_empty_document_is_no_error(words):
    document = Document()
    document.add_paragraph(words)
    assert lint(content(document), "x.docx").paragraphs == 0
