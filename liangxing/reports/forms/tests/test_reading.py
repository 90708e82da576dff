"""What a form asks for: labels of many makes, told apart, and bad workbooks refused in words."""

import io
import shutil
import zipfile

import pytest
from openpyxl.styles import Protection
from openpyxl.worksheet.datavalidation import DataValidation

from liangxing.kernel.errors import Refused
from liangxing.reports.forms.incoming import incoming
from liangxing.reports.forms.matching.kinds import match_rows
from liangxing.reports.forms.matching.match import match
from liangxing.reports.forms.reading.read import read
from liangxing.reports.forms.workbook.package import open_package

from .sheets import LINE, Paper


def understood(paper):
    """By cell what a form's labels were understood to ask for; inline ones by cell and label."""
    told = read(open_package(paper.content()))
    return {(w.cell, w.parts[0]) if w.inline else w.cell: match(w).key for w in told.cells}


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("总户数（户）", "register.households"),
        ("总 户 数 ：", "register.households"),
        ("１．總戶數（戶）", "register.households"),
        ("（一）常住人口数", "register.residents"),
        ("辖区面积（平方公里）", "register.area"),
        ("避难场所（处）", "safety.shelters"),
        ("避难场所（平方米）", "safety.shelter_area"),
        ("上年减灾资金（万元）", "safety.funds"),
        ("社区名称", "community.name"),
        ("低保户数（户）", ""),
        ("女志愿者（人）", ""),
        ("65岁及以上人口（人）", ""),
        ("避难场所建设资金（万元）", ""),
        ("志愿者（元）", ""),
    ],
)
def test_a_label_is_the_figure_it_names_or_it_is_asked(label, key):
    assert understood(Paper().put(A2=label, B2=None)) == {"B2": key}


def test_merged_labels_units_in_a_column_and_headings_name_a_cell_together():
    paper = Paper().put(A2_B2="一、队伍", A3_B3="志愿者总数", C3="人", D3_E3=None)
    paper.put(A5="项目", B5="数量", C5="面积（㎡）", D5="备注", A6="避难场所", B6=None, C6=None, D6=None)
    assert understood(paper) == {
        "D3": "volunteers.volunteers", "B6": "safety.shelters", "C6": "safety.shelter_area",
    }  # fmt: skip


def test_headings_of_two_rows_name_a_cell_with_their_group_unless_it_narrows():
    paper = Paper().put(A2_A3="项目", B2_C2="队伍情况", D2_E2="其中：女", B3="人数", C3="备注", D3="人数", E3="备注")
    paper.put(A4="志愿者", B4=None, C4=None, D4=None, E4=None)
    assert understood(paper) == {"B4": "volunteers.volunteers", "D4": ""}


def test_two_labels_alike_are_told_apart_by_their_heading_and_asked_beside_another_matter():
    paper = Paper().put(A2_F2="一、基本情况", A3="户数", B3=None, C3="人数", D3=None)
    paper.put(A4_F4="二、困难家庭", A5="户数", B5=None, C5="人数", D5=None)
    found = understood(paper)
    assert found["B3"] == "register.households"
    assert found["B5"] == ""


def test_values_within_the_cell_of_their_label_are_found():
    paper = Paper()
    paper.sheet["A2"] = "填报单位（盖章）：            填表日期：   年  月  日"
    paper.put(A4="是否示范社区", B4="□是 □否")
    assert understood(paper) == {
        ("A2", "填报单位（盖章）"): "community.name", ("A2", "填表日期"): "filling.day", ("B4", "是否示范社区"): "",
    }  # fmt: skip
    told = read(open_package(paper.content()))
    assert told.cells[-1].options == ("是", "否")


def test_rows_below_headings_repeat_and_list_a_kind_of_record():
    paper = (
        Paper()
        .table(3, ["序号", "活动名称", "日期", "参加人数", "经办人"], 4)
        .put(A8="合计", B8=None, D8="=SUM(D4:D7)")
    )
    told = read(open_package(paper.content()))
    [rows] = told.rows
    assert (rows.first, rows.last) == (4, 7)
    found = match_rows(rows)
    assert found.kind == "activities.activity"
    assert found.columns == {"A": "#", "B": "title", "C": "day", "D": "attended"}
    assert told.cells == []


