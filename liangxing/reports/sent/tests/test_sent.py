"""A figure that was sent is watched over: it holds, or its receiver is told what it is now, and why."""

from datetime import date

import pytest
from django.utils.timezone import localdate
from django.utils.translation import override

from liangxing.activities.models import Activity
from liangxing.kernel.errors import Refused
from liangxing.kernel.period import Period
from liangxing.ledger.verify import verify
from liangxing.records.actions import correct, strike, write
from liangxing.reports.blocks import Stated
from liangxing.reports.claim import state
from liangxing.reports.sent.actions import Letter, send, tell
from liangxing.reports.sent.contradictions import contradictions, within
from liangxing.reports.sent.letter import erratum
from liangxing.reports.sent.living import built_on, living, statements
from liangxing.reports.sent.models import Dispatch, Erratum, Statement
from liangxing.reports.sent.standing import built, standing
from liangxing.reports.writing import write as write_document

LAST = date(2026, 5, 31)
MAY = Period.month(2026, 5)
BUREAU = "区城管局"


@pytest.fixture
def lesson(who):
    return write(Activity(code="A1", title="课堂", sort="lesson", attended=82, day=date(2026, 5, 3)), **who)


def letter(community, *measures, period=MAY, document="creation"):
    """A report that states *measures*."""
    some = [Stated(f"p-{n}", "82", state(community, key, period, LAST)) for n, key in enumerate(measures, 1)]
    return Letter("report", document, "工作汇报", LAST, "zh-hans", some)


@pytest.fixture
def sent(lesson, jinhui):
    return send(letter(jinhui, "activities.attended", "activities.held"), to=BUREAU, community=jinhui, by="worker")


def living_of(community):
    return {each.statement.measure: each for each in living(community, statements(community))}


def test_a_figure_holds_until_its_fact_is_corrected(sent, lesson, jinhui):
    assert all(each.holds for each in living_of(jinhui).values())
    correct(lesson, by="worker", why="签到表上是 65 人", attended=65)
    now = living_of(jinhui)
    assert now["activities.held"].holds
    attended = now["activities.attended"]
    assert (attended.holds, attended.now, attended.statement.value) == (False, 65, "82")
    assert "签到表上是 65 人" in attended.reason


def test_what_is_struck_or_comes_later_is_said_so(sent, lesson, jinhui, who):
    strike(lesson, by="worker", why="记重了")
    write(Activity(code="A2", title="课堂", sort="lesson", attended=7, day=date(2026, 5, 4)), **who)
    attended = living_of(jinhui)["activities.attended"]
    assert attended.now == 7
    assert "记重了" in attended.reason
    assert "；" in attended.reason


def test_a_correction_lists_what_was_built_on_it_and_nothing_else(sent, lesson, jinhui, who):
    other = write(Activity(code="A9", title="别的", sort="lesson", attended=1, day=date(2026, 7, 1)), **who)
    new = correct(lesson, by="worker", why="数错了", attended=65)
    assert sorted((e.statement.measure, e.holds) for e in built_on(new)) == [
        ("activities.attended", False),
        ("activities.held", True),
    ]
    assert built_on(other) == []


def test_the_receiver_is_told_once_and_again_when_it_changes_again(sent, lesson, jinhui):
    lesson = correct(lesson, by="worker", why="数错了", attended=65)
    broken = [each for each in living_of(jinhui).values() if each.untold]
    assert tell(broken, community=jinhui, by="worker") == 1
    assert not any(each.untold for each in living_of(jinhui).values())
    assert not living_of(jinhui)["activities.attended"].holds
    correct(lesson, by="worker", why="又数了一遍", attended=66)
    again = [each for each in living_of(jinhui).values() if each.untold]
    paper = erratum(jinhui, BUREAU, again, LAST, "zh-hans")
    assert [cell[0] for cell in paper.blocks[1].rows[0][3:5]] == ["65 人次", "66 人次"]
    assert tell(again, community=jinhui, by="worker") == 1
    assert verify(jinhui) is None


