"""The report as it came: every figure and honour of the facts is found, nothing differs, each change is seen."""

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from liangxing.reports.check.check import check_text

from .conftest import DAY, RECORDED, REPORT

FACTS = tomllib.loads((REPORT.parent / "facts.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def found(vocabulary):
    return check_text(REPORT.read_text("utf-8"), vocabulary, RECORDED, day=DAY)


def test_the_unchanged_report_differs_in_nothing(found):
    verdicts = Counter(claim.verdict.value for claim in found.claims if claim.kind != "lost")
    assert set(verdicts) == {"borne_out", "said_twice", "two_names", "unproven"}
    assert (verdicts["said_twice"], verdicts["two_names"]) == (1, 1)


def test_every_figure_of_the_facts_is_found(found):
    place, green = FACTS["community"], FACTS["environment"]
    expected = {
        "register.area": place["area_km2"], "register.buildings": place["buildings"],
        "register.households": place["households"], "register.organisations_resident": place["organisations_resident"],
        "register.estates": place["estates"], "environment.sorted_bins": green["sorted_bins"],
        "enterprises.branches": FACTS["party_branches"]["helped_to_found"], "outreach.calls": len(FACTS["six_calls"]),
    }  # fmt: skip
    stated = {c.measure: c.stated for c in found.claims if c.kind == "figure"}
    assert {key: stated[key] for key in expected} == {key: f"{value:,}" for key, value in expected.items()}
    assert stated["register.residents"] == f"{place['population_at_least']:,}-8,999"
    assert stated["environment.parking_added"] == f"{green['parking_added_at_least']}-399"


def test_every_honour_of_the_facts_is_found(found):
    told = [(c.recorded, c.verdict) for c in found.claims if c.kind == "honour"]
    titles = [h["title_zh"] for h in FACTS["honour"]]
    assert {title for title, _verdict in told} == set(titles)
    assert told.count(("市两型创建工作先进单位", "said_twice")) == 1
    assert [c.text for c in found.claims if c.verdict == "two_names"] == ["全省防灾减灾示范社区"]


def test_every_payment_and_its_condition_is_found(found):
    sums = {c.stated for c in found.claims if c.kind == "payment" and c.verdict == "borne_out"}
    paid = FACTS["enterprise_support"]
    assert sums == {f"{p['amount_cny']:,}" for p in paid} | {f"{paid[1]['condition_output_cny']:,}"}


def test_places_point_into_the_file_as_given(found):
    for claim in found.claims:
        assert 0 <= claim.start < claim.end <= len(found.given)
    households = next(c for c in found.claims if c.measure == "register.households")
    assert found.given[households.start :].startswith("3324戶")
    council = next(c for c in found.claims if c.text == "党员代表")
    assert found.given[council.start : council.end] == "黨員代表"


def test_the_answer_for_programs_always_has_the_same_things(found):
    told = json.loads(json.dumps(found.as_json()))
    first = ("text", "start", "kind", "measure", "stated", "recorded", "verdict")
    assert {tuple(each) for each in told} == {(*first, "end", "period", "suggestion", "sentence", "sent")}
    assert {type(each["start"]) for each in told} == {int}


def test_signs_of_loss_are_told_with_their_place(found):
    signs = Counter(c.stated for c in found.claims if c.kind == "lost")
    assert signs == {"mask": 11, "quote": 19, "order": 2, "guess": 1, "end": 1}
    orders = [c.text for c in found.claims if c.stated == "order"]
    assert orders == ["二是", "3、"]
    assert next(c for c in found.claims if c.stated == "end").text == "公共安全教育"


CHANGES = {
    "0.6平方公": "0.8平方公", "93棟": "96棟", "3324": "3334", "8000余": "7000余", "2個企": "4個企", "6個純": "9個純",
    "六個號召": "七個號召", "26度": "25度", "60個分": "65個分", "300余": "400余", "2萬元獎": "6萬元獎", "2千萬": "5千萬",
    "獲3萬元": "獲9萬元", "21家": "22家", "去年9月": "去年3月",
}  # fmt: skip


@pytest.mark.parametrize("old", CHANGES)
def test_each_changed_figure_is_seen_and_nothing_else(vocabulary, report, old):
    assert report.count(old) == 1, "the change must be one place"
    told = check_text(report.replace(old, CHANGES[old]), vocabulary, RECORDED, day=DAY).claims
    assert [c.verdict.value for c in told if c.kind != "lost" and c.verdict == "differs"] == ["differs"]


def test_a_broken_sign_of_a_list_and_a_file_are_the_same_report(found, vocabulary, tmp_path: Path):
    again = check_text(found.read, vocabulary, RECORDED, day=DAY)
    kinds = [(c.kind, c.measure, c.verdict) for c in again.claims if c.kind != "lost"]
    assert kinds == [(c.kind, c.measure, c.verdict) for c in found.claims if c.kind != "lost"]
