"""The check on a database: what was recorded is what a text is held against."""

import io
from datetime import date
from decimal import Decimal

import pytest

from liangxing.activities.models import Activity
from liangxing.kernel.period import Period
from liangxing.measures.measure import MEASURES
from liangxing.records.actions import write, write_many
from liangxing.register.models import Building, Organisation, Place
from liangxing.reports.blocks import Stated
from liangxing.reports.check import check_file
from liangxing.reports.check.recorded import recorded
from liangxing.reports.claim import state
from liangxing.reports.sent.actions import Letter, send, tell
from liangxing.reports.sent.living import living, statements
from liangxing.rooms.enterprises.models import Payment, Policy, Union
from liangxing.rooms.environment.models import Works
from liangxing.rooms.governance.models import OpinionMeeting
from liangxing.rooms.honours.models import Alias, Honour

DAY = date(2012, 5, 1)


@pytest.fixture
def kept(who):
    write_many([Building(code=str(n), day=DAY) for n in range(3)], **who)
    title = write(Honour(code="R1", name="省级综合防灾示范社区", level="province", field="safety", day=DAY), **who)
    write(Alias(honour=title, name="全省防灾减灾示范社区", day=DAY), **who)
    firm = write(Organisation(code="F", name="临溪食品有限公司", sort="enterprise", day=DAY), **who)
    policy = write(Policy(code="P", name="奖励", issuer="区", output_cny=Decimal(5000000), day=DAY), **who)
    write(Payment(organisation=firm, policy=policy, year=2012, amount_cny=Decimal(30000), day=DAY), **who)
    write(Union(code="U", name="东岸楼宇联合工会", joint=True, day=date(2012, 9, 6)), **who)
    road = write(Place(code="L", name="玉兰路", sort="road", day=DAY), **who)
    write(Works(code="W1", name="重铺", sort="pavement", road=road, day=DAY), **who)
    write(Works(code="W2", name="疏通", sort="ditch", day=DAY), **who)
    write(OpinionMeeting(code="M", sort="party", day=DAY), **who)


def test_everything_on_record_is_gathered(kept, jinhui):
    found = recorded(jinhui, date(2013, 3, 31))
    assert found.figures["register.buildings"] == 3
    assert found.figures["environment.parking_added"] is None
    assert [(h.title, h.level, h.names) for h in found.honours] == [
        ("省级综合防灾示范社区", "province", ("全省防灾减灾示范社区",))
    ]
    (paid,) = found.payments
    assert (paid.enterprise, paid.year, paid.amount_cny, paid.condition_cny) == (
        "临溪食品有限公司",
        2012,
        30000,
        5000000,
    )
    assert [(n.name, n.day) for n in found.named] == [("东岸楼宇联合工会", date(2012, 9, 6))]
    assert {(i.measure, i.name) for i in found.items} == {
        ("environment.pavements_relaid", "玉兰路"), ("environment.estate_works", "沟渠"),
        ("governance.opinion_meeting_kinds", "党员会议"),
    }  # fmt: skip


def test_what_is_not_yet_recorded_on_the_day_is_not_there(kept, jinhui):
    early = recorded(jinhui, date(2012, 6, 1))
    assert early.named == ()
    assert len(early.honours) == 1


def test_a_file_is_held_against_the_records(kept, jinhui):
    text = "社区有楼栋4栋。2012年9月,东岸楼宇联合工会挂牌成立。临溪食品有限公司2012年获3万元奖励。"
    found = check_file(io.BytesIO(text.encode()), "汇报.txt", jinhui, date(2013, 3, 31))
    assert [(c.text, c.verdict) for c in found.claims] == [
        ("4栋", "differs"), ("2012年9月", "borne_out"), ("东岸楼宇联合工会", "borne_out"), ("3万元", "borne_out"),
    ]  # fmt: skip
    assert not found.good


def test_every_word_belongs_to_a_measure(vocabulary):
    assert set(vocabulary) <= set(MEASURES)
    for said in vocabulary.values():
        measure = MEASURES[said.key]
        for column in filter(None, (said.list, said.named)):
            assert measure.of._meta.get_field(column)


def test_a_report_of_another_community_is_held_against_its_own_records(kept, db):
    from liangxing.ledger.models import Community

    other = Community.objects.create(code="430103002007", name="柳塘社区")
    theirs = {"community": other, "by": "worker"}
    write_many([Building(code=f"L{n}", day=DAY) for n in range(5)], **theirs)
    write(Honour(code="R9", name="市级书香社区", level="city", field="culture", day=DAY), **theirs)
    text = "柳塘社区有居民楼5幢,先后荣获市级书香社区、省级综合防灾示范社区。".encode("gb18030")
    found = check_file(io.BytesIO(text), "汇报.txt", other, date(2013, 3, 31))
    assert [(c.text, c.verdict) for c in found.claims] == [
        ("5幢", "borne_out"), ("市级书香社区", "borne_out"), ("省级综合防灾示范社区", "not_recorded"),
    ]  # fmt: skip
    assert found.other == ""


def test_what_happened_is_counted_in_the_days_that_the_text_names(who, jinhui):
    for n, month in enumerate((2, 5, 6)):
        write(Activity(code=f"A{n}", title="课堂", sort="lesson", attended=20, day=date(2012, month, 3)), **who)
    text = "2012年上半年,开展课堂3场。2012年一季度,开展课堂3场。2012年5月,开展课堂1场。"
    found = check_file(io.BytesIO(text.encode()), "汇报.txt", jinhui, date(2013, 3, 31))
    assert [(c.text, c.verdict, c.recorded, c.period) for c in found.claims] == [
        ("3场", "borne_out", "3", "2012-01-01..2012-06-30"), ("3场", "differs", "1", "2012-01-01..2012-03-31"),
        ("1场", "borne_out", "1", "2012-05-01..2012-05-31"),
    ]  # fmt: skip


def test_a_document_that_was_sent_with_a_wrong_figure_is_named_until_its_receiver_was_told(kept, who, jinhui):
    day = date(2013, 1, 10)
    stated = [Stated("p-1", "3", state(jinhui, "register.buildings", Period.until(day), day))]
    send(Letter("form", "disaster", "减灾能力表", day, "zh-hans", stated), to="区应急局", community=jinhui, by="worker")
    text = "社区有楼栋3栋。".encode()
    asked = date(2013, 3, 31)
    assert check_file(io.BytesIO(text), "汇报.txt", jinhui, asked).claims[0].verdict == "borne_out"
    write(Building(code="late", day=DAY), **who)
    found = check_file(io.BytesIO("社区有楼栋4栋。".encode()), "汇报.txt", jinhui, asked).claims[0]
    assert (found.verdict, found.sent.title, found.sent.value) == ("contradicts", "减灾能力表", 3)
    tell(living(jinhui, statements(jinhui)), community=jinhui, by="worker")
    assert (
        check_file(io.BytesIO("社区有楼栋4栋。".encode()), "汇报.txt", jinhui, asked).claims[0].verdict == "borne_out"
    )
