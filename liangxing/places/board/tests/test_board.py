"""What the public board shows, what it hands out, and what it never tells."""

import html
import json
import re
from datetime import date, datetime, time, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.activities.models import Activity
from liangxing.evidence.actions import attach
from liangxing.records.actions import correct, strike, write
from liangxing.register.models import Place
from liangxing.rooms.environment.models import Works
from liangxing.rooms.outreach.models import Call, Campaign, CampaignDay, Pledge
from liangxing.rooms.volunteers.models import Volunteer
from tests import town

ATOM = "{http://www.w3.org/2005/Atom}"
PERSONS = ("秘而不宣", "13800000000", "隐姓埋名", "JQ-1-101", "备注里的人")
PAGES = (
    "", "map/", "map/?layers=bins,works", "map/?layers=", "map/?q=玉兰", "map/places.geojson", "year/", "before-and-after/",
    "coming/", "calendar.ics", "feed.atom", "search/?q=秘而不宣", "search/?q=旧物",
)  # fmt: skip


def to(route, *args):
    return reverse(route, args=["430103001001", *args])


@pytest.fixture
def lives(jinhui):
    """A small community, with what is to come, calls, a campaign, and persons who must not be seen."""
    told = town.found(jinhui)
    who, today = {"community": jinhui, "by": "worker"}, localdate()
    place = write(Place(code="GC", name="文化广场", sort="square", note="备注里的人", day=today,
                        geometry=town.shape("Point", (2, 4))), **who)  # fmt: skip
    told.coming = write(
        Activity(code="N1", title="新年包饺子", sort="festival", place=place, duration_min=90, starts_at=time(9, 30),
                 day=today + timedelta(days=7)), **who)  # fmt: skip
    told.whole_day = write(Activity(code="N2", title="植树日", sort="campaign", day=today + timedelta(days=20)), **who)
    told.call = write(Call(code="K1", name="夏天空调不低于 26 度", day=today), **who)
    write(Pledge(household=told.home, call=told.call, day=today), **who)
    campaign = write(Campaign(code="ZT", name="清捡白色污染", day=today), **who)
    write(CampaignDay(campaign=campaign, activity=told.activity, day=told.activity.day), **who)
    write(Volunteer(code="V1", name="隐姓埋名", team="green", day=today), **who)
    told.who = who
    return told


@pytest.fixture
def page(client, lives):
    """The body of a page of the board."""

    def opened(path, **cookies):
        for name, value in cookies.items():
            client.cookies[name] = value
        answer = client.get(to("board.read") + path, follow=True)
        assert answer.status_code == 200, path
        return answer.content.decode()

    return opened


def plain(body):
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", body).split()))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_nothing_of_a_person_or_a_home_is_public(page, language):
    for path in PAGES:
        body = page(path, django_language=language)
        body = re.sub(r'value="[^"]*"|“[^”]*”|<title>.*?</title>|og:title" content="[^"]*"', "", body)  # what was asked
        for word in PERSONS:
            assert word not in body, (path, word)


def test_the_board_says_what_comes_what_is_called_for_and_what_changed(page):
    told = plain(page(""))
    for word in (
        "新年包饺子",
        "9:30",
        "文化广场",
        "夏天空调不低于 26 度",
        "清捡白色污染",
        "行动 1 次",
        "铁栏杆改造",
        "二季度社区经费收支",
    ):
        assert word in told, word
    assert "新年包饺子" in plain(page("coming/"))
    assert "植树日" in told


def test_the_map_is_a_drawing_a_list_and_data_and_each_thing_opens(page, client, lives):
    body = page("map/?layers=works,places")
    assert "铁栏杆改造" in body
    assert 'class="l-bins"' not in body
    every = json.loads(page("map/places.geojson"))
    layers = {f["properties"]["layer"] for f in every["features"]}
    assert layers == {"estates", "buildings", "roads", "bins", "works", "places"}
    assert sum(f["properties"]["layer"] == "bins" for f in every["features"]) == 60
    works = next(f for f in every["features"] if f["properties"]["layer"] == "works")
    assert works["geometry"] == {"type": "Point", "coordinates": pytest.approx([112.982, 28.111])}
    assert client.get(works["properties"]["href"]).status_code == 200
    assert len(json.loads(page("map/places.geojson?layers=bins&q=F7"))["features"]) == 1
    assert "没有选图层" in page("map/?layers=") or "地图上没有" in page("map/?layers=")


def test_works_at_one_place_stand_side_by_side(page, lives):
    for n in range(3):
        write(
            Works(code=f"W{n}", name=f"改造{n}", sort="ditch", estate=lives.works.estate, day=localdate()), **lives.who
        )
    told = json.loads(page("map/places.geojson?layers=works"))["features"]
    assert len({tuple(f["geometry"]["coordinates"]) for f in told}) == 4


