"""The whole folder imported: every figure of the report comes out of rows, and wrong lines come back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from demo import accounts, hall, make, wrong
from demo.facts import FACTS, REPORT_DAY, TODAY
from demo.pictures import attach
from liangxing.evidence.channels.workbook.accept import accept
from liangxing.kernel.period import Period
from liangxing.measures.figures import figures
from liangxing.register.rights import posts_of

# By hand from facts.toml; what the report states as "over" is asked for separately.
STATED = {
    "register.area": Decimal("0.6"),
    "register.buildings": 93,
    "register.households": 3324,
    "register.organisations_resident": 2,
    "register.estates": 6,
    "honours.held": 10,
    "honours.provincial": 2,
    "honours.city": 8,
    "governance.founding_groups": 1,
    "governance.founding_group_leaders": 1,
    "governance.founding_group_deputies": 1,
    "governance.joint_council_kinds": 5,
    "governance.rule_of_law_led_by_secretary": 1,
    "governance.opinion_meeting_kinds": 4,
    "outreach.campaigns": 3,
    "outreach.campaigns_held": 3,
    "outreach.calls": 6,
    "outreach.cooling_threshold": 26,
    "environment.estate_works": 4,
    "environment.pavements_relaid": 2,
    "environment.shop_signs_unified": 1,
    "environment.sorted_bins": 60,
    "enterprises.paid": 50_000,
    "enterprises.branches": 21,
    "enterprises.branches_full": 21,
    "enterprises.joint_unions": 1,
    "enterprises.joint_unions_approved": 1,
    "casework.stations": 1,
    "safety.bases": 1,
}
AT_LEAST = {
    "register.residents": 8001,
    "environment.parking_added": 301,
    "activities.lessons": 3,
    "activities.topic_water": 1,
    "activities.topic_food": 1,
    "activities.topic_environment": 1,
    "activities.topic_environment_day": 1,
    "activities.topic_law": 1,
    "activities.sanitation_days": 12,
    "activities.drills": 1,
    "environment.clearances": 1,
    "elections.held": 1,
    "bookbar.loans": 1,
    "volunteers.pairs": 1,
    "volunteers.environment_volunteers": 1,
    **{f"saving.households_with_{k}": 1 for k in ("appliances", "lamps", "stoves", "clean_energy", "insulation")},
    **{f"outreach.pledging_{call}": 1 for call in FACTS["six_calls"]},
}


def of(community, period, keys):
    return figures(keys, community, period)


@pytest.fixture
def today(monkeypatch):
    """The demonstration's own today, whenever the tests are run."""
    for module in ("liangxing.records.forms", "liangxing.register.rights"):
        monkeypatch.setattr(f"{module}.localdate", lambda *_a, **_k: TODAY)
    return TODAY


def test_the_report_comes_out_of_rows(jinhui, tmp_path, today):
    accounts.create(jinhui.code)
    files = make.make(tmp_path, today)
    bad = {}
    for file in files:
        outcome = accept([(file, file.name)], community=jinhui, by="worker")
        assert outcome.read.refused == [], file.name
        unknown = {sheet.name: sheet.header.unknown for sheet in outcome.read.sheets if sheet.header.unknown}
        assert unknown == {} or file.name == make.WRONG
        bad[file.name] = {s.name: [ln.number for ln in s.lines if ln.errors] for s in outcome.read.sheets}
        if file.name == make.WRONG:
            lines = [line for sheet in outcome.read.sheets for line in sheet.lines]
            assert outcome.kept == 0
            assert len([line for line in lines if not line.errors]) == wrong.GOOD_LINES
            assert len(bad[file.name]) == len(wrong.tables())
            assert outcome.wrong is not None
        else:
            assert not any(bad[file.name].values()), (file.name, bad[file.name])
    _figures(jinhui)
    _accounts(jinhui)
    assert attach(jinhui, today) > 200
    assert attach(jinhui, today) == 0
    again = [
        accept([(f, f.name)], community=jinhui, by="worker").kept for f in files if f.name[:2] in ("01", "09", "16")
    ]
    assert again == [0, 0, 0]
    assert hall.live(jinhui, localdate()) > 0
    assert hall.live(jinhui, localdate()) == 0


def _figures(community):
    ever = Period.until(REPORT_DAY)
    assert of(community, ever, STATED) == STATED
    found = of(community, ever, AT_LEAST)
    assert {key: value for key, value in found.items() if value is None or value < AT_LEAST[key]} == {}
    for got in FACTS["enterprise_support"]:
        paid = of(community, Period.year(got["year"]), ["enterprises.paid"])
        assert paid == {"enterprises.paid": got["amount_cny"]}
    month = Period.parse(FACTS["union"]["founded"])
    assert of(community, month, ["enterprises.joint_unions"]) == {"enterprises.joint_unions": 1}
    before = of(community, Period.until(month.first - timedelta(days=1)), ["enterprises.joint_unions"])
    assert before["enterprises.joint_unions"] != 1
    now = of(community, Period.year(TODAY.year), ["activities.held", "environment.bins_2019"])
    assert now["activities.held"] > 30
    assert now["environment.bins_2019"] == 60


def _accounts(community):
    for account in accounts.ACCOUNTS:
        assert posts_of(community, account=account.user), account.user
