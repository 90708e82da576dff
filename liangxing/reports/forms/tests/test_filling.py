"""A form is filled from records, asks once, confirms with one tap, and goes out as claims that are watched over."""

import io
from datetime import date

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from liangxing.activities.models import Activity
from liangxing.evidence.models import Piece
from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.ledger.verify import verify
from liangxing.records.actions import correct, end, write
from liangxing.register.models import Building, Household
from liangxing.register.rights import Rights
from liangxing.reports.blocks import Stated
from liangxing.reports.claim import state
from liangxing.reports.forms import actions, mapping, queries, shipped
from liangxing.reports.forms.fill import cells_of, fill_form, stated
from liangxing.reports.forms.filling.values import Origin
from liangxing.reports.forms.models import Answer, Filling, Form, FormField
from liangxing.reports.forms.periods import offered
from liangxing.reports.sent.actions import Letter, send
from liangxing.reports.sent.living import living, statements

from .sheets import Paper

YEAR, NEXT = Period.year(2025), Period.year(2026)
PUBLIC = Rights()


def asked_form():
    paper = Paper().put(
        A2="总户数（户）", B2=None, C2="低保户数（户）", D2=None, A3="活动（场）", B3=None, C3="两项之和", D3="=B2+D2"
    )
    paper.sheet["A4"] = "填报单位：        填表人：        "
    return paper.table(6, ["序号", "活动名称", "日期", "参加人数"], 2).put(A9="合计", D9="=SUM(D7:D8)")


@pytest.fixture
def home(who):
    """A household that was there in both years."""
    house = write(Building(code="12", day=date(2024, 1, 1)), **who)
    return write(Household(code="12-301", day=date(2024, 1, 1), building=house), **who)


@pytest.fixture
def form(jinhui, home):
    """A form of one department with its cells understood as they are."""
    told = Form(code="2025-001", title="情况表", asked_by="民政局", authority="条例", period="yearly", file_name="情况表.xlsx",
                day=date(2025, 1, 1))  # fmt: skip
    kept = actions.receive(told, asked_form().content(), community=jinhui, by="worker")
    made = mapping.propose(kept)
    actions.say(kept, mapping.fields(made), mapping.rows(made), by="worker")
    return kept


def field(form, label):
    return next(f for f in queries.fields_of(form) if f.label.startswith(label))


def held(who, n, year=2025):
    for m in range(n):
        write(
            Activity(code=f"{year}-{m}", title=f"课{m}", sort="lesson", attended=10 + m, day=date(year, 3, 1 + m)),
            **who,
        )


def sheet_of(content):
    return load_workbook(io.BytesIO(content)).active


def test_figures_facts_and_a_row_for_each_record_stand_in_the_form(form, who):
    held(who, 4)
    filled = fill_form(form, YEAR, eyes=PUBLIC)
    sheet = sheet_of(filled.content)
    assert (sheet["B2"].value, sheet["B3"].value, sheet["D3"].value) == (1, 4, "=B2+D2")
    assert sheet["A4"].value.startswith("填报单位： 金汇社区")
    assert [c.value for c in sheet[10]] == [4, "课3", "2025-03-04", 13, None, None]
    assert sheet["D11"].value == "=SUM(D7:D10)"
    assert (filled.rows, filled.unknown) == (4, ("低保户数（户）", "填表人"))


def test_what_is_not_recorded_is_asked_and_never_zero(form):
    assert {c.field.label: c.origin for c in cells_of(form, YEAR)}["活动（场）"] is Origin.OPEN


def test_an_answer_is_kept_for_the_form_and_confirmed_the_next_time_with_one_tap(form, who):
    held(who, 1)
    poor, by = field(form, "低保").fact, field(form, "填表人").fact
    first = actions.fill(form, YEAR, {poor: "12", by: "小金"}, eyes=PUBLIC, by="worker", typing_s=40)
    assert (first.by_itself, first.asked, first.confirmed, first.open, first.typing_s) == (3, 2, 0, 0, 40)
    assert {a.value for a in queries.last_answers(form, NEXT).values()} == {"12", "小金"}
    held(who, 1, year=2026)
    second = actions.fill(form, NEXT, {poor: "13", by: "小金"}, eyes=PUBLIC, by="worker")
    assert (second.asked, second.confirmed) == (1, 1)
    assert Answer.objects.known().filter(form=form.fact).count() == 4


