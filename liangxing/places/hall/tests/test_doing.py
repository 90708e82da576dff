"""What a household does in the hall, and what it may not."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from liangxing.activities.models import SignIn
from liangxing.kernel.period import Period
from liangxing.ledger.models import Act, Entry
from liangxing.measures.figures import figure, figures
from liangxing.places.hall import codes
from liangxing.records.actions import correct, end, strike, write
from liangxing.rooms.bookbar.models import Loan, Return
from liangxing.rooms.elections.models import Vote
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.outreach.models import Pledge
from liangxing.rooms.safety.models import CheckIn

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


def sign_in_page(lives):
    return to("hall.activity.signin", lives.held.fact) + "?t=" + codes.signature("sign-in", lives.held.fact)


def test_one_tap_signs_the_household_in_and_twice_adds_nothing(lives, as_ours):
    for _ in range(2):
        as_ours.post(sign_in_page(lives), {"people": "2"})
    assert [(s.household, s.people) for s in SignIn.objects.all()] == [(lives.ours, 2)]
    as_ours.post(sign_in_page(lives), {"people": "3"})
    assert SignIn.objects.known().get().people == 3
    as_ours.post(sign_in_page(lives), {"people": "99"})
    assert SignIn.objects.known().get().people == 1, "more than live there is no number"


def test_a_code_of_another_activity_or_day_signs_nobody_in(lives, as_ours, who):
    from liangxing.activities.models import Activity

    old = write(Activity(code="old", title="x", sort="lesson", day=localdate() - timedelta(days=2)), **who)
    page = to("hall.activity.signin", old.fact)
    assert as_ours.get(page + "?t=" + codes.signature("sign-in", lives.held.fact)).status_code == 404
    assert as_ours.post(page + "?t=" + codes.signature("sign-in", old.fact)).status_code == 409
    assert as_ours.get(page + "?t=" + codes.signature("check-in", old.fact)).status_code == 404
    assert not SignIn.objects.exists()


def test_a_pledge_is_given_taken_back_with_words_and_given_again(lives, as_ours):
    page, call = to("hall.home.pledge"), lives.calls[0]
    for _ in range(2):
        as_ours.post(page, {"call": call.fact, "give": "1"})
    (given,) = Pledge.objects.known()
    assert (given.household, given.call) == (lives.ours, call)
    as_ours.post(page, {"call": call.fact, "why": "搬家了"})
    assert not Pledge.objects.known().exists()
    assert Act.objects.get(name="outreach.pledge.strike").why == "搬家了"
    as_ours.post(page, {"call": call.fact, "give": "1"})
    assert Pledge.objects.known().count() == 1


def test_a_book_is_borrowed_and_returned_on_trust(lives, as_ours):
    page = to("hall.loans.borrow")
    for _ in range(2):
        as_ours.post(page, {"code": " b001 "})
    loan = Loan.objects.get()
    assert (loan.book, loan.household) == (lives.book, lives.ours)
    wrong = as_ours.post(page, {"code": "B999"})
    assert wrong.status_code == 422
    assert "B999" in wrong.content.decode()
    for _ in range(2):
        as_ours.post(page, {"loan": loan.fact})
    assert Return.objects.count() == 1


def test_a_book_of_another_household_is_not_returned(lives, as_ours, who):
    loan = write(Loan(code="L", book=lives.book, household=lives.theirs, day=localdate()), **who)
    assert as_ours.post(to("hall.loans.borrow"), {"loan": loan.fact}).status_code == 404


def vote(client, question, choice):
    return client.post(to("hall.question.vote", question.fact), {"choice": choice}, follow=True)


def test_a_household_has_one_vote_and_can_change_it_until_the_end(lives, as_ours, jinhui):
    for choice in ("同意", "同意", "不同意", "弃权"):
        vote(as_ours, lives.asked, choice)
    assert [v.choice for v in Vote.objects.known().filter(question=lives.asked)] == ["不同意"]
    assert figure("elections.question_votes", jinhui, Period.until(localdate())) == 2
    end(lives.asked, until=localdate(), by="worker")
    vote(as_ours, lives.asked, "同意")
    assert [v.choice for v in Vote.objects.known().filter(question=lives.asked)] == ["不同意"]
    body = as_ours.get(to("hall.question.read", lives.asked.fact)).content.decode()
    assert Vote.objects.known().get(question=lives.asked).ballot[:8] in body
    assert "的参与率 50" in body, body


def test_no_count_is_told_before_the_end(lives, as_ours, client):
    vote(as_ours, lives.asked, "同意")
    client.logout()
    body = client.get(to("hall.question.read", lives.asked.fact)).content.decode()
    assert 'id="result"' not in body
    assert Vote.objects.get(question=lives.asked).ballot[:8] not in body


def test_nothing_that_is_kept_says_whose_a_ballot_is(lives, as_ours):
    before = set(Act.objects.values_list("pk", flat=True))
    vote(as_ours, lives.asked, "同意")
    (act,) = Act.objects.exclude(pk__in=before)
    assert act.actor == "ballot-box"
    assert set(Entry.objects.filter(act=act).values_list("kind", flat=True)) == {"elections.vote"}
    kept = repr(Vote.objects.values().get(question=lives.asked))
    assert "ours" not in kept
    assert str(lives.ours.fact) not in kept


def test_who_is_not_asked_does_not_vote(lives, as_ours):
    assert "请别的家庭表决" in vote(as_ours, lives.building_only, "白").content.decode()
    assert not Vote.objects.exclude(question__code="Q3").exists()


def test_the_newest_check_in_counts_and_a_household_once(lives, as_ours, jinhui):
    page, today = to("hall.safe.checkin"), Period.until(localdate())
    for state in ("help", "safe", "safe"):
        as_ours.post(page, {"emergency": lives.storm.fact, "state": state})
    told = figures(["safety.check_ins", "safety.households_safe"], jinhui, today)
    assert told == {"safety.check_ins": 2, "safety.households_safe": 1}
    as_ours.post(page, {"emergency": lives.storm.fact, "state": "help", "place": "屋顶"})
    assert figure("safety.households_safe", jinhui, today) == 0


def test_the_code_at_the_shelter_needs_no_password_and_no_other_code_opens_it(lives, client):
    page = to("hall.shelter.scan", lives.storm.fact, codes.signature("check-in", lives.storm.fact))
    assert "没有这个门牌号" in client.post(page, {"flat": "JQ-9", "state": "safe"}).content.decode()
    client.post(page, {"flat": "jq-1-101", "state": "safe"})
    told = CheckIn.objects.known().get(household=lives.ours.fact)
    assert (told.state, told.told_by, told.act.actor) == ("safe", "shelter", "code-at-shelter")
    wrong = to("hall.shelter.scan", lives.storm.fact, codes.signature("sign-in", lives.storm.fact))
    assert client.get(wrong).status_code == 404


def test_the_leader_counts_by_building(lives, come_in, client):
    come_in("worker")
    body = client.get(to("hall.emergency.count", lives.storm.fact)).content.decode()
    assert "地下车库里" in body
    assert "JQ-2-101" in body


def test_a_building_head_counts_their_building_alone(lives, come_in, client):
    come_in("building_head", building=lives.houses[0])
    body = client.get(to("hall.emergency.count", lives.storm.fact)).content.decode()
    assert "地下车库里" not in body
    assert "JQ-2" not in body


def test_a_neighbour_acts_by_card_but_never_votes_by_it(lives, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("theirs"))
    page = to("hall.card.vouch", codes.card_code(lives.card))
    client.post(page, {"activity": lives.held.fact, "people": "1"})
    client.post(page, {"emergency": lives.storm.fact, "state": "safe"})
    assert SignIn.objects.get().household == lives.ours
    told = CheckIn.objects.known().get(household=lives.ours.fact)
    assert (told.told_by, told.act.actor) == ("neighbour", "theirs")
    body = client.get(page).content.decode()
    assert "家人" not in body
    client.post(page, {"question": lives.asked.fact, "choice": "同意", "activity": lives.held.fact})
    assert not Vote.objects.exclude(question__code="Q3").exists()


def test_a_card_that_was_lost_opens_nothing(lives, come_in, client):
    come_in("worker")
    page = to("hall.card.vouch", codes.card_code(lives.card))
    assert client.get(page).status_code == 200
    client.post(to("hall.household.cards"), {"building": lives.houses[0].fact, "lost": lives.card.fact})
    assert client.get(page).status_code == 404
    assert client.get(to("hall.card.vouch", "0" * 32 + ".forged")).status_code == 404
    client.post(to("hall.household.cards"), {"building": lives.houses[0].fact})
    body = client.get(to("hall.household.cards") + f"?building={lives.houses[0].fact}").content.decode()
    assert "JQ-1：1 张卡" in body


def test_a_card_opens_to_nobody_who_is_not_signed_in(lives, client):
    assert client.get(to("hall.card.vouch", codes.card_code(lives.card))).status_code == 302


def test_the_evacuation_card_names_the_nearest_open_shelter_and_calls_it_no_plan(lives, as_ours, who):
    body = as_ours.get(to("hall.evacuation.own")).content.decode()
    assert "去文化广场避难场所" in body
    assert "还不是算出来的撤离方案" in body
    from liangxing.rooms.safety.models import Shelter

    strike(Shelter.objects.get(code="BN1"), by="worker", why="closed")
    far = correct(Shelter.objects.known().get(code="BN2"), by="worker", capacity=None, area_m2="100")
    assert "去远处避难场所" in (body := as_ours.get(to("hall.evacuation.own")).content.decode())
    assert "200" in body, "by its area, where nobody entered a capacity"
    correct(far, by="worker", area_m2=None)
    assert "避难场所（" not in as_ours.get(to("hall.evacuation.own")).content.decode()


def test_notices_of_ones_building_hang_there_and_no_others(lives, as_ours, client):
    body = as_ours.get(to("hall.notices.read")).content.decode()
    assert [words in body for words in ("停水通知", "全社区通知", "别栋的通知")] == [True, True, False]
    client.logout()
    body = client.get(to("hall.notices.read")).content.decode()
    assert [words in body for words in ("停水通知", "全社区通知", "别栋的通知")] == [False, True, False]


def test_the_hours_are_those_of_the_household(lives, as_ours):
    body = as_ours.get(to("hall.hours.own")).content.decode()
    assert "今年 2.5 小时" in body
    assert "秘而不宣" not in body


def test_a_phone_keeps_the_pages_of_the_household_and_no_others(lives, as_ours, come_in, client):
    kept = ("hall.home.read", "hall.problem.report", "hall.safe.checkin", "hall.evacuation.own", "hall.home.pledge")
    assert [as_ours.get(to(route)).get("Liangxing-Keep") for route in kept] == ["yes"] * len(kept)
    assert as_ours.get(sign_in_page(lives)).get("Liangxing-Keep") == "yes"  # signs in later, where there is no network
    come_in("worker")
    for route, args in (
        ("hall.problems.answer", ()),
        ("hall.emergency.count", (lives.storm.fact,)),
        ("hall.household.cards", ()),
    ):
        answer = client.get(to(route, *args))
        assert (answer.status_code, answer.get("Liangxing-Keep")) == (200, None), route


def test_home_asks_no_more_however_much_there_is(lives, as_ours, who, django_assert_max_num_queries):
    from liangxing.rooms.governance.models import Notice

    for n in range(30):
        write(Problem(code=f"P{n}", sort="light", household=lives.ours, day=localdate()), **who)
        write(Notice(code=f"M{n}", title="t", text="t", day=localdate()), **who)
    as_ours.get(to("hall.home.read"))
    with django_assert_max_num_queries(35):
        as_ours.get(to("hall.home.read"))
    with django_assert_max_num_queries(20):
        as_ours.get(to("hall.problems.read"))


@pytest.mark.parametrize(("route", "form"), [
    ("hall.home.pledge", {"call": "x", "give": "1"}), ("hall.loans.borrow", {"loan": "' OR 1=1"}),
    ("hall.safe.checkin", {"emergency": "", "state": "safe"}), ("hall.question.vote", {"choice": "\0"}),
    ("hall.loans.borrow", {"code": "\0"}), ("hall.problem.report", {"where": "building", "building": "x", "text": "\0"}),
])  # fmt: skip
def test_what_no_page_of_ours_sends_is_refused_and_breaks_nothing(route, form, lives, as_ours):
    args = [lives.asked.fact] if route == "hall.question.vote" else []
    assert as_ours.post(to(route, *args), form).status_code in (302, 404, 422)


def test_the_staffs_pages_refuse_it_too(lives, come_in, client):
    come_in("worker")
    assert client.get(to("hall.household.cards") + "?building=x").status_code == 404
    assert client.post(to("hall.card.vouch", codes.card_code(lives.card)), {"activity": ""}).status_code == 404