def test_the_calendar_is_whole_and_its_times_are_those_of_the_place(page, lives):
    told = icalendar.Calendar.from_ical(page("calendar.ics"))
    events = {str(e["summary"]): e for e in told.walk("VEVENT")}
    assert set(events) == {"新年包饺子", "植树日", "旧物换绿植"}
    one = events["新年包饺子"]
    begins = datetime.combine(lives.coming.day, time(9, 30), ZoneInfo("Asia/Shanghai"))
    assert one.decoded("dtstart") == begins
    assert one.decoded("dtend") - begins == timedelta(minutes=90)
    assert str(one["dtstart"].params["TZID"]) == "Asia/Shanghai"
    assert [str(z["tzid"]) for z in told.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    assert str(one["location"]) == "文化广场"
    assert events["植树日"].decoded("dtstart") == lives.whole_day.day
    assert int(events["旧物换绿植"]["sequence"]) == 1
    assert one.decoded("dtstamp").utcoffset() == timedelta(0)
    lines = page("calendar.ics").encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert {b"VERSION:2.0", b"BEGIN:VTIMEZONE", b"END:VCALENDAR"} <= set(lines)


def test_an_activity_keeps_its_uid_through_a_correction_and_leaves_when_it_is_struck(page, client, lives):
    uid = str(icalendar.Calendar.from_ical(page(f"calendar/{lives.coming.fact}.ics")).walk("VEVENT")[0]["uid"])
    moved = correct(lives.coming, by="worker", why="rain", starts_at=time(14, 0))
    (event,) = icalendar.Calendar.from_ical(page(f"calendar/{lives.coming.fact}.ics")).walk("VEVENT")
    assert str(event["uid"]) == uid
    assert event.decoded("dtstart").hour == 14
    assert int(event["sequence"]) == 1
    strike(moved, by="worker", why="rain again")
    assert client.get(to("board.event.read", lives.coming.fact)).status_code == 404
    assert "新年包饺子" not in page("calendar.ics")


def test_the_feed_says_what_happened_with_addresses_that_hold_elsewhere(page, lives, settings):
    settings.LIANGXING_URL = "https://jinhui.example"
    feed = ElementTree.fromstring(page("feed.atom"))
    entries = feed.findall(f"{ATOM}entry")
    titles = [e.findtext(f"{ATOM}title") for e in entries]
    assert {"旧物换绿植", "铁栏杆改造", "综合防灾示范社区", "二季度社区经费收支"} == set(titles)
    assert "新年包饺子" not in titles
    assert all(e.find(f"{ATOM}link").get("href").startswith("https://jinhui.example/430103001001/") for e in entries)
    assert feed.findtext(f"{ATOM}id") == "https://jinhui.example/430103001001/feed.atom"
    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert f"urn:uuid:{lives.activity.fact}" in ids
    assert len(set(ids)) == len(ids)


def test_a_year_in_pictures_goes_month_by_month_to_the_record(page, lives):
    year = localdate().year
    body = page(f"year/{lives.activity.day.year}/")
    assert body.count('loading="lazy"') >= 1
    assert "旧物换绿植" in body
    assert "验收单" not in body
    roster = attach(lives.activity, town.picture(), name="roster.jpg", sort="roster", by="worker")
    assert str(roster.pk) not in page(f"year/{lives.activity.day.year}/") + page("")
    assert reverse("activities.activity.page", args=["430103001001", lives.activity.pk]) in body
    assert "这段时间没有图片" in page("year/1999/")
    piece = attach(lives.case, town.picture(), name="case.jpg", sort="photo", by="worker")
    assert str(piece.pk) not in page(f"year/{year}/")


def test_a_year_that_nobody_has_is_not_there(client, lives):
    for year in (9999, 1500, 0):
        assert client.get(to("board.year.read", year)).status_code == 404
    assert client.get(to("board.year.read", 2020) + "?month=77").status_code == 200


@pytest.mark.parametrize("name", ["activity", "works"])
def test_a_page_that_is_sent_on_says_what_it_is(client, lives, settings, name):
    settings.LIANGXING_URL = "https://jinhui.example"
    record = getattr(lives, name)
    address = to(f"{record._meta.label_lower}.page", record.pk)
    head = client.get(address).content.decode().partition("</head>")[0]
    told = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', head))
    assert told["og:title"] == str(record)
    assert told["og:url"] == f"https://jinhui.example{address}"
    assert told["og:image"].startswith("https://jinhui.example/430103001001/evidence/")
    assert told["description"]
    image = client.get(told["og:image"].removeprefix("https://jinhui.example"))
    assert image["Content-Type"] == "image/jpeg"
    image.close()


def test_an_empty_board_stands(client, jinhui):
    for path in (
        "",
        "map/",
        "year/",
        "coming/",
        "before-and-after/",
        "feed.atom",
        "calendar.ics",
        "map/places.geojson",
    ):
        assert client.get(to("board.read") + path, follow=True).status_code == 200, path


def test_the_board_asks_as_often_whatever_there_is(lives, client, django_assert_max_num_queries):
    client.get(to("board.read"))
    with django_assert_max_num_queries(220):
        client.get(to("board.read"))
    for path, most in (("map/", 30), ("coming/", 12), ("calendar.ics", 8), ("feed.atom", 14), ("year/", 18)):
        with django_assert_max_num_queries(most):
            client.get(to("board.read") + path)


def test_the_day_of_a_leap_year_is_no_trouble(client, lives):
    write(
        Activity(code="L", title="闰日", sort="lesson", starts_at=time(23, 30), duration_min=90, day=date(2028, 2, 29)),
        **lives.who,
    )
    told = client.get(to("board.calendar.read")).content
    assert b"20280301T010000" in told