def test_a_filled_form_is_the_same_again_after_facts_and_answers_were_corrected(form, home, who):
    poor = field(form, "低保").fact
    kept = actions.fill(form, YEAR, {poor: "12"}, eyes=PUBLIC, by="worker")
    actions.fill(form, YEAR, {poor: "14"}, eyes=PUBLIC, by="worker")
    write(Household(code="12-302", day=date(2025, 5, 1), building=home.building), **who)
    then = sheet_of(fill_form(form, YEAR, eyes=PUBLIC, known_at=kept.known_at).content)
    now = sheet_of(fill_form(form, YEAR, eyes=PUBLIC).content)
    assert (then["B2"].value, then["D2"].value) == (1, 12)
    assert (now["B2"].value, now["D2"].value) == (2, 14)
    assert verify(form.community) is None


def test_a_form_past_its_term_is_refused_with_the_reason(form):
    ended = end(form, until=date(2026, 1, 1), by="worker")
    actions.fill(ended, YEAR, {}, eyes=PUBLIC, by="worker")
    with pytest.raises(Refused, match="民政局"):
        actions.fill(ended, NEXT, {}, eyes=PUBLIC, by="worker")


def test_what_was_said_of_the_cells_is_corrected_and_their_answers_stay(form):
    poor = field(form, "低保")
    actions.fill(form, YEAR, {poor.fact: "12"}, eyes=PUBLIC, by="worker")
    made = mapping.propose(form)
    mapping.take(made, {f"cell-{c.number}": "register.households" for c in made.cells if c.label.startswith("低保")})
    assert not made.wrong
    assert actions.say(form, mapping.fields(made), mapping.rows(made), by="worker") == 1
    assert field(form, "低保").fact == poor.fact
    assert (
        actions.say(form, mapping.fields(mapping.propose(form)), mapping.rows(mapping.propose(form)), by="worker") == 0
    )


@pytest.mark.parametrize("typed", ["没有这样的指标", "safety.shelter_area"])
def test_a_figure_that_is_not_there_or_is_not_told_in_the_forms_unit_is_marked(form, typed):
    made = mapping.propose(form)
    mapping.take(made, {"cell-0": typed})
    assert made.wrong
    assert made.cells[0].error


def test_a_form_that_says_otherwise_than_a_report_is_found_before_it_goes_out(form, home, who, come_in):
    claim = state(form.community, "register.households", Period.until(YEAR.last), YEAR.last)
    report = Letter("report", "creation", "汇报", YEAR.last, "zh-hans", [Stated("p-1", "1", claim)])
    send(report, to="区政府", **who)
    write(Household(code="12-302", day=date(2025, 5, 1), building=home.building), **who)
    client = come_in("worker")
    kept = actions.fill(form, YEAR, {}, eyes=PUBLIC, by="worker")
    address = reverse("onetable.form.send.build", args=[form.community.code, form.fact, kept.pk])
    assert "区政府" in client.get(address).content.decode()
    assert client.post(address, {"receiver": "民政局"}).status_code == 422
    assert client.post(address, {"receiver": "民政局", "seen": "on"}).status_code == 302
    ours = [
        each for each in living(form.community, statements(form.community)) if each.statement.dispatch.sort == "form"
    ]
    assert [(each.statement.anchor, each.statement.value, each.holds) for each in ours] == [("表一!B2", "2", True)]


def test_the_shipped_form_is_mapped_and_taken_over_once(jinhui, home):
    form = actions.adopt("disaster_capacity", community=jinhui, by="worker")
    assert actions.adopt("disaster_capacity", community=jinhui, by="worker").pk == form.pk
    told = shipped.told("disaster_capacity")["field"]
    assert len(queries.fields_of(form)) == len(told) + 2
    assert all(f.source == FormField.Source.MEASURE for f in queries.fields_of(form) if "演练" in f.label)
    assert Piece.objects.filter(proves=form.fact, sort="form").count() == 1
    sheet = sheet_of(fill_form(form, YEAR, eyes=PUBLIC).content)
    assert {row[1].value: row[2].value for row in sheet.iter_rows(min_row=4)}["总户数（户）"] == 1


def test_personal_columns_are_filled_only_for_whom_they_concern(jinhui, who, home):
    paper = Paper().table(3, ["序号", "户编号", "楼号"], 2)
    told = Form(code="1", title="住户名册", asked_by="公安", authority="法", file_name="a.xlsx", day=date(2025, 1, 1))
    kept = actions.receive(told, paper.content(), community=jinhui, by="worker")
    made = mapping.propose(kept)
    mapping.take(made, {"rows-0": "register.household"})
    actions.say(kept, mapping.fields(made), mapping.rows(made), by="worker")
    assert sheet_of(fill_form(kept, YEAR, eyes=PUBLIC).content)["B4"].value is None


