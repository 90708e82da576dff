"""The gap plan: how much, who, by when, and for how long, each with how it is known."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.kernel.errors import Refused
from liangxing.records.actions import write, write_many
from liangxing.register.models import Organisation
from liangxing.rooms.environment.models import SortedBin
from liangxing.rooms.honours.models import Honour
from liangxing.standards.assess import assess
from liangxing.standards.models import Undertaking
from liangxing.standards.planning.effort import Ground
from liangxing.standards.planning.plan import plan
from liangxing.standards.planning.undertake import undertake
from liangxing.standards.reading import books

TODAY = date(2026, 6, 1)
BOOK = "two-oriented"


def line(jinhui, number, key=BOOK, day=TODAY):
    return next(one for one in plan(jinhui, assess(jinhui, key, day), day) if one.gap.judged.clause.number == number)


@pytest.fixture
def bins(who, jinhui):
    """Fifty-seven of the sixty bins that are asked for."""
    from liangxing.register.models import Place

    road = write(Place(code="r", name="r", sort="road", day=TODAY), **who)
    write_many([SortedBin(code=str(n), road=road, edition="2019", day=TODAY) for n in range(57)], **who)


def test_how_many_records_are_missing(jinhui, bins):
    assert line(jinhui, "A5.4").gap.effort.records == 3
    assert line(jinhui, "A5.4").asked == {"environment.sorted_bins": 3}


def test_minutes_come_from_what_was_held_here_and_say_so(who, jinhui):
    held = [Activity(code=f"L{n}", title="课", sort="lesson", topics=",water,", attended=9, duration_min=90,
                     day=TODAY - timedelta(days=500 + n)) for n in range(6)]  # fmt: skip
    write_many(held, **who)
    found = line(jinhui, "A2.2").gap.effort
    assert (found.ground, found.records, found.minutes) == (Ground.COUNTED, 1, 90)
    assert (found.lasting.minutes, found.lasting.many) == (90, 6)


def test_without_a_history_a_round_half_hour_is_taken_and_said(jinhui):
    found = line(jinhui, "A2.2").gap.effort
    assert (found.ground, found.minutes) == (Ground.NONE, 30)


def test_what_was_undertaken_comes_first_and_a_second_time_corrects(who, jinhui):
    firm = write(Organisation(code="1", name="绿芽物业", sort="enterprise", day=TODAY), **who)
    told = {"number": "A2.2", "who": "绿芽物业", "by": "2026-09-30", "minutes": "75"}
    undertake(books()[BOOK], told, community=jinhui, account="worker")
    undertake(books()[BOOK], told | {"minutes": "120"}, community=jinhui, account="worker")
    found = line(jinhui, "A2.2")
    assert (found.who, found.by, found.gap.effort.minutes) == (firm.name, date(2026, 9, 30), 120)
    assert Undertaking.objects.known().count() == 1


@pytest.mark.parametrize(
    "wrong", [{"who": "王小明"}, {"by": "月底"}, {"minutes": "一会儿"}, {"minutes": "0"}, {"number": "Z9"}]
)
def test_a_plan_names_no_person_and_reads_no_nonsense(jinhui, wrong):
    told = {"number": "A2.2", "who": "", "by": "", "minutes": ""} | wrong
    with pytest.raises(Refused):
        undertake(books()[BOOK], told, community=jinhui, account="worker")


def test_it_is_done_by_the_re_examination_of_the_honour_that_goes_by_the_standard(who, jinhui):
    assert line(jinhui, "1.2", "disaster-reduction-2020").by == date(2026, 12, 31)
    write(Honour(code="1", name="减灾示范", level="province", field="safety", day=date(2021, 9, 1),
                 until=date(2026, 9, 1)), **who)  # fmt: skip
    assert line(jinhui, "1.2", "disaster-reduction-2020").by == date(2026, 9, 1)


def test_the_most_points_for_each_hour_come_first(jinhui):
    worth = [one.gap.points_an_hour for one in plan(jinhui, assess(jinhui, "disaster-reduction-2020", TODAY), TODAY)]
    assert len(worth) > 5
    assert worth == sorted(worth, reverse=True)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_is_open_and_only_staff_undertake(client, come_in, jinhui, bins, language):
    client.cookies["django_language"] = language
    page, take = (reverse(f"standard.{name}", args=[jinhui.code, BOOK]) for name in ("plan.read", "take.assess"))
    assert "<form class" not in client.get(page).content.decode().partition("<main")[2]
    told = {"number": "A5.4", "who": "", "by": str(localdate()), "minutes": "45"}
    assert client.post(take, told).status_code == 302
    assert not Undertaking.objects.exists()
    come_in("worker")
    assert client.post(take, told)["Location"].endswith("#g-A5.4")
    assert Undertaking.objects.get().minutes == 45
    assert "45" in client.get(page).content.decode()
