"""Filling changes the cells that are filled and nothing else, and rows put in take all around them along."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

from liangxing.reports.forms.workbook.grow import grow
from liangxing.reports.forms.workbook.package import open_package
from liangxing.reports.forms.workbook.write import Writer

from .sheets import Paper


@pytest.fixture
def paper():
    """A form with all that a form may have around its cells."""
    made = Paper().put(A2="总户数", B2=None).table(4, ["序号", "名称", "数量", "金额"], 3)
    made.put(A8="合计", B8=None, C8="=SUM(C5:C7)", D8="=SUM(D5:D7)*$B$2", A9="签字", B9_D9=None)
    sheet = made.sheet
    sheet["D5"], sheet["D7"] = "=C5*2", "=C7*2"
    sheet["B2"].font = Font(bold=True, color="FF0000")
    picture = io.BytesIO()
    Picture.new("RGB", (8, 8), "green").save(picture, "PNG")
    sheet.add_image(Image(picture), "B12")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=4, max_row=7), titles_from_data=True)
    sheet.add_chart(chart, "F10")
    allowed = DataValidation(type="list", formula1='"甲,乙"')
    sheet.add_data_validation(allowed)
    allowed.add("B5:B7")
    sheet.conditional_formatting.add(
        "C5:C7", CellIsRule("greaterThan", ["5"], fill=PatternFill("solid", bgColor="FFEECC"))
    )
    sheet["A9"].comment = Comment("签字处", "x")
    sheet.print_area, sheet.print_title_rows = "A1:D9", "1:4"
    second = made.book.create_sheet("表二")
    second["A1"] = "='表一'!C8+'表一'!B2"
    return made


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name) for name in book.namelist()}


def test_every_part_but_the_sheet_stays_byte_for_byte(paper):
    content = paper.content()
    package = open_package(content)
    writer = Writer(package)
    assert writer.put(package.sheets[0], 2, 2, 3324)
    before, after = parts(content), parts(writer.finish())
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed <= {"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml"}
    sheet = load_workbook(io.BytesIO(writer.package.save())).worksheets[0]
    assert sheet["B2"].value == 3324
    assert sheet["B2"].font.bold
    assert len(sheet._images) == len(sheet._charts) == 1


SEAL = b"""<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff>
<xdr:row>9</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff>
<xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:sp macro="" textlink=""><xdr:spPr><a:prstGeom prst="ellipse"/>
</xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>"""


def test_a_drawn_seal_that_libraries_drop_stays_and_moves_with_its_rows(paper):
    package = open_package(paper.content())
    drawing = next(name for name in package.parts if name.startswith("xl/drawings/drawing"))
    before, _end, after = package.parts[drawing].rpartition(b"</")
    package.add(drawing, before + SEAL + b"</" + after)
    grow(package, package.sheets[0], 7, 4)
    kept = parts(Writer(package).finish())[drawing]
    assert b'prst="ellipse"' in kept
    assert b"<xdr:row>13</xdr:row>" in kept


@settings(max_examples=25)
@given(last=st.integers(2, 12), n=st.integers(1, 30), rows=st.sets(st.integers(2, 14), min_size=1))
def test_whatever_is_put_in_every_value_stays_in_its_place_or_moves_down_as_far(last, n, rows):
    made = Paper()
    for row in rows:
        made.sheet.cell(row, 3, row)
    package = open_package(made.content())
    grow(package, package.sheets[0], last, n)
    sheet = load_workbook(io.BytesIO(Writer(package).finish())).active
    found = {row: sheet.cell(row, 3).value for row in range(1, sheet.max_row + 1) if sheet.cell(row, 3).value}
    assert found == {row + n * (row > last): row for row in rows}


def test_a_formula_is_never_overwritten(paper):
    package = open_package(paper.content())
    writer = Writer(package)
    assert not writer.put(package.sheets[0], 8, 3, 5)
    assert writer.kept == ["表一!C8"]
    assert load_workbook(io.BytesIO(writer.finish())).worksheets[0]["C8"].value == "=SUM(C5:C7)"


def test_rows_put_in_take_formulas_merges_lists_pictures_charts_and_print_area_along(paper):
    package = open_package(paper.content())
    writer = Writer(package)
    first = package.sheets[0]
    grow(package, first, 7, 4)
    writer.forget()
    for row in range(5, 12):
        writer.put(first, row, 3, row)
    book = load_workbook(io.BytesIO(writer.finish()))
    sheet, second = book.worksheets
    assert sheet["C12"].value == "=SUM(C5:C11)"
    assert sheet["D12"].value == "=SUM(D5:D11)*$B$2"
    assert [sheet.cell(row, 4).value for row in (5, 7, 8, 11)] == ["=C5*2", "=C7*2", "=C8*2", "=C11*2"]
    assert second["A1"].value == "='表一'!C12+'表一'!B2"
    assert "B13:D13" in {str(r) for r in sheet.merged_cells.ranges}
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B5:B11"
    assert [str(c.sqref) for c in sheet.conditional_formatting] == ["C5:C11"]
    assert sheet.print_area == "'表一'!$A$1:$D$13"
    assert sheet.print_title_rows == "$1:$4"
    assert sheet["A13"].comment.text == "签字处"
    assert sheet._images[0].anchor._from.row == 15
    assert sheet._charts[0].series[0].val.numRef.f.replace("'", "") == "表一!$C$5:$C$11"
    assert sheet["A9"].border.left.style == "thin"


def test_a_value_comes_behind_its_label_in_the_room_that_was_left(paper):
    paper.sheet["A3"] = "单位：______  日期：   年  月  日"
    paper.sheet["E2"] = "□有 □无"
    package = open_package(paper.content())
    writer = Writer(package)
    assert writer.insert(package.sheets[0], 3, 1, "日期", "2026年1月2日")
    assert writer.insert(package.sheets[0], 3, 1, "单位", "金汇社区")
    assert writer.tick(package.sheets[0], 2, 5, "无")
    sheet = load_workbook(io.BytesIO(writer.finish())).worksheets[0]
    assert sheet["A3"].value == "单位： 金汇社区 日期： 2026年1月2日 "
    assert sheet["E2"].value == "□有 ☑无"


@pytest.mark.parametrize(
    ("value", "kept"),
    [(Decimal("8.60"), 8.6), (0, 0), ("0731", "0731"), (date(2026, 1, 2), "2026-01-02"), ("a\x00b", "ab")],
)
def test_a_value_is_kept_as_what_it_is(paper, value, kept):
    package = open_package(paper.content())
    writer = Writer(package)
    writer.put(package.sheets[0], 2, 2, value)
    assert load_workbook(io.BytesIO(writer.finish())).worksheets[0]["B2"].value == kept


def test_a_day_is_a_day_where_the_form_has_days(paper):
    paper.sheet["B2"].number_format = "yyyy-mm-dd"
    package = open_package(paper.content())
    writer = Writer(package)
    writer.put(package.sheets[0], 2, 2, date(2026, 1, 2))
    assert load_workbook(io.BytesIO(writer.finish())).worksheets[0]["B2"].value.date() == date(2026, 1, 2)