def test_a_figure_that_becomes_unknown_no_longer_holds(sent, lesson, jinhui):
    strike(lesson, by="worker", why="没有办")
    assert living_of(jinhui)["activities.attended"].now_said == "没有登记"


def test_sending_the_same_twice_on_one_day_keeps_one(sent, jinhui):
    again = letter(jinhui, "activities.attended", "activities.held")
    assert send(again, to=BUREAU, community=jinhui, by="worker").pk == sent.pk
    assert (Dispatch.objects.count(), Statement.objects.count()) == (1, 2)


def test_nobody_is_no_receiver_and_nothing_stated_is_not_sent(jinhui, lesson):
    with pytest.raises(Refused):
        send(letter(jinhui, "activities.held"), to="  ", community=jinhui, by="worker")
    with pytest.raises(Refused):
        send(letter(jinhui), to=BUREAU, community=jinhui, by="worker")


def test_a_stock_of_the_same_day_contradicts_however_the_days_began(jinhui, home):
    began = Period.until(LAST, first=date(2026, 1, 1))
    send(letter(jinhui, "register.households", period=began), to=BUREAU, community=jinhui, by="worker")
    same = letter(jinhui, "register.households", period=Period.until(LAST))
    assert contradictions(jinhui, same.stated) == []
    strike(home, by="worker", why="登记了两次")
    told = contradictions(jinhui, letter(jinhui, "register.households", period=Period.until(LAST)).stated)
    assert [(c.theirs.dispatch.receiver, c.theirs.value, c.theirs_holds) for c in told] == [(BUREAU, "1", False)]


def test_flows_of_other_days_are_no_contradiction(sent, jinhui):
    year = letter(jinhui, "activities.attended", period=Period.year(2025))
    assert contradictions(jinhui, year.stated) == []


def test_two_answers_within_one_document_are_found(jinhui, lesson):
    before = letter(jinhui, "activities.attended").stated
    correct(lesson, by="worker", why="数错了", attended=65)
    after = letter(jinhui, "activities.attended").stated
    assert len(within([*before, *after])) == 1
    assert within(before) == []


class TestPages:
    def address(self, jinhui, path=""):
        return f"/{jinhui.code}/reports/sent/{path}"

    def test_a_report_is_sent_and_its_page_is_open_to_all(self, come_in, client, lesson, jinhui):
        come_in("worker")
        page = client.get(self.address(jinhui, "new/creation/?day=2026-05-31"))
        assert page.status_code == 200
        gone = client.post(self.address(jinhui, "new/creation/?day=2026-05-31"), {"receiver": BUREAU}, follow=True)
        assert "都仍然相符" in gone.content.decode() or "个数字仍然相符" in gone.content.decode()
        correct(lesson, by="worker", why="张三说数错了", attended=65)
        assert "张三" in client.get(gone.redirect_chain[-1][0]).content.decode()
        client.logout()
        public = client.get(gone.redirect_chain[-1][0])
        assert public.status_code == 200
        assert "不再相符" in public.content.decode()
        assert "张三" not in public.content.decode()

    def test_what_contradicts_is_shown_before_it_goes_out(self, come_in, client, sent, lesson, jinhui):
        come_in("worker")
        correct(lesson, by="worker", why="数错了", attended=65)
        send(letter(jinhui, "activities.held", period=Period.until(LAST)), to=BUREAU, community=jinhui, by="worker")
        write(
            Activity(code="A7", title="课堂", sort="lesson", attended=1, day=date(2026, 5, 5)), community=jinhui, by="w"
        )
        address = self.address(jinhui, "new/creation/?day=2026-05-31")
        refused = client.post(address, {"receiver": "区民政局"})
        assert refused.status_code == 422
        assert BUREAU in refused.content.decode()
        assert client.post(address, {"receiver": "区民政局", "seen": "on"}).status_code == 302

    def test_errata_are_told_to_each_receiver(self, come_in, client, sent, lesson, jinhui):
        come_in("worker")
        new = correct(lesson, by="worker", why="数错了", attended=65)
        assert BUREAU in client.get(self.address(jinhui, "errata/")).content.decode()
        paper = client.get(self.address(jinhui, "errata/docx/"), {"to": BUREAU})
        assert paper.content.startswith(b"PK")
        client.post(self.address(jinhui, "errata/told/"), {"to": BUREAU})
        assert Erratum.objects.get().value == "65"
        client.get(self.address(jinhui, "errata/"))  # says once more that they were told
        assert BUREAU not in client.get(self.address(jinhui, "errata/")).content.decode()
        record = client.get(f"/{jinhui.code}/activities/activity/{new.pk}/").content.decode()
        assert "工作汇报" in record

    def test_the_list_is_the_desks(self, come_in, client, sent, jinhui):
        assert client.get(self.address(jinhui)).status_code == 302
        come_in("resident")
        assert client.get(self.address(jinhui)).status_code == 404
        client.logout()
        come_in("secretary")
        assert BUREAU in client.get(self.address(jinhui)).content.decode()


