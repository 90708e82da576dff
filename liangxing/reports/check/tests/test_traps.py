"""Each trap of the first trial, and each of texts of other communities, by its name."""

from datetime import date

import pytest

from liangxing.reports.check.check import check_text

from .conftest import DAY, RECORDED


def only(check, text, **more):
    (claim,) = check(text, **more)
    return claim


def test_a_threshold_is_equal_and_not_at_least(check):
    assert only(check, "夏天空调温度不低于26度。") == (
        "不低于26度",
        "threshold",
        "outreach.cooling_threshold",
        "borne_out",
    )
    assert only(check, "夏天空调温度不低于16℃。")[3] == "differs"
    assert only(check, "夏天空调温度不低于28℃。")[3] == "differs"


def test_and_ends_what_belongs_to_a_number(check):
    two, six = check("辖区2个企事业单位和6个纯居民的开发商住小区。")
    assert (two[2], two[3], six[2], six[3]) == (
        "register.organisations_resident",
        "borne_out",
        "register.estates",
        "borne_out",
    )


def test_sums_are_bound_by_enterprise_and_year_and_never_to_each_other(check):
    text = "湖南湘牛环保有限公司2011年获得区域发展2万元奖励,2012年申请到规模企业产值达到2千万元获3万元奖励。"
    assert [(c[0], c[2], c[3]) for c in check(text)] == [
        ("2万元", "enterprises.payments", "borne_out"),
        ("2千万元", "enterprises.policies", "borne_out"),
        ("3万元", "enterprises.payments", "borne_out"),
    ]
    swapped = text.replace("2万元奖励", "8万元奖励").replace("获3万元", "获2万元")
    assert [c[3] for c in check(swapped)] == ["differs", "borne_out", "differs"]


def test_a_sum_for_a_year_without_a_row_is_not_recorded(check):
    assert only(check, "湖南湘牛环保有限公司2009年获得2万元奖励。")[3] == "not_recorded"
    assert only(check, "湖南大林机电有限公司2011年获得2万元奖励。")[3] == "not_recorded"


def test_an_honour_that_stands_twice_in_a_list_is_said_twice(check):
    told = check("社区荣获**市两型创建工作先进单位、市级文明社区、**市两型创建工作先进单位等荣誉。")
    assert [c[3] for c in told] == ["borne_out", "borne_out", "said_twice"]


def test_one_honour_under_two_names_is_found_with_and_without_its_recorded_other_name(check):
    text = "社区荣获省级综合防灾示范社区。在荣获全省防灾减灾示范社区的基础上,开展工作。"
    assert [c[3] for c in check(text)] == ["borne_out", "two_names"]
    plain = type(RECORDED)(RECORDED.figures, tuple(type(h)(h.title, h.level) for h in RECORDED.honours))
    assert [c[3] for c in check(text, recorded=plain)] == ["borne_out", "two_names"]


def test_an_honour_of_another_level_marks_no_recorded_one_as_seen(check):
    told = check("社区荣获全国文明社区、市级文明社区。")
    assert [(c[0], c[3]) for c in told] == [("全国文明社区", "not_recorded"), ("市级文明社区", "borne_out")]
    assert only(check, "社区荣获省级文明社区。")[3] == "differs"


@pytest.mark.parametrize(
    "aim", ["我社区以创建市级文明社区为目标。", "全力创建省级“两型”示范社区。", "积极申报全国综合减灾示范社区。"]
)
def test_an_aim_is_no_honour(check, aim):
    assert check(aim) == []


def test_a_title_may_hold_the_word_create_and_the_name_of_another_title(check):
    (claim,) = check("荣获**市创建全国文明城市工作先进集体。")
    assert claim[0] == "**市创建全国文明城市工作先进集体"
    assert [c[0] for c in check("荣获全省创建和谐社区先进单位。")] == ["全省创建和谐社区先进单位"]


def test_last_september_is_the_one_before_the_report(check):
    text = "去年9月,和庄楼宇联合工会正式挂牌成立。"
    assert [c[3] for c in check(text)] == ["borne_out", "borne_out"]
    assert [c[3] for c in check(text.replace("9月", "6月"))] == ["differs", "borne_out"]
    assert [c[3] for c in check("9月,和庄楼宇联合工会正式挂牌成立。")] == ["borne_out", "borne_out"]


def test_last_september_of_a_text_that_is_checked_years_later(check):
    text = "2012年开展活动。去年9月,和庄楼宇联合工会正式挂牌成立。"
    assert [c[3] for c in check(text, day=date(2026, 5, 1))] == ["borne_out", "borne_out"]


def test_a_share_is_never_more_than_the_whole(check):
    from liangxing.reports.check.quantities import quantities

    (most,) = quantities("九成以上")
    assert (most.low, most.high, most.unit) == (90, 100, "%")


@pytest.mark.parametrize(
    "text",
    [
        "以十八大精神为指导",
        "春蕾1+1服务基地",
        "深化两型意识",
        "不使用一次性碗筷",
        "一水多用",
        "二是加强",
        "(一)规范",
        "1、组织",
        "天虹百货",
    ],
)
def test_words_that_look_like_numbers_are_none(check, text):
    assert check(text) == []


@pytest.mark.parametrize("text", ["组织120户居民开展大扫除。", "走访困难家庭46户。", "3户居民家庭受到表彰。"])
def test_a_number_of_some_is_not_held_against_the_whole(check, text):
    assert only(check, text)[3] in {"not_recorded", "unclear"}


def test_parts_after_among_them_are_asked_and_not_said(check):
    told = check("成员单位36家,其中,事业单位9家,企业6家。")
    assert "differs" not in [c[3] for c in told]


def test_a_plan_is_no_claim(check):
    assert check("计划明年再增设停车位200个。") == []


def test_family_planning_is_no_plan(check):
    assert only(check, "荣获计划生育奖等11项荣誉。") == ("11项", "figure", "honours.held", "differs")


def test_what_depends_on_a_period_is_asked_and_not_said(check):
    assert only(check, "开展活动50场。") == ("50场", "figure", "activities.held", "unclear")


def test_a_number_that_a_lost_character_touches_is_asked(vocabulary):
    (claim, *_) = [c for c in check_text("总人口?237人。", vocabulary, RECORDED, day=DAY).claims if c.kind != "lost"]
    assert claim.verdict in {"unclear", "not_recorded"}


def test_a_noun_before_may_serve_a_number_of_its_unit(check):
    assert [(c[2], c[3]) for c in check("常住人口3324户,8237人。")] == [
        ("register.households", "borne_out"), ("register.residents", "borne_out"),
    ]  # fmt: skip


def test_what_nobody_recorded_is_not_recorded_though_the_measure_is_known(check):
    assert only(check, "增设避难场所3处。") == ("3处", "figure", "safety.shelters", "not_recorded")
