"""A round counts each point once, says what it missed, and what is wrong becomes a problem."""

import io
import json
from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from PIL import Image

from liangxing.evidence.models import Piece
from liangxing.kernel.drawing import drawn
from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import strike, write
from liangxing.records.due import DUE
from liangxing.records.lines import State as Found
from liangxing.records.lines import read_lines
from liangxing.register.models import Place, Post
from liangxing.rooms.environment.actions.rounds import Outcome, Told, begin, close, confirm
from liangxing.rooms.environment.forms import InspectionPointForm, PointCheckForm, RouteStopForm
from liangxing.rooms.environment.models import (
    InspectionPoint,
    InspectionRoute,
    Mending,
    PointCheck,
    Problem,
    ProblemStep,
    Round,
    RouteStop,
)
from liangxing.rooms.environment.queries.rounds import asked_of, recurring, walked
from liangxing.rooms.environment.views.paper import signature

LONG_AGO = date(2020, 1, 1)
State = PointCheck.State
ORDER, FINDING, UNREACHED = State.ORDER, State.FINDING, State.UNREACHED


@pytest.fixture
def route(who):
    """Four extinguishers on a route."""
    square = write(Place(code="GC", name="文化广场", sort="square", day=LONG_AGO), **who)
    made = write(InspectionRoute(code="XF", name="消防巡查", rhythm="monthly", day=LONG_AGO), **who)
    for n in range(1, 5):
        point = write(InspectionPoint(code=f"M{n}", name=f"{n}号灭火器", kind="extinguisher", place=square,
                                      day=LONG_AGO), **who)  # fmt: skip
        write(RouteStop(route=made, point=point, position=n, day=LONG_AGO), **who)
    return made


def point(n):
    return InspectionPoint.objects.known().get(code=f"M{n}")


def told(state, day=None, **more):
    return Told(state, more.pop("answers", {}), day or localdate(), **more)


def walk(route, day, *ends, by="worker"):
    """A whole round: the end of each point, none where nobody looked."""
    made = begin(route, post=None, day=day, by=by)
    for n, state in enumerate(ends, 1):
        if state:
            confirm(made, point(n), told(state, day), by=by)
    return close(made, by=by)


def test_a_round_is_begun_once_in_its_term(route):
    first = begin(route, post=None, day=date(2026, 5, 3), by="a")
    assert begin(route, post=None, day=date(2026, 5, 31), by="b") == first
    assert begin(route, post=None, day=date(2026, 6, 1), by="b") != first
    assert (first.asked, first.seed) == (4, "")


def test_a_route_without_points_cannot_be_walked(who):
    empty = write(InspectionRoute(code="E", name="空", day=LONG_AGO), **who)
    with pytest.raises(Refused):
        begin(empty, post=None, day=localdate(), by="a")


def test_what_was_missed_is_said_and_what_was_found_is_a_problem(route, jinhui):
    done = walk(route, date(2026, 5, 3), ORDER, FINDING, UNREACHED, None)
    assert (done.asked, done.missed) == (4, 2)
    (problem,) = Problem.objects.known()
    assert (problem.sort, problem.source, problem.place.code) == ("fire", "round", "GC")
    assert "2号灭火器" in problem.text
    may = Period(date(2026, 5, 1), date(2026, 6, 1))
    wanted = {"rounds_walked": 1, "points_checked": 2, "points_missed": 2, "findings": 1, "points_asked": 4}
    assert {key: figure(f"environment.{key}", jinhui, may) for key in wanted} == wanted
    assert float(figure("environment.points_in_order_share", jinhui, may)) == 0.5


def test_a_sample_is_drawn_by_a_seed_that_anybody_can_use(route, who):
    sampled = write(InspectionRoute(code="S", name="抽查", sample=2, day=LONG_AGO), **who)
    for stop in RouteStop.objects.known().filter(route=route.fact):
        write(RouteStop(route=sampled, point_id=stop.point_id, position=stop.position, day=LONG_AGO), **who)
    made = begin(sampled, post=None, day=date(2026, 5, 3), by="a")
    again = {p.fact for p in drawn([point(n) for n in range(1, 5)], 2, made.seed, key=lambda p: p.code)}
    assert {*asked_of(made)} == again
    foreign = next(point(n) for n in range(1, 5) if point(n).fact not in again)
    with pytest.raises(Refused):
        confirm(made, foreign, told(ORDER, made.day), by="a")
    for fact in again:
        confirm(made, InspectionPoint.objects.known().get(fact=fact), told(ORDER, made.day), by="a")
    share = walked(made).share
    assert (share.value, share.low, share.high) == (1.0, 0.5, 1.0), "two of four: the others may be either"