@pytest.fixture
def notice(jinhui, who):
    """A notice of a lesson to come, put up at the gate."""
    coming = write(Activity(code="A5", title="节能课堂", sort="lesson", day=LAST), **who)
    paper = Letter.of(write_document(jinhui, "notice", date(2026, 5, 20), record=coming))
    return coming, send(paper, to="东门公告栏", community=jinhui, by="worker")


def test_a_notice_no_longer_holds_when_the_record_that_it_quotes_says_otherwise(notice, jinhui):
    coming, sent = notice
    assert {each.quotation.column for each in standing(jinhui, dispatch=sent.fact)} == {"title", "day", "code"}
    assert all(each.holds for each in standing(jinhui))
    moved = correct(coming, by="worker", why="下雨改期", day=date(2026, 6, 2))
    [broken] = [each for each in standing(jinhui) if not each.holds]
    assert (broken.shown, broken.believed("zh-hans"), broken.untold) == ("2026年5月31日", "2026年5月31日", True)
    with override("zh-hans"):
        assert (broken.now_said, "下雨改期" in broken.reason) == ("2026年6月2日", True)
    assert {each.dispatch.pk for each in built(moved)} == {sent.pk}
    assert tell([broken], community=jinhui, by="worker") == 1
    assert not any(each.untold for each in standing(jinhui))
    strike(moved, by="worker", why="不办了")
    assert all(each.untold for each in standing(jinhui))
    assert verify(jinhui) is None


def test_what_is_quoted_is_shown_to_staff_alone(notice, jinhui, client, come_in):
    _coming, sent = notice
    address = f"/{jinhui.code}/reports/sent/{sent.pk}/"
    assert "节能课堂" not in client.get(address).content.decode().partition("<tbody")[2]
    assert "节能课堂" in come_in("worker").get(address).content.decode().partition("<tbody")[2]


def test_a_document_of_one_record_is_sent_from_its_page(jinhui, who, come_in):
    coming = write(Activity(code="A5", title="节能课堂", sort="lesson", day=localdate()), **who)
    client = come_in("secretary")
    page = f"/{jinhui.code}/reports/notice/of/activities.activity/{coming.pk}/"
    send_it = f"/{jinhui.code}/reports/sent/new/notice/of/activities.activity/{coming.pk}/"
    assert send_it in client.get(page).content.decode()
    assert client.get(send_it).status_code == 200
    assert client.post(send_it, {"receiver": "东门公告栏"}).status_code == 302
    assert Dispatch.objects.get().sort == "paper"
    assert "东门公告栏" in client.get(f"/{jinhui.code}/activities/activity/{coming.pk}/").content.decode()
