"""A plan is computed from the records, kept with its certificate, checked whenever it is shown, and says when it is old."""

import json
from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from liangxing.evidence import store
from liangxing.jobs import workers
from liangxing.jobs.models import Job, State
from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import correct, write
from liangxing.records.lines import read_lines
from liangxing.register.models import Resident
from liangxing.rooms.safety.actions.evacuation import compute
from liangxing.rooms.safety.evacuation.faults import Unsound
from liangxing.rooms.safety.evacuation.verify import verify
from liangxing.rooms.safety.forms import EvacuationPlanForm
from liangxing.rooms.safety.models import DrillPlan, DrillResult, EvacuationPlan
from liangxing.rooms.safety.queries.network import Scenario
from liangxing.rooms.safety.queries.plans import building_times, changed, checked, document, plans, way_out

from .yard import DAY, closed, drawn

BASE = "/430103001001/safety/"


@pytest.fixture
def there(who):
    return drawn(who)


def computed(who, day=None, **scenario):
    return compute(who["community"], day or localdate(), Scenario(**scenario), by=who["by"], rounds=3)


def test_what_is_computed_is_kept_with_a_certificate_that_anybody_can_check(there, who):
    plan = computed(who)
    told = document(plan.digest)
    verdict = verify(document(told["certificate"]))
    assert (verdict.people, verdict.clearance_s) == (plan.people, plan.least_s) == (12, plan.least_s)
    assert plan.at_least_s < plan.least_s <= plan.planned_s
    assert (plan.estimated_widths, plan.ways, plan.cutting_ways) == (1, 4, 2)
    assert checked(plan, told).verdict == verdict
    assert [card["ways"] for card in told["cards"]] == [["G", "M"], ["G", "M"]]
    assert all(0 < card["at_least_s"] < card["safe_s"] for card in told["cards"])


def test_a_document_that_was_changed_is_not_shown(there, who, come_in):
    plan = computed(who)
    path = store.path(plan.digest)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"planned_s": 5}))
    page = come_in("worker").get(f"{BASE}evacuation/").content.decode()
    assert "不在库中" in page
    assert "5 秒" not in page


def test_a_record_that_says_less_than_its_certificate_is_told(there, who, come_in):
    plan = correct(computed(who), by="worker", people=11)
    assert checked(plan, document(plan.digest)).verdict is None
    assert "不认可" in come_in("worker").get(f"{BASE}evacuation/").content.decode()


def test_a_plan_is_out_of_date_as_soon_as_the_network_or_the_register_says_something_else(there, who, come_in):
    plan = computed(who)
    told = document(plan.digest)
    assert changed(plan, told) == []
    correct(there.ways["G"], by="worker", width_m="1.2")
    assert changed(plan, told) == ["G"]
    write(Resident(code="new", household=there.homes[0], name="x", day=DAY), **who)
    assert changed(plan, told) == ["G", "house-a"]
    assert "已经过时" in come_in("worker").get(f"{BASE}evacuation/").content.decode()


def test_the_newest_plan_of_its_sort_holds_and_the_earlier_one_until_then(there, who):
    first = computed(who, localdate() - timedelta(days=30))
    again = computed(who)
    assert list(plans(who["community"], localdate())) == [again]
    assert EvacuationPlan.objects.known().get(fact=first.fact).until == localdate()
    assert computed(who).fact == again.fact
    day = computed(who, time="day")
    assert list(plans(who["community"], localdate())) == [EvacuationPlan.objects.known().get(fact=again.fact), day]
    assert plans(who["community"], localdate() + timedelta(days=370)).count() == 0


def test_figures_tell_the_plan_in_date_and_its_bracket(there, who):
    today = Period.until(localdate())
    assert figure("safety.evacuation_plans", who["community"], today) is None
    plan = computed(who)
    told = {key: figure(f"safety.evacuation_{key}", who["community"], today)
            for key in ("plans", "at_least", "least", "planned", "people", "cutting")}  # fmt: skip
    assert told == {"plans": 1, "at_least": plan.at_least_s, "least": plan.least_s, "planned": plan.planned_s,
                    "people": 12, "cutting": 2}  # fmt: skip
    assert f"{figure('safety.measured_share', who['community'], today):.2f}" == "0.75"


def test_nothing_is_written_when_there_is_no_way_out(there, who):
    closed(who, there.ways["G"])
    with pytest.raises(Unsound):
        computed(who)
    assert EvacuationPlan.objects.count() == 0


def test_a_plan_cannot_be_typed_or_imported(who, come_in):
    row = {"code": "x", "time": "night", "day": "2026-05-03"}
    (line,) = read_lines(EvacuationPlanForm, [row], community=who["community"])
    assert "不能手填" in " ".join(line.errors["__all__"])
    assert come_in("worker").post(f"{BASE}evacuationplan/write/", row).status_code == 422