@pytest.mark.parametrize(
    ("first", "second", "by", "outcome", "kept"),
    [
        (ORDER, ORDER, "a", Outcome.SAME, ORDER),
        (ORDER, FINDING, "a", Outcome.ANEW, FINDING),
        (FINDING, ORDER, "a", Outcome.ANEW, ORDER),
        (ORDER, ORDER, "b", Outcome.TWICE, ORDER),
        (ORDER, FINDING, "b", Outcome.TWICE, FINDING),
        (FINDING, ORDER, "b", Outcome.TWICE, FINDING),
        (UNREACHED, ORDER, "b", Outcome.TWICE, ORDER),
    ],
)
def test_two_phones_on_one_round_count_a_point_once(route, first, second, by, outcome, kept):
    made = begin(route, post=None, day=localdate(), by="a")
    confirm(made, point(1), told(first), by="a")
    found = confirm(made, point(1), told(second), by=by)
    (check,) = PointCheck.objects.known()
    assert (found.outcome, check.state, check.twice) == (outcome, kept, by == "b")
    assert Problem.objects.known().count() == (FINDING in (first, second))


def test_what_is_wrong_still_is_not_reported_twice_and_recurs(route, jinhui):
    for month in (3, 4, 5):
        walk(route, date(2026, month, 3), FINDING, ORDER)
    assert Problem.objects.known().count() == 1
    assert [(p.code, n) for p, n in recurring(jinhui, date(2026, 5, 31))] == [("M1", 3)]


def test_the_days_to_mending_end_when_the_report_says_fixed(route, who, jinhui):
    walk(route, date(2026, 3, 1), FINDING, FINDING)
    first, second = (PointCheck.objects.known().get(point=point(n).fact).problem for n in (1, 2))
    write(ProblemStep(problem=first, state="fixed", day=date(2026, 3, 6)), **who)
    walk(route, date(2026, 4, 1), ORDER, ORDER)
    assert {m.point_id: m.took_d for m in Mending.objects.known()} == {point(1).fact: 5, point(2).fact: 31}
    assert second is not None
    assert figure("environment.days_to_mend", jinhui, Period.year(2026)) == 18


def test_an_item_answered_with_no_is_a_finding_whatever_was_pressed(route):
    made = begin(route, post=None, day=localdate(), by="a")
    found = confirm(made, point(1), told(ORDER, answers={"seal": "no"}), by="a")
    assert found.check.state == FINDING


def test_the_day_read_off_an_extinguisher_is_kept_and_a_day_gone_by_is_a_finding(route, jinhui):
    made, today = begin(route, post=None, day=localdate(), by="a"), localdate()
    good, gone = today + timedelta(days=400), today - timedelta(days=1)
    assert confirm(made, point(1), told(ORDER, answers={"good": str(good)}), by="a").check.state == ORDER
    assert confirm(made, point(2), told(ORDER, answers={"good": str(gone)}), by="a").check.state == FINDING
    assert (point(1).expires_on, point(2).expires_on) == (good, gone)
    assert figure("environment.points_expired", jinhui, Period.until(today)) == 1
    asked = DUE["environment.inspectionpoint.expires"].rows(InspectionPoint.objects.known(), today)
    assert [p.code for p in asked] == ["M2"]


def test_a_point_told_late_is_counted_though_the_round_was_closed(route):
    made = walk(route, date(2026, 5, 3), ORDER, ORDER, ORDER)
    assert made.missed == 1
    confirm(made, point(4), told(ORDER, date(2026, 5, 3)), by="b")
    assert Round.objects.known().get(fact=made.fact).missed == 0


def test_a_point_struck_during_the_round_is_still_told(route):
    made = begin(route, post=None, day=localdate(), by="a")
    gone = point(1)
    strike(gone, by="a", why="拆除")
    assert confirm(made, gone, told(ORDER), by="a").outcome is Outcome.KEPT
    assert len(walked(made).seen) == 4


