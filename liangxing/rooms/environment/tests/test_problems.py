"""Reports of problems: due days, twins, recurrence, who may call one settled, and what waits for a look."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from liangxing.kernel.drawing import drawn
from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import correct, write, write_many
from liangxing.register.models import Building, Estate, Household
from liangxing.rooms.environment.actions import answer, assign, judge, merge, support, take_apart
from liangxing.rooms.environment.actions.looking import look_at_words
from liangxing.rooms.environment.models import Problem, ProblemDraw, ProblemStep
from liangxing.rooms.environment.queries.problem_map import shown
from liangxing.rooms.environment.queries.problems import alike, public, supporters
from liangxing.rooms.environment.triage.categories import categories, category, groups
from tests.town import shape

TODAY = localdate()
State = ProblemStep.State


@pytest.fixture
def homes(who):
    """Six households of one building."""
    estate = write(Estate(code="E", name="E", day=date(2020, 1, 1)), **who)
    box = shape("Polygon", (0, 0), (0.1, 0), (0.1, 0.1), (0, 0.1))
    house = write(Building(code="B", estate=estate, geometry=box, day=date(2020, 1, 1)), **who)
    return [write(Household(code=f"B-{n}", building=house, day=date(2020, 1, 1)), **who) for n in range(6)]


def tell(who, code="1", **told):
    return write(Problem(**{"code": code, "sort": "lamp-out", "day": TODAY, **told}), **who)


@pytest.mark.parametrize(("sort", "told", "due"), [
    ("lamp-out", date(2026, 9, 30), date(2026, 10, 10)),  # seven days of holiday, and a Saturday that is worked
    ("lamp-out", date(2026, 2, 13), date(2026, 2, 25)),  # of the spring festival, 14 and 28 February are worked
    ("pothole", date(2031, 10, 1), date(2031, 10, 10)),  # a year that nobody has published: weekdays
    ("burst-pipe", date(2026, 10, 1), date(2026, 10, 2)), ("a word of old", date(2026, 3, 2), date(2026, 3, 9)),
])  # fmt: skip
def test_due_days_follow_the_working_calendar_with_its_shifted_days(sort, told, due):
    assert category(sort).due_on(told) == due
    assert category(sort).provisional(told, due) is (told.year == 2031)


def test_every_category_has_its_words_its_group_and_a_service_code_of_its_own():
    every = categories().values()
    assert all(one.names.keys() == {"zh-hans", "en"} for one in every)
    assert {one.group for one in every} == groups().keys() <= categories().keys()
    assert len({one.service for one in every}) == len(every)


def test_what_is_near_and_alike_is_suggested_and_nothing_private_is(who, jinhui, homes):
    house = homes[0].building_id
    one = tell(who, building_id=house, text="门口路灯不亮了")
    tell(who, "2", building_id=house, text="门口路灯不亮了", private=True)
    tell(who, "3", building_id=house, sort="noise", text="门口路灯不亮了")
    tell(who, "4", geometry=shape("Point", (5, 5)), text="门口路灯不亮了")
    tell(who, "5", building_id=house, text="路灯不亮", day=TODAY - timedelta(90), until=TODAY - timedelta(80))
    asked = Problem(sort="light", building_id=house, text="路灯又不亮")
    asked.locate()
    assert [found.problem for found in alike(asked, jinhui, TODAY)] == [one]


def test_merged_reports_count_once_keep_their_households_and_come_apart_again(who, jinhui, homes):
    main, twin = tell(who, household=homes[0]), tell(who, "2", household=homes[1])
    support(main, homes[2], day=TODAY, by="c")
    support(main, homes[2], day=TODAY, by="c")
    support(main, homes[0], day=TODAY, by="a")
    merged = merge(twin, main, day=TODAY, by="worker")
    assert supporters([main])[main.fact] == 2
    assert [p.fact for p in public(jinhui)] == [main.fact]
    year = Period.year(TODAY.year)
    keys = ("environment.problems_open", "environment.problems_settled", "environment.problems_merged")
    assert [figure(key, jinhui, year) for key in keys] == [1, 0, 1]
    for wrong in (lambda: merge(main, main, day=TODAY, by="w"), lambda: merge(main, merged, day=TODAY, by="w")):
        with pytest.raises(Refused):
            wrong()
    take_apart(merged, by="worker")
    assert public(jinhui).count() == 2


def test_neighbours_are_drawn_so_that_anybody_can_draw_the_same_and_only_they_or_the_reporter_close(who, jinhui, homes):
    told = tell(who, household=homes[0], building_id=homes[0].building_id)
    answer(told, State.FIXED, text="", post=None, day=TODAY, by="worker")
    lots = list(ProblemDraw.objects.order_by("rank"))
    others = [home.fact for home in homes[1:]]
    assert [lot.household_id for lot in lots] == drawn(others, 3, lots[0].seed, key=lambda fact: fact.hex)
    assert {lot.among for lot in lots} == {5}
    asked = {lot.household_id for lot in lots}
    stranger = next(home for home in homes[1:] if home.fact not in asked)
    chosen = next(home for home in homes if home.fact in asked)
    say = {"text": "", "posts": [], "day": TODAY}
    with pytest.raises(Refused):
        judge(told, stranger, settled=True, by="stranger", **say)
    assert judge(told, chosen, settled=True, by="chosen", **say).voice == "drawn"
    judge(told, stranger, settled=False, by="stranger", **say)
    assert Problem.objects.known().get().until is None
    year = Period.year(TODAY.year)
    for key, told_as in (("confirmed_independently_share", 1), ("reopened_share", 1), ("open", 1), ("overdue", None)):
        assert figure(f"environment.problems_{key}", jinhui, year) == told_as, key


def test_the_same_at_the_same_place_within_ninety_days_comes_again(who, jinhui, homes):
    house, year = homes[0].building_id, Period.year(TODAY.year)
    days = (date(2026, 1, 5), date(2026, 4, 5), date(2026, 7, 20))
    write_many(
        [Problem(code=f"w{n}", sort="lamp-out", building_id=house, day=day) for n, day in enumerate(days)], **who
    )
    assert [p.recurs for p in Problem.objects.order_by("day")] == ["", "again", ""]
    later = tell(who, building_id=house, day=date(2026, 8, 1))
    assert later.recurs == "again"
    assert tell(who, "2", building_id=house, sort="lift", day=date(2026, 8, 2)).recurs == ""
    assert correct(later, by="w", text="x").recurs == "again"
    assert figure("environment.problems_recurring", jinhui, year) == 2


def test_the_median_is_the_middle_of_the_days_and_late_is_late(who, jinhui):
    for n, days in enumerate((1, 2, 30, 40)):
        tell(who, str(n), day=date(2026, 3, 2), until=date(2026, 3, 2) + timedelta(days))
    period = Period.year(2026)
    assert figure("environment.problem_days", jinhui, period) == 2
    assert figure("environment.problems_in_time_share", jinhui, period) == pytest.approx(0.5)


@pytest.mark.parametrize(("text", "waits"), [
    ("物业经理是白 痴", True), ("the manager is an IDIOT", True), ("请锯去死树枝", False), ("灯不亮", False),
])  # fmt: skip
def test_words_that_may_hurt_wait_for_a_look_and_are_never_lost(text, waits, who, jinhui):
    told = tell(who, text=text)
    assert (told.held == "waits", public(jinhui).count()) == (waits, 0 if waits else 1)
    assert look_at_words(told, shown=True, by="worker").text == text
    assert public(jinhui).count() == 1


def test_a_merged_or_struck_report_is_not_answered_and_assigning_puts_a_post_in_charge(who, jinhui, come_in):
    from liangxing.register.models import Post

    come_in("worker")
    post, told = Post.objects.get(), tell(who)
    assign(told, post.fact, text="", day=TODAY, by="worker")
    assert Problem.objects.known().get().post == post
    twin = merge(tell(who, "2"), told, day=TODAY, by="worker")
    with pytest.raises(Refused):
        answer(twin, State.FIXED, text="", post=None, day=TODAY, by="worker")


def test_the_map_counts_in_heaps_and_shows_each_when_looked_at_closely(who, jinhui):
    spots = [(n % 10 / 2, n // 10 / 2) for n in range(200)]
    write_many([
        Problem(code=str(n), sort="road", geometry=shape("Point", at), day=TODAY, until=TODAY if n % 2 else None)
        for n, at in enumerate(spots)
    ], **who)  # fmt: skip
    tell(who, "secret", private=True, geometry=shape("Point", (0, 0)))
    heaps, each = shown(jinhui, box=None, every=True)
    assert (sum(h.count for h in heaps), sum(h.open for h in heaps), each) == (200, 100, [])
    _heaps, each = shown(jinhui, box=(112.9799, 28.1099, 112.9811, 28.1101), every=True)
    assert sorted(p.code for p in each) == ["0", "1", "2"]
