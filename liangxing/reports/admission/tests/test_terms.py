"""A form is due by its rhythm, stands on the desk in time, and goes back when its term or its authority is missing."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.utils.timezone import localdate

from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.records.actions import write
from liangxing.reports.admission.models import ByHand, SentBack, Why
from liangxing.reports.admission.terms import next_turn, period_on, refused
from liangxing.reports.forms.actions import check_term
from liangxing.reports.forms.models import Form

ORDER = "民发〔2026〕3号"
NOVEMBER = date(2026, 11, 25)


def form(rhythm="monthly", **said):
    return Form(**{"title": "民政月报", "asked_by": "区民政局", "authority": ORDER, "period": rhythm,
                   "day": date(2026, 1, 1), "within_d": 5, **said})  # fmt: skip


@pytest.mark.parametrize(
    ("rhythm", "first", "after"),
    [
        ("monthly", date(2026, 11, 1), date(2026, 12, 1)), ("quarterly", date(2026, 10, 1), date(2027, 1, 1)),
        ("half_yearly", date(2026, 7, 1), date(2027, 1, 1)), ("yearly", date(2026, 1, 1), date(2027, 1, 1)),
        ("once", date(2026, 1, 1), date(2026, 1, 7)),
    ],
)  # fmt: skip
def test_a_day_lies_in_a_period_of_the_rhythm(rhythm, first, after):
    assert period_on(form(rhythm), NOVEMBER) == Period(first, after)


@pytest.mark.parametrize(
    ("rhythm", "said", "returned", "due"),
    [
        ("monthly", {}, [], date(2026, 11, 5)),  # October was not returned, and is late
        ("monthly", {}, [date(2026, 10, 31)], date(2026, 12, 5)),
        ("monthly", {"day": date(2026, 11, 3)}, [], date(2026, 12, 5)),  # not yet asked for in October
        ("monthly", {"until": date(2026, 11, 1)}, [], date(2026, 11, 5)),  # its last month is still owed
        ("monthly", {"until": date(2026, 11, 1)}, [date(2026, 10, 31)], None),
        ("quarterly", {}, [date(2026, 9, 30)], date(2027, 1, 5)),
        ("quarterly", {}, [date(2026, 9, 30), date(2026, 11, 25)], date(2027, 1, 5)),  # filled before it ended
        ("yearly", {}, [], date(2027, 1, 5)),
        ("monthly", {"authority": " "}, [], None),
        ("monthly", {"day": date(2027, 1, 1)}, [], None),
        ("once", {"day": date(2026, 11, 20)}, [], date(2026, 11, 25)),
        ("once", {"day": date(2026, 11, 20)}, [date(2026, 11, 25)], None),
    ],
)  # fmt: skip
def test_what_was_not_returned_is_due_first(rhythm, said, returned, due):
    turn = next_turn(form(rhythm, **said), returned, NOVEMBER)
    assert (turn.day if turn else None) == due


@pytest.mark.parametrize(
    ("said", "period", "why"),
    [
        ({}, None, None),
        ({"authority": ""}, None, Why.NO_AUTHORITY),
        ({"day": date(2027, 1, 1)}, None, Why.BEFORE),
        ({"day": date(2026, 11, 1)}, Period.month(2026, 10), Why.BEFORE),
        ({"until": date(2026, 10, 1)}, None, Why.PAST),
        ({"until": date(2026, 11, 1)}, None, Why.PAST),  # October was due on the fifth of November
        ({"until": date(2026, 11, 1), "within_d": 30}, None, None),
        ({"until": date(2026, 11, 1)}, Period.month(2026, 10), None),
        ({"until": date(2026, 11, 1)}, Period.month(2026, 11), Why.PAST),
        ({"period": "once", "until": date(2026, 11, 25)}, None, Why.PAST),
    ],
)
def test_a_form_outside_its_term_or_without_authority_is_refused(said, period, why):
    assert refused(form(**said), period, NOVEMBER) is why


@pytest.mark.parametrize(
    ("said", "words"), [({"authority": ""}, "没有注明依据"), ({"until": date(2026, 10, 1)}, "9 月 30 日为止")]
)
def test_what_the_register_does_not_admit_is_not_filled(db, said, words):
    with pytest.raises(Refused, match=words):
        check_term(form(**said), Period.month(2026, 10))


@pytest.fixture
def kept(who):
    def keep(code, **said):
        return write(form(code=code, **said), **who)

    return keep


def page(client, jinhui, path=""):
    return unescape(client.get(f"/{jinhui.code}/{path}").content.decode())


def test_a_due_form_stands_on_the_desk_until_it_was_returned(kept, who, jinhui, come_in, client):
    come_in("worker")
    long_ago = localdate().replace(year=localdate().year - 1, day=1)
    monthly = kept("B1", day=long_ago)
    kept("B2", title="过期的表", day=long_ago, until=long_ago + timedelta(days=40))
    assert f"/reports/register/of/{monthly.pk}/" in page(client, jinhui, "desk/")
    assert "过期的表" not in page(client, jinhui, "desk/")
    last = localdate().replace(day=1) - timedelta(days=1)
    for day in (last, localdate()):
        about = period_on(monthly, day)
        write(ByHand(form=monthly, first=about.first, after=about.after, cells=9, day=localdate()), **who)
    assert "民政月报" not in page(client, jinhui, "desk/")


def test_the_register_says_who_asks_and_gives_the_words_that_go_back(kept, jinhui, come_in, client):
    come_in("worker")
    gone = kept("B2", title="旧表", day=date(2024, 1, 1), until=date(2025, 1, 1))
    bare = kept("B3", title="口头要的表", authority="")
    told = page(client, jinhui, "reports/register/")
    assert all(word in told for word in ("旧表", "区民政局", "已过期限", "没有依据"))
    words = page(client, jinhui, f"reports/register/of/{gone.pk}/")
    assert "2024 年 12 月 31 日" in words
    assert ORDER in words
    assert "没有注明依据" in page(client, jinhui, f"reports/register/of/{bare.pk}/")
    client.post(f"/{jinhui.code}/reports/register/of/{gone.pk}/sent-back/")
    assert SentBack.objects.get().why == "past"
    letter = client.get(f"/{jinhui.code}/reports/register/of/{gone.pk}/letter/")
    assert letter.content.startswith(b"PK")


def test_a_form_in_order_is_not_sent_back(kept, jinhui, come_in, client):
    come_in("worker")
    one = kept("B1")
    assert client.post(f"/{jinhui.code}/reports/register/of/{one.pk}/sent-back/").status_code == 404


def test_who_asks_and_until_when_can_be_corrected_and_the_workbook_stays(kept, jinhui, come_in, client):
    come_in("worker")
    one = kept("B1", sha256="0" * 64, file_name="月报.xlsx")
    told = {"code": "B1", "title": one.title, "asked_by": "区卫健局", "authority": ORDER, "period": "monthly",
            "within_d": 5, "day": "2026-01-01", "until": "2027-01-01", "note": "", "why": "换了单位"}  # fmt: skip
    assert client.post(f"/{jinhui.code}/reports/register/form/{one.pk}/correct/", told).status_code == 302
    now = Form.objects.known().get()
    assert (now.asked_by, now.until, now.file_name, now.fact) == ("区卫健局", date(2027, 1, 1), "月报.xlsx", one.fact)


@pytest.mark.parametrize("role", ["public", "resident"])
def test_the_register_is_the_offices_own(role, jinhui, come_in, client):
    if role != "public":
        come_in(role)
    assert client.get(f"/{jinhui.code}/reports/register/").status_code in (302, 404)