def test_it_is_asked_for_computed_beside_the_pages_and_read(there, who, come_in):
    browser = come_in("worker")
    assert "还没有算过方案" in browser.get(f"{BASE}evacuation/").content.decode()
    job = browser.post(f"{BASE}evacuation/", {"time": "night", "cause": ""})["Location"]
    assert workers.work_once()
    plan = EvacuationPlan.objects.get()
    assert f"?plan={plan.pk}" in browser.get(job).content.decode()
    page = browser.get(f"{BASE}evacuation/").content.decode()
    for said in ("证明刚刚核验通过", "以填报的宽度、人数和步速为准", "4 条通道中有 1 条", "Main Street"):
        assert said in page, said
    assert "保证" not in page
    for part, said in (("film", "人已到达"), ("what-if", "断路"), ("cards", "A-1"), ("again", "封闭")):
        assert said in browser.get(f"{BASE}evacuation/{plan.pk}/{part}/").content.decode(), part
    certificate = browser.get(f"{BASE}evacuation/{plan.pk}/certificate.json")
    assert verify(json.loads(certificate.content)).clearance_s == plan.least_s
    assert browser.get(f"{BASE}evacuation/verify.py").content.startswith(b'"""')


def test_a_job_that_finds_no_way_out_says_so_in_the_language_of_whoever_asked(there, who, come_in):
    closed(who, there.ways["G"])
    browser = come_in("worker")
    browser.post(f"{BASE}evacuation/", {"time": "night", "cause": ""})
    workers.work_once()
    job = Job.objects.get()
    assert (job.state, "A-1" in job.refused, "open way" in job.refused) == (State.REFUSED, True, False)


@pytest.mark.parametrize("path", ["evacuation/", "ways/"])
def test_a_fault_leads_to_the_record_to_mend(path, there, who, come_in):
    correct(there.shelter, by="worker", capacity=None)
    page = come_in("worker").get(f"{BASE}{path}").content.decode()
    assert "没有填容量" in page
    assert f"{BASE}shelter/" in page


@pytest.mark.parametrize("told", [{"time": "noon", "cause": ""}, {"time": "day", "cause": "works"}, {}])
def test_what_cannot_be_asked_is_not_there(told, there, come_in):
    assert come_in("worker").post(f"{BASE}evacuation/", told).status_code == 404


@pytest.mark.parametrize("role", ["public", "resident", "volunteer", "assessor"])
def test_who_has_no_desk_sees_no_plan_by_building(role, there, who, come_in, client):
    plan = computed(who)
    browser = client if role == "public" else come_in(role)
    for part in ("", f"{plan.pk}/film/", f"{plan.pk}/cards/", f"{plan.pk}/certificate.json"):
        assert browser.get(f"{BASE}evacuation/{part}").status_code == (302 if role == "public" else 404)


def test_in_the_middle_people_are_sent_round_what_is_closed_or_told_that_no_way_is_left(there, who, come_in):
    plan = computed(who)
    browser = come_in("worker")
    page = browser.get(f"{BASE}evacuation/{plan.pk}/again/?minutes=1").context["found"]
    assert page.safe + page.people == 12
    shut = browser.get(f"{BASE}evacuation/{plan.pk}/again/?minutes=0&closed=G")
    assert shut.context["found"] is None
    assert shut.context["refused"]
    over = browser.get(f"{BASE}evacuation/{plan.pk}/again/?minutes=200").context["found"]
    assert (over.safe, over.people) == (12, 0)
    assert browser.get(f"{BASE}evacuation/{plan.pk}/again/?minutes=x").status_code == 200
    late = browser.get(f"{BASE}evacuation/{plan.pk}/again/?minutes=200&inside+A-1=4&inside+B-1=&inside+C-1=3")
    assert (late.context["found"].safe, late.context["found"].people) == (8, 4)
    assert {row.spot: row.people for row in late.context["found"].rows} == {"house-a": 4}
    assert 'value="4"' in late.content.decode()


def test_the_last_drill_is_a_line_beside_the_proof_and_the_plan(there, who, come_in):
    plan = computed(who)
    drill = write(DrillPlan(code="D", title="三月演练", scenario="fire", day=DAY), **who)
    for house, seconds in zip(there.houses, (plan.planned_s // 2, 10 * plan.planned_s), strict=True):
        write(DrillResult(plan=drill, building=house, arrived_s=seconds, day=DAY), **who)
    page = come_in("worker").get(f"{BASE}evacuation/")
    line = page.context["curves"][-1]
    assert (line.key, line.d.count("V"), line.d.endswith("V50.00H100")) == ("drill", 1, True)
    assert [row.building.code for row in page.context["tried"]] == ["A-1", "B-1"]
    assert "三月演练" in page.content.decode()


def test_a_building_is_told_the_way_of_the_plan_and_how_fast_it_can_be(there, who):
    house = there.houses[0]
    assert way_out(house, localdate()) is None
    assert building_times(who["community"], localdate()) == {}
    computed(who)
    way = way_out(house, localdate())
    assert (way.ways, way.shelter_name, way.wave) == (("north gate", "Main Street"), "square", 1)
    least, safe = building_times(who["community"], localdate())["A-1"]
    assert 0 < least < safe <= way.safe_min * 60
    assert way_out(house, date(2026, 1, 1)) is None