def test_due_on_the_desk_until_it_is_closed(route):
    key, today = "environment.inspectionroute.to_walk", date(2026, 5, 28)
    rows = InspectionRoute.objects.known()
    assert [(r.code, r.due_on) for r in DUE[key].rows(rows, today)] == [("XF", date(2026, 5, 31))]
    walk(route, today, ORDER)
    assert [*DUE[key].rows(rows, today)] == []


def lines(form, *rows, community):
    return read_lines(form, [{key: str(value) for key, value in row.items()} for row in rows], community=community)


def test_a_point_outside_the_community_is_refused_with_how_far(who, jinhui):
    ring = [[112.98, 28.11], [112.99, 28.11], [112.99, 28.12], [112.98, 28.12], [112.98, 28.11]]
    line = json.dumps({"type": "Polygon", "coordinates": [ring]})
    write(Place(code="B", name="边界", sort="boundary", geometry=line, day=LONG_AGO), **who)
    spots = {28.115: Found.NEW, 28.1205: Found.NEW, 28.13: Found.BAD}
    rows = [{"code": f"P{n}", "name": "p", "kind": "lamp", "day": "2026-01-01",
             "geometry": json.dumps({"type": "Point", "coordinates": [112.985, north]})}
            for n, north in enumerate(spots)]  # fmt: skip
    found = lines(InspectionPointForm, *rows, community=jinhui)
    assert [line.state for line in found] == [*spots.values()]
    assert "1112" in str(found[-1].errors["geometry"])


def test_a_route_takes_no_point_twice_and_none_that_was_struck(route, jinhui):
    told_before = {"route": "XF", "point": "M1", "position": 1, "day": "2020-01-01"}
    strike(point(4), by="worker", why="拆除")
    found = lines(
        RouteStopForm,
        told_before,
        {**told_before, "position": 7},
        {**told_before, "point": "M4"},
        community=jinhui,
    )
    assert [line.state for line in found] == [Found.SAME, Found.CHANGED, Found.BAD]
    form = RouteStopForm({**told_before, "position": "9"}, community=jinhui)
    assert not form.is_valid(), "by hand it is told that it stands there already"


@pytest.mark.parametrize(
    ("answers", "state", "good"),
    [
        ("seal=yes; good=2027-05-31; pressure=1.20", "order", True),
        ("seal=yes；gauge=no", "finding", True),
        ("seal=no", "order", False),
        ("colour=red", "order", False),
        ("good=soon", "order", False),
        ("pressure=NaN", "order", False),
    ],
)
def test_answers_are_read_by_the_checklist_of_the_kind(route, jinhui, answers, state, good):
    begin(route, post=None, day=date(2026, 5, 3), by="a")
    row = {"round": "XF-20260503", "point": "M1", "state": state, "answers": answers, "day": "2026-05-03"}
    (line,) = lines(PointCheckForm, row, community=jinhui)
    assert (line.state is Found.NEW) == good, line.errors


def at(name, *args):
    return reverse(f"environment.{name}", args=["430103001001", *args])


def photo(size=(80, 60)):
    kept = io.BytesIO()
    Image.new("RGB", size, "sienna").save(kept, "JPEG")
    return SimpleUploadedFile("p.jpg", kept.getvalue(), "image/jpeg")


def test_a_worker_walks_and_the_photo_goes_with_the_problem(route, come_in):
    browser = come_in("worker")
    begun = browser.post(at("rounds.walk"), {"route": str(route.fact)})
    page = browser.get(begun["Location"])
    assert page["Liangxing-Keep"] == "yes", "the page of a round opens without a network"
    made = Round.objects.get()
    here = at("check.walk", made.fact, point(1).fact)
    browser.post(here, {"state": "finding", "text": "压力不足", "item-gauge": "no", "photo": photo()})
    (piece,) = Piece.objects.known()
    assert piece.proves == PointCheck.objects.known().get().problem_id
    assert "压力不足" in Problem.objects.known().get().text
    closed = browser.post(at("round.walk", made.fact), follow=True)
    assert "1号灭火器" in closed.content.decode()


