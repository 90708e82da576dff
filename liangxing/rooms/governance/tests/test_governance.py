"""Groups, meetings and replies as figures."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write, write_many
from liangxing.records.lines import State, read_lines
from liangxing.rooms.governance.forms import DisclosureForm, OpinionMeetingForm
from liangxing.rooms.governance.models import Group, Member, Opinion, OpinionMeeting, Reply

DAY = date(2012, 3, 1)
YEAR = Period.year(2012)


def test_a_joint_council_of_five_kinds_has_five_whoever_many_they_are(who, jinhui):
    council = write(Group(code="c", name="c", sort="joint-council", day=DAY), **who)
    other = write(Group(code="o", name="o", sort="founding", day=DAY), **who)
    kinds = ["enterprise-head", "group-leader", "party-member", "resident", "volunteer"]
    people = [Member(group=council, name=f"{k}{n}", stands_for=k, day=DAY) for k in kinds for n in range(3)]
    write_many([*people, Member(group=other, name="x", stands_for="secretary", day=DAY)], **who)
    assert figure("governance.joint_council_kinds", jinhui, YEAR) == 5
    assert figure("governance.joint_council_members", jinhui, YEAR) == 15
    assert figure("governance.founding_group_members", jinhui, YEAR) == 1


def test_an_opinion_answered_twice_is_answered_once(who, jinhui):
    said = [write(Opinion(code=str(n), text="x", day=DAY), **who) for n in range(4)]
    write_many([Reply(opinion=said[0], text="y", day=DAY), Reply(opinion=said[1], text="y", day=DAY)], **who)
    write(Reply(opinion=said[0], text="again", day=DAY), **who)
    assert figure("governance.opinions_answered", jinhui, YEAR) == 2
    assert str(figure("governance.answered_share", jinhui, YEAR)) == "0.5"


def test_four_meetings_of_two_kinds_are_two_kinds(who, jinhui):
    write_many([OpinionMeeting(code=str(n), sort="party" if n % 2 else "residents", day=DAY) for n in range(4)], **who)
    assert figure("governance.opinion_meetings", jinhui, YEAR) == 4
    assert figure("governance.opinion_meeting_kinds", jinhui, YEAR) == 2


def test_a_meeting_of_an_unknown_kind_is_refused(jinhui):
    (line,) = read_lines(OpinionMeetingForm, [{"code": "1", "sort": "karaoke", "day": "2012-03-01"}], community=jinhui)
    assert line.state is State.BAD
    assert "karaoke" in str(line.errors)


def test_a_disclosure_of_no_days_is_against_the_law_of_the_table(jinhui):
    row = {"code": "1", "matter": "aid", "title": "x", "shown_d": "0", "day": "2026-03-01"}
    form = DisclosureForm(row, community=jinhui)
    form.instance.community = jinhui
    assert not form.is_valid()
