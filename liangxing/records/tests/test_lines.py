"""Lines: the words of a hand entry, once, and all or none."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from liangxing.activities.forms import ActivityForm, SignInForm
from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Community, Entry
from liangxing.ledger.verify import verify
from liangxing.records.actions import correct
from liangxing.records.lines import State, read_lines, write_lines
from liangxing.register.forms import HouseholdForm, OrganisationForm, ResidentForm
from liangxing.register.models import Household, Organisation

ROW = {"code": "f1", "name": "Firm", "sort": "enterprise", "day": "2026-05-03"}


def bring(rows, who):
    lines = read_lines(OrganisationForm, rows, community=who["community"])
    return [line.state for line in lines], write_lines(lines, **who)


def test_the_same_file_twice_adds_nothing(who):
    rows = [ROW, {**ROW, "code": "f2"}, ROW]
    assert bring(rows, who) == ([State.NEW, State.NEW, State.SAME], 2)
    before = Entry.objects.count()
    assert bring(rows, who) == ([State.SAME] * 3, 0)
    assert Entry.objects.count() == before


def test_a_changed_row_is_a_correction(who, jinhui):
    bring([ROW], who)
    assert bring([{**ROW, "name": "Firm & Co"}], who) == ([State.CHANGED], 1)
    assert [o.name for o in Organisation.objects.known()] == ["Firm & Co"]
    assert Organisation.objects.count() == 2
    assert verify(jinhui) is None


def test_a_bad_line_keeps_none(who):
    with pytest.raises(Refused, match="3"):
        bring([ROW, {**ROW, "code": "f2", "building": "nowhere"}], who)
    assert not Organisation.objects.exists()


def test_a_reference_survives_a_correction_of_what_it_refers_to(home, who, jinhui):
    row = {"code": "a", "household": "12-301", "name": "A", "day": "2026-05-03"}
    lines = read_lines(ResidentForm, [row], community=jinhui)
    write_lines(lines, **who)
    correct(home, by="worker", note="painted")
    assert [line.state for line in read_lines(ResidentForm, [row], community=jinhui)] == [State.SAME]


@pytest.mark.parametrize(("row", "words"), [
    ({"code": "1", "building": "99", "day": "2026-05-03"}, "99"),
    ({"code": "1", "building": "12", "day": "1899-12-31"}, "1900"),
    ({"code": "1", "building": "12", "day": "2999-01-01"}, "2999"),
    ({"code": "", "building": "12", "day": "2026-05-03"}, ""),
    ({"code": "a\0b", "building": "12", "day": "2026-05-03"}, ""),
])  # fmt: skip
def test_a_wrong_line_says_why(home, jinhui, row, words):
    (line,) = read_lines(HouseholdForm, [row], community=jinhui)
    assert line.state is State.BAD
    assert words in str(dict(line.errors))
    assert Household.objects.known().count() == 1


raw = st.sampled_from(["", " ", "1", "-1", "x", "12-301", "2026-05-03", "2026-13-01", "y" * 300, "99999999", "32768"])
FORMS = [SignInForm, ActivityForm, ResidentForm]


class Words(TestCase):
    @settings(suppress_health_check=list(HealthCheck))
    @given(st.data(), st.sampled_from(FORMS))
    def test_a_line_is_refused_in_the_words_of_the_form(self, data, form):
        jinhui, _ = Community.objects.get_or_create(code="1", name="Jinhui")
        row = {name: data.draw(raw) for name in form._meta.fields}
        (line,) = read_lines(form, [row], community=jinhui)
        assert dict(line.errors) == dict(form(row, community=jinhui).errors)