@pytest.mark.parametrize("size", [41 << 20, 60 << 20])
def test_a_photo_too_large_or_no_photo_costs_nothing_else(route, come_in, settings, size):
    settings.MAX_UPLOAD_MB = 50
    browser, made = come_in("worker"), begin(route, post=None, day=localdate(), by="a")
    big = SimpleUploadedFile("p.jpg", b"\xff" * size, "image/jpeg")
    said = browser.post(at("check.walk", made.fact, point(1).fact), {"state": "finding", "text": "压坏了", "photo": big},
                        follow=True).content.decode()  # fmt: skip
    assert "没有保存；其余内容都保存了" in said
    assert PointCheck.objects.known().get().state == FINDING
    assert not Piece.objects.exists()


@pytest.mark.parametrize(("minutes", "said"), [(60, "手机时间比我们的快"), (-60, "手机时间偏慢"), (0, "")])
def test_a_clock_wrong_by_an_hour_is_said_and_does_not_move_the_day(route, come_in, minutes, said):
    browser, made = come_in("worker"), begin(route, post=None, day=localdate(), by="a")
    seen = (datetime.now().astimezone() + timedelta(minutes=minutes)).isoformat()
    page = browser.post(at("check.walk", made.fact, point(1).fact), {"state": "order", "seen": seen}, follow=True)
    assert said in page.content.decode()
    assert ("手机时间" in page.content.decode()) == bool(said)
    assert PointCheck.objects.known().get().day == localdate()


def test_who_has_no_right_to_a_round_finds_none(route, come_in, who):
    made = begin(route, post=None, day=localdate(), by="a")
    here = at("check.walk", made.fact, point(1).fact)
    for role in ("resident", "assessor", "volunteer"):
        browser = come_in(role, Client())
        assert browser.get(at("round.walk", made.fact)).status_code == 404, role
        assert browser.post(here, {"state": "order"}).status_code == 404, role
    assert Client().post(here, {"state": "order"}).status_code == 302, "the public is asked to sign in"
    assert not PointCheck.objects.exists()


def test_a_volunteer_walks_the_route_of_their_post(route, come_in, who):
    browser = come_in("volunteer")
    mine = write(InspectionRoute(code="MY", name="我的路线", rhythm="weekly",
                                 post=Post.objects.get(code="volunteer"), day=LONG_AGO), **who)  # fmt: skip
    write(RouteStop(route=mine, point=point(1), position=1, day=LONG_AGO), **who)
    listed = browser.get(at("rounds.walk")).content.decode()
    assert "我的路线" in listed
    assert "消防巡查" not in listed
    made = begin(mine, post=None, day=localdate(), by="volunteer")
    assert browser.post(at("check.walk", made.fact, point(1).fact), {"state": "order"}).status_code == 302


def test_a_sheet_of_paper_is_entered_at_once(route, come_in):
    browser, made = come_in("worker"), begin(route, post=None, day=localdate(), by="a")
    assert "1号灭火器" in browser.get(at("sheet.walk", made.fact)).content.decode()
    entered = {"day": str(localdate()), point(1).fact.hex: "order", point(2).fact.hex: "unreached",
               f"words-{point(2).fact.hex}": "门锁着", point(3).fact.hex: ""}  # fmt: skip
    assert browser.post(at("paper.walk", made.fact), entered).status_code == 302
    assert {c.point.code: (c.state, c.note) for c in PointCheck.objects.known()} == {
        "M1": ("order", ""), "M2": ("unreached", "门锁着"),
    }  # fmt: skip
    assert browser.post(at("paper.walk", made.fact), {**entered, "day": "2019-01-01"}).status_code == 422


def test_a_signed_code_opens_its_point_and_a_forged_one_nothing(route, come_in):
    made, fact = begin(route, post=None, day=localdate(), by="a"), point(1).fact
    code = at("point.scan", fact, signature(fact))
    assert Client().get(code)["Location"] == at("inspectionpoint.page", point(1).pk)
    assert come_in("worker").get(code)["Location"] == at("check.walk", made.fact, fact)
    assert Client().get(at("point.scan", point(2).fact, signature(fact))).status_code == 404


def test_everybody_reads_what_a_round_found_and_nobody_reads_the_words(route, come_in):
    made = begin(route, post=None, day=localdate(), by="a")
    confirm(made, point(1), told(FINDING, text="王家门口"), by="a")
    close(made, by="a")
    page = Client().get(at("results.read", made.fact)).content.decode()
    assert "1号灭火器" in page
    assert "王家门口" not in page
