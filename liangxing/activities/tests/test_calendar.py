"""The calendar of activities: what stands counts on its day, and the day opens to its list."""

import pytest
from django.urls import reverse

from conftest import DAY
from liangxing.activities.models import Activity
from liangxing.records.actions import strike, write


@pytest.fixture
def held(who):
    """Two on one day, one struck out, one a year before."""
    made = [write(Activity(code=f"A{n}", title=f"{n}", sort="lesson", day=day), **who)
            for n, day in enumerate([DAY, DAY, DAY, DAY.replace(year=DAY.year - 1)])]  # fmt: skip
    strike(made[2], by="worker")
    return made


def test_a_day_opens_to_what_was_on_it(held, client):
    body = client.get(reverse("activities.year.read", args=["430103001001", DAY.year])).content.decode()
    assert f"{DAY.year} 年：2 场活动，分在 1 天" in body
    address = reverse("activities.activity.list", args=["430103001001"]) + f"?first={DAY}&last={DAY}"
    assert address.replace("&", "&amp;") in body
    assert "找到 2 条" in client.get(address).content.decode()
    assert f"/{DAY.year - 1}/" in body


@pytest.mark.parametrize(("year", "status"), [(0, 404), (1, 404), (1900, 200), (9998, 200), (99999, 404)])
def test_a_year_that_no_calendar_has_is_not_there(year, status, jinhui, client):
    assert client.get(reverse("activities.year.read", args=["430103001001", year])).status_code == status
