"""Works are told from the wish to the warranty; what is said of them is worked out from what was recorded."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from PIL import Image

from liangxing.activities.models import Activity
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import end, write
from liangxing.records.due import DUE
from liangxing.records.lines import State as Found
from liangxing.records.lines import read_lines
from liangxing.rooms.environment.forms import WorksForm, WorksOpinionForm
from liangxing.rooms.environment.models import (
    Problem,
    Works,
    WorksComplaint,
    WorksNeed,
    WorksOpinion,
    WorksPicture,
    WorksPlan,
    WorksStep,
)
from liangxing.rooms.environment.queries.works import line

DAY = date(2026, 3, 1)
SPRING = Period.year(2026)


@pytest.fixture
def plan(who):
    """A ditch that is to be dredged for at most 50,000 yuan."""
    return write(WorksPlan(code="JH1", name="沟渠疏通", sort="ditch", budget_cny=50000, due_on=date(2026, 5, 1), day=DAY),
                 **who)  # fmt: skip


def accepted(plan, who, **said):
    told = {"code": "GC1", "name": "沟渠疏通", "sort": "ditch", "day": date(2026, 5, 10), "cost_cny": 48000}
    return write(Works(plan_id=plan.fact if plan else None, **{**told, **said}), **who)


@pytest.mark.parametrize(
    ("budget", "cost", "found"),
    [(50000, 50000, "within"), (50000, 50001, "over"), (None, 1, "unknown"), (50000, None, "unknown")],
)
def test_the_cost_is_held_against_the_budget_of_the_plan(who, budget, cost, found):
    plan = write(WorksPlan(code="P", name="x", sort="ditch", budget_cny=budget, day=DAY), **who)
    assert accepted(plan, who, cost_cny=cost).within_budget == found
    assert accepted(None, who, code="GC2").within_budget == "unknown"


def test_the_figures_of_works_are_of_what_was_recorded(plan, who, jinhui):
    accepted(plan, who, accepted_by=",committee,residents,", warranty_until=date(2027, 5, 10))
    accepted(None, who, code="GC2", accepted_by=",committee,")
    write(WorksOpinion(plan=plan, stage="plan", asked=100, content=80, against=5, day=DAY), **who)
    wanted = {"works_planned": 1, "works_within_budget": 1, "works_budgeted": 1, "works_accepted": 2,
              "works_accepted_with_residents": 1, "works_opinions": 100}  # fmt: skip
    assert {key: figure(f"environment.{key}", jinhui, SPRING) for key in wanted} == wanted
    shares = {"works_within_budget_share": 1, "works_accepted_with_residents_share": 0.5,
              "works_opinions_in_favour_share": 0.8}  # fmt: skip
    assert {key: float(figure(f"environment.{key}", jinhui, SPRING)) for key in shares} == shares


@pytest.mark.parametrize(("day", "inside"), [(date(2026, 6, 30), True), (date(2026, 7, 1), False)])
def test_a_complaint_counts_in_warranty_while_it_runs(plan, who, jinhui, day, inside):
    works = accepted(plan, who, warranty_until=date(2026, 6, 30))
    problem = write(Problem(code="BS1", sort="water", day=day), **who)
    assert write(WorksComplaint(works=works, problem=problem, day=day), **who).in_warranty == inside
    assert figure("environment.works_complaints_in_warranty", jinhui, Period.year(day.year)) == inside


def test_the_desk_hears_of_an_acceptance_overdue_and_of_a_warranty_that_ends_with_complaints(plan, who):
    overdue, ends = DUE["environment.worksplan.not_accepted"], DUE["environment.works.warranty_ends"]
    today = date(2026, 5, 2)
    assert [*overdue.rows(WorksPlan.objects.known(), today)] == [plan]
    works = accepted(plan, who, warranty_until=date(2026, 6, 1))
    assert [*overdue.rows(WorksPlan.objects.known(), today)] == []
    problem = write(Problem(code="BS1", sort="water", day=today), **who)
    write(WorksComplaint(works=works, problem=problem, day=today), **who)
    assert [*ends.rows(Works.objects.known(), today)] == [works]
    end(problem, until=today, by="worker")
    assert [*ends.rows(Works.objects.known(), today)] == []


def test_one_line_tells_everything_in_the_order_in_which_it_happened(plan, who):
    meeting = write(Activity(code="YJ1", title="居民意见会", sort="meeting", day=date(2026, 2, 1)), **who)
    write(WorksNeed(plan=plan, activity=meeting, day=date(2026, 2, 1)), **who)
    for n, state in enumerate(("begun", "progress", "done"), 1):
        write(WorksStep(plan=plan, state=state, done_percent=n * 33, day=DAY + timedelta(n * 10)), **who)
    assert line(plan, None).stage == "done"
    told = line(plan, accepted(plan, who))
    names = ["worksneed", "worksplan", "worksstep", "worksstep", "worksstep", "works"]
    assert [one._meta.model_name for one in told.told] == names
    assert (told.stage, told.left_cny, told.late) == ("accepted", 2000, True)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"accepted_by": "residents,committee"}, None),
        ({"accepted_by": "residents,somebody"}, "accepted_by"),
        ({"day": "2026-02-01"}, "day"),
        ({"warranty_until": "2026-04-01"}, "warranty_until"),
    ],
)
def test_an_acceptance_names_kinds_of_people_and_days_that_can_be(plan, jinhui, said, wrong):
    row = {"code": "GC9", "name": "x", "sort": "ditch", "plan": "JH1", "day": "2026-05-10", **said}
    (found,) = read_lines(WorksForm, [row], community=jinhui)
    assert [*found.errors] == ([wrong] if wrong else [])


def test_no_more_households_answer_than_were_asked(plan, jinhui):
    row = {"plan": "JH1", "stage": "plan", "asked": "10", "content": "8", "against": "3", "day": "2026-03-02"}
    assert not WorksOpinionForm(row, community=jinhui).is_valid()
    (found,) = read_lines(WorksOpinionForm, [{**row, "against": "2"}], community=jinhui)
    assert found.state is Found.NEW


def at(name, *args):
    return reverse(f"environment.{name}", args=["430103001001", *args])


def photo(name="p.jpg", colour="sienna"):
    kept = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(kept, "JPEG")
    return SimpleUploadedFile(name, kept.getvalue(), "image/jpeg")


def test_a_picture_of_after_is_paired_with_the_one_of_before_from_its_spot(plan, come_in, jinhui):
    browser = come_in("worker")
    here = at("aim.attach", plan.fact)
    for spot, moment in ((1, "before"), (1, "after"), (2, "after")):
        sent = browser.post(here, {"file": photo(colour=f"#{spot}0{len(moment)}0a0"), "spot": spot, "moment": moment,
                                   "stands": "大门口"})  # fmt: skip
        assert sent.status_code == 302
    assert [(p.spot, p.moment, p.paired) for p in WorksPicture.objects.known().order_by("recorded_at")] == [
        (1, "before", False), (1, "after", True), (2, "after", False),
    ]  # fmt: skip
    assert figure("environment.works_paired", jinhui, Period.until(localdate())) == 1
    page = Client().get(at("line.read", plan.fact)).content.decode()
    assert page.count('class="pic compare"') == 1, "everybody sees the pair"
    assert browser.post(here, {"file": photo("p.exe"), "spot": 1, "moment": "after"}).status_code == 422


def test_works_of_old_have_a_line_too(who):
    works = accepted(None, who)
    page = Client().get(at("accepted.read", works.fact))
    assert "沟渠疏通" in page.content.decode()
    assert "沟渠疏通" in Client().get(at("lines.read")).content.decode()