def test_lists_of_allowed_values_are_what_may_be_answered():
    paper = Paper().put(A2="应急预案", B2=None)
    allowed = DataValidation(type="list", formula1='"有,无"')
    paper.sheet.add_data_validation(allowed)
    allowed.add("B2")
    assert read(open_package(paper.content())).cells[0].options == ("有", "无")


def test_ten_sheets_are_read_and_a_protected_one_is_said():
    paper = Paper().put(A2="总户数", B2=None)
    for n in range(9):
        sheet = paper.book.create_sheet(f"表{n + 2}")
        sheet["A2"], sheet["B2"] = "常住人口", None
        sheet["A2"].border = sheet["B2"].border = LINE
    paper.sheet.protection.sheet = True
    told = read(open_package(paper.content()))
    assert len(told.cells) == 10
    assert any("表一" in words for words in told.messages)


def test_of_a_protected_sheet_only_what_is_unlocked_is_filled():
    paper = Paper().put(A2="总户数", B2=None, C2="常住人口", D2=None).table(4, ["序号", "活动名称", "日期"], 3)
    paper.sheet["A8"] = "填报单位：      "
    paper.sheet["B2"].protection = Protection(locked=False)
    paper.sheet.protection.sheet = True
    told = read(open_package(paper.content()))
    assert [w.cell for w in told.cells] == ["B2"]
    assert told.rows == []


def _keep(folder, content, name="form.xlsx"):
    path = folder / name
    path.write_bytes(content)
    return path


def _with(content, **parts):
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.pop(name, old.read(name)))
        for name, told in parts.items():
            new.writestr(name, told)
    return made.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet/>'


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("empty.xlsx", lambda good: b""),
        ("torn.xlsx", lambda good: good[: len(good) // 2]),
        ("text.xlsx", lambda good: "户数,人口".encode()),
        ("paper.pdf", lambda good: b"%PDF-1.7 of a form"),
        ("locked.xlsx", lambda good: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("words.xlsx", lambda good: _with(good, **{"xl/worksheets/sheet1.xml": BOMB})),
        ("broken.xlsx", lambda good: _with(good, **{"xl/worksheets/sheet1.xml": b"<worksheet>"})),
        ("nothing.xlsx", lambda good: Paper(head="只有标题").content()),
        ("bomb.xlsx", lambda good: _with(good, **{"xl/media/x.bin": bytes(70 << 20)})),
    ],
)
def test_what_is_no_form_is_refused_in_words(tmp_path, name, make):
    good = Paper().put(A2="总户数", B2=None).content()
    with pytest.raises(Refused) as refused:
        incoming(_keep(tmp_path, make(good), name), name)
    assert len(str(refused.value)) > 10


def test_macros_stay_and_are_said(tmp_path):
    good = Paper().put(A2="总户数", B2=None).content()
    found = incoming(_keep(tmp_path, _with(good, **{"xl/vbaProject.bin": b"macro"})), "form.xlsm")
    assert found.name == "form.xlsm"
    assert len(found.reading.messages) == 1
    assert b"macro" in open_package(found.content).parts["xl/vbaProject.bin"]


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_an_old_workbook_is_made_new_with_its_merged_cells(tmp_path):
    import xlwt

    book, line = xlwt.Workbook(), xlwt.easyxf("borders: left thin, right thin, top thin, bottom thin")
    sheet = book.add_sheet("表一")
    sheet.write_merge(0, 0, 0, 3, "旧表")
    for column, words in enumerate(("总户数（户）", "", "常住人口", "")):
        sheet.write(1, column, words, line)
    book.save(str(tmp_path / "old.xls"))
    found = incoming(tmp_path / "old.xls", "old.xls")
    assert found.name == "old.xlsx"
    assert [match(w).key for w in found.reading.cells] == ["register.households", "register.residents"]
    assert found.reading.messages


def test_an_old_workbook_without_an_office_program_is_refused_in_words(tmp_path, monkeypatch):
    import xlwt

    book = xlwt.Workbook()
    book.add_sheet("表一").write(0, 0, "户数")
    book.save(str(tmp_path / "old.xls"))
    monkeypatch.setattr("liangxing.reports.forms.incoming.shutil.which", lambda name: None)
    with pytest.raises(Refused, match=".xlsx"):
        incoming(tmp_path / "old.xls", "old.xls")
