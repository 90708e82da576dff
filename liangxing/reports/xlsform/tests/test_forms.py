"""A department's XLSForm becomes a form that fills itself, and its answers go back as the department expects them."""

import io
import re
import zipfile
from datetime import date
from html import unescape
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from liangxing.activities.models import Activity
from liangxing.kernel.period import Period
from liangxing.records.actions import write
from liangxing.register.models import Building, Household
from liangxing.reports.forms import actions, mapping
from liangxing.reports.forms.models import Filling, Form, FormField, FormRows
from liangxing.reports.xlsform.actions import take
from liangxing.reports.xlsform.answers import csv_of, xml_of
from liangxing.reports.xlsform.ours import survey_of, workbook
from liangxing.reports.xlsform.reading import read
from liangxing.reports.xlsform.writing import xform

from .sheets import CIVIL, book

YEAR = Period.year(2026)
TOLD = {
    "code": "MZ-1",
    "title": "民政月报",
    "asked_by": "区民政局",
    "authority": "民发 2026 年 3 号",
    "period": "yearly",
}


class Everything:
    """Eyes that see all."""

    def may(self, verb, kind=None):
        return True

    def clear(self, kind):
        return True

    def narrow(self, rows):
        return rows


@pytest.fixture
def lived(who):
    house = write(Building(code="9", day=date(2020, 1, 1)), **who)
    for code in ("9-101", "9-102", "9-103"):
        write(Household(code=code, building=house, day=date(2020, 1, 1)), **who)
    write(Activity(code="A1", title="夜校", sort="lesson", attended=12, day=date(2026, 3, 5)), **who)


@pytest.fixture
def civil(who, jinhui, lived):
    """The civil affairs' XLSForm, taken in and understood by itself."""
    form = take(Form(**TOLD, day=date(2026, 1, 1)), CIVIL, "civil.xlsx", **who)
    made = mapping.propose(form)
    actions.say(form, mapping.fields(made), mapping.rows(made), by="worker")
    return form


def fill(form, **answers):
    fields = {field.label: field.fact for field in FormField.objects.known().filter(form=form.fact)}
    told = {fields[label]: value for label, value in answers.items()}
    return actions.fill(form, YEAR, told, eyes=Everything(), by="worker")


def test_its_questions_are_cells_that_are_understood(civil):
    cells = {field.label: field for field in FormField.objects.known().filter(form=civil.fact)}
    assert cells["总户数（户）"].key == "register.households"
    assert cells["有无老年食堂"].options.split("\n") == ["有", "无"]
    (rows,) = FormRows.objects.known().filter(form=civil.fact)
    assert (rows.sheet, rows.kind) == ("活动", "activities.activity")


def test_its_answers_go_back_under_its_own_names(civil):
    filling = fill(civil, **{"80岁以上老人（人）": "31", "有无老年食堂": "有"})
    root = ElementTree.fromstring(xml_of(civil, filling, Everything()))
    told = {path: root.findtext(f"community/{path}") for path in ("households", "old", "canteen")}
    assert told == {"households": "3", "old": "31", "canteen": "yes"}
    assert [(row.findtext("held_on"), row.findtext("title")) for row in root.findall("activity")] == [
        ("2026-03-05", "夜校")
    ]
    with zipfile.ZipFile(io.BytesIO(csv_of(civil, filling, Everything()))) as packed:
        assert sorted(packed.namelist()) == ["civil_monthly-activity.csv", "civil_monthly.csv"]
        assert "2026-03-05,夜校," in packed.read("civil_monthly-activity.csv").decode()


def test_the_form_that_came_goes_out_as_it_came(civil):
    assert workbook(civil) == CIVIL


def test_a_plain_form_of_ours_goes_out_as_an_xlsform_that_pyxform_accepts(who, jinhui, lived):
    form = actions.adopt("disaster_capacity", **who)
    made = workbook(form)
    survey = read(made)
    assert xform(made).xml
    assert len(survey.asked) == FormField.objects.known().filter(form=form.fact).exclude(source="nothing").count()
    counted = {q.type for q in survey.asked if q.label().endswith("（人）")}
    assert counted
    assert counted <= {"integer", "decimal"}
    filling = actions.fill(form, YEAR, {}, eyes=Everything(), by="worker")
    root = ElementTree.fromstring(xml_of(form, filling, Everything()))
    assert {e.tag: e.text for e in root.iter()}["register_households"] == "3"


def test_every_question_has_its_own_place_in_the_table(civil):
    survey, places = survey_of(civil)
    once = [q.name for q in survey.asked if not q.repeat]
    assert [*places.cells] == once
    assert len({*places.cells.values()}) == len(once)


def post(client, jinhui, **said):
    return client.post(f"/{jinhui.code}/reports/xlsform/new/", said)


def test_the_pages_take_it_in_and_say_what_is_unknown(jinhui, come_in, client):
    come_in("worker")
    head = ("type", "name", "label")
    content = book([head, ("fingerprint", "finger", "指纹"), ("integer", "n", "总户数")], (),
                   [("form_title", "form_id"), ("采集表", "collect")])  # fmt: skip
    page = unescape(post(client, jinhui, file=SimpleUploadedFile("采集.xlsx", content)).content.decode())
    assert "finger (fingerprint)" in page
    hidden = dict(re.findall(r'<input type="hidden" name="(digest|name)" value="([^"]*)"', page))
    asked = {**TOLD, "code": "collect", "title": "采集表", "within_d": 5, "day": "2026-01-01", "until": "", "note": ""}
    refused = post(client, jinhui, **hidden, keep="1", **{**asked, "asked_by": ""})
    assert refused.status_code == 422
    kept = post(client, jinhui, **hidden, keep="1", **asked)
    assert kept.status_code == 302
    cells = client.get(kept["Location"]).content.decode()
    assert "指纹" in cells
    form = Form.objects.get()
    shown = client.get(f"/{jinhui.code}/reports/xlsform/{form.fact}/")
    assert "fingerprint" in shown.content.decode()
    assert client.get(f"/{jinhui.code}/reports/xlsform/{form.fact}/xform/").content.startswith(b"<?xml")


def test_what_is_no_xlsform_is_refused_in_words(jinhui, come_in, client):
    come_in("worker")
    plain = SimpleUploadedFile("月报.xlsx", book([("编号", "户数"), (1, 2)]))
    answer = post(client, jinhui, file=plain)
    assert answer.status_code == 422
    assert "survey" in answer.content.decode()
    assert post(client, jinhui).status_code == 422


def test_a_filled_form_is_taken_along_from_its_page(civil, jinhui, come_in, client):
    come_in("worker")
    fill(civil)
    page = client.get(f"/{jinhui.code}/reports/xlsform/{civil.fact}/").content.decode()
    filling = Filling.objects.get()
    for way, start in (("xml", b"<?xml"), ("csv", b"PK")):
        address = f"/{jinhui.code}/reports/xlsform/{civil.fact}/{filling.pk}/{way}/"
        assert address in page
        assert client.get(address).content.startswith(start)
