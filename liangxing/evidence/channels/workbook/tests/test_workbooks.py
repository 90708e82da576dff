"""Workbooks that are handed out come back as they are: nothing in them is wrong, and what was there stays the same."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from conftest import DAY
from liangxing.records.actions import write
from liangxing.records.kinds import kinds
from liangxing.register.models import Building, Estate, Household, Place, Resident

CODE = "430103001001"
FILLED = {
    "家庭": {"户编号": "JQ-1-101", "楼号": "JQ-1", "登记日期": "2026-05-03"},
    "居民": {"人员编号": "R1", "户编号": "JQ-1-101", "居民姓名": "=甲", "登记日期": "2026.5.3"},
    "活动": {"活动编号": "A1", "活动名称": "大扫除", "活动时间": "2026-05-03", "活动类型": "大扫除"},
}


@pytest.fixture
def estates(who):
    jq = write(Estate(code="JQ", name="=1+1 小区", day=DAY), **who)
    write(Building(code="JQ-1", estate=jq, storeys=6, day=DAY), **who)
    write(Building(code="JQ-2", estate=jq, use="public", day=DAY), **who)
    return write(Place(code="YL", name="玉兰路", sort="road", day=DAY), **who)


def fetch(client, route, *args):
    return client.get(reverse(route, args=[CODE, *args])).content


def send(client, content):
    return client.post(reverse("workbook.import", args=[CODE]), {"files": SimpleUploadedFile("s.xlsx", content)})


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_workbook_comes_back_as_it_was(language, estates, come_in):
    client = come_in("secretary")
    client.cookies["django_language"] = language
    contents = [fetch(client, "workbook.starter.import")]
    contents += [fetch(client, "workbook.blank.import", key) for key in ("register.building", "register.flat")]
    for content in contents:
        read = send(client, content).context["read"]
        assert read["unread"] == []
        assert set(read["counts"]) <= {"same"}
    assert read["sheets"][0]["left_out"], "the example is said to be one"


def test_a_starter_workbook_holds_the_estates_is_filled_in_and_imported(estates, come_in):
    client = come_in("secretary")
    book = load_workbook(io.BytesIO(fetch(client, "workbook.starter.import")))
    buildings = book["楼栋"]
    assert [row[0].value for row in buildings.iter_rows(min_row=3)] == ["JQ-1", "JQ-2"]
    assert buildings.protection.sheet
    assert buildings["A1"].protection.locked
    assert not buildings["A3"].protection.locked
    assert all(cell.comment for cell in buildings[1])
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    for name, told in FILLED.items():
        heads = {cell.value: cell.column for cell in book[name][1]}
        for head, value in told.items():
            cell = book[name].cell(3, heads[head])
            cell.value, cell.data_type = value, "s"
    made = io.BytesIO()
    book.save(made)
    answer = send(client, made.getvalue())
    read = answer.context["read"]
    assert read["unread"] == []
    assert read["counts"] == {"new": 3, "same": 4}
    digest = answer.context["files"][0][0]
    client.post(reverse("workbook.import", args=[CODE]), {"keep": "1", "file": digest, "name": "s.xlsx", "kind": ""})
    assert Household.objects.known().get().code == "JQ-1-101"
    assert Resident.objects.known().get().name == "=甲"


def test_a_worker_gets_no_sheet_of_posts(estates, come_in):
    client = come_in("worker")
    names = load_workbook(io.BytesIO(fetch(client, "workbook.starter.import"))).sheetnames
    with_posts = str(kinds()["register.post"].model._meta.verbose_name_plural)
    assert "楼栋" in names
    assert with_posts not in names
    assert client.get(reverse("workbook.blank.import", args=[CODE, "register.post"])).status_code == 404