def test_pages_from_upload_to_download(client, come_in, jinhui, home, who):
    assert client.get(reverse("onetable.new.build", args=[jinhui.code])).status_code == 302
    come_in("worker")
    held(who, 2)
    upload = io.BytesIO(asked_form().content())
    upload.name = "情况表.xlsx"
    new = reverse("onetable.new.build", args=[jinhui.code])
    told = {
        "file": upload,
        "asked_by": "民政局",
        "authority": "条例",
        "period": "yearly",
        "day": "2025-01-01",
        "within_d": 10,
    }
    cells = client.post(new, told)["Location"]
    page = client.get(cells).content.decode()
    assert page.count('list="choices"') == 5
    fill = client.post(cells, {})["Location"]
    page = client.get(f"{fill}?period=2025").content.decode()
    poor = field(Form.objects.get(), "低保").fact
    assert f'name="answer-{poor}"' in page
    done = client.post(f"{fill}?period=2025", {f"answer-{poor}": "7", "typing_s": "33"})["Location"]
    assert client.get(done).status_code == 200
    kept = Filling.objects.get()
    assert (kept.asked, kept.typing_s, kept.rows) == (1, 33, 2)
    assert sheet_of(client.get(f"{done}file/").content)["D2"].value == 7
    assert "7" in client.get(f"{fill}?period=2026").content.decode()
    assert client.get(reverse("onetable.form.desk", args=[jinhui.code, kept.form_id])).status_code == 200


def test_a_wrong_file_comes_back_with_the_reason_and_what_was_told(client, come_in, jinhui):
    come_in("worker")
    upload = io.BytesIO(b"%PDF-1.7 not a workbook")
    upload.name = "表.xlsx"
    told = {"file": upload, "asked_by": "某某民政局", "period": "yearly", "within_d": 10}
    answer = client.post(reverse("onetable.new.build", args=[jinhui.code]), told)
    assert answer.status_code == 422
    assert "某某民政局" in answer.content.decode()
    assert not Form.objects.exists()


@pytest.mark.parametrize(
    ("rhythm", "first"),
    [("yearly", "2025-01-01..2025-12-31"), ("quarterly", "2026-07-01..2026-09-30"), ("monthly", "2026-10-01..2026-10-31"),
     ("half_yearly", "2026-01-01..2026-06-30"), ("once", "1900-01-01..2026-11-25")],
)  # fmt: skip
def test_the_last_full_period_is_offered_first(rhythm, first):
    assert str(offered(rhythm, date(2026, 11, 25))[0]) == first


def test_claims_of_a_form_hold_until_their_fact_is_corrected(form, home, who):
    claims = stated(form, cells_of(form, YEAR), YEAR)
    assert [(s.anchor, s.shown) for s in claims] == [("表一!B2", "1")]
    building = Building.objects.get()
    correct(home, by="worker", why="搬走了", until=date(2025, 6, 1))
    assert not claims[0].claim.holds(form.community)
    assert building.community == form.community


def test_a_shipped_form_is_taken_from_the_page_and_a_new_edition_keeps_what_stayed(client, come_in, jinhui, home):
    come_in("worker")
    page = client.get(reverse("onetable.new.build", args=[jinhui.code])).content.decode()
    taken = reverse("onetable.form.shipped.build", args=[jinhui.code, "disaster_capacity"])
    assert taken in page
    form = Form.objects.get(pk=client.post(taken)["Location"].rstrip("/").rpartition("/")[2])
    poor = field(form, "卫生服务站")
    actions.fill(form, YEAR, {poor.fact: "1"}, eyes=PUBLIC, by="worker")
    book = load_workbook(io.BytesIO(queries.blank(form)))
    book.active["D5"] = "新版"
    edition = io.BytesIO()
    book.save(edition)
    edition.seek(0)
    edition.name = "新版.xlsx"
    workbook = reverse("onetable.form.workbook.build", args=[jinhui.code, form.fact])
    cells = client.post(workbook, {"file": edition})["Location"]
    client.post(cells, {})
    now = Form.objects.known().get(fact=form.fact)
    assert now.file_name == "新版.xlsx"
    assert field(now, "卫生服务站").fact == poor.fact
    assert queries.last_answers(now, NEXT)[poor.fact].value == "1"


def test_an_unknown_shipped_form_is_not_there(client, come_in, jinhui):
    come_in("worker")
    assert client.post(reverse("onetable.form.shipped.build", args=[jinhui.code, "nothing"])).status_code == 404


def test_a_column_is_filled_from_what_the_worker_chose(form, who):
    held(who, 1)
    made = mapping.propose(form)
    mapping.take(made, {"column-0-B": "code", "column-0-C": "", "column-0-D": "no such field"})
    actions.say(form, mapping.fields(made), mapping.rows(made), by="worker")
    assert mapping.propose(form).rows[0].fields == {"A": "#", "B": "code"}
    sheet = sheet_of(fill_form(form, YEAR, eyes=PUBLIC).content)
    assert [c.value for c in sheet[7]][:4] == [1, "2025-0", None, None]
