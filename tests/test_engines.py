"""Both engines give the same figure for every measure, now and as known at any moment."""

from datetime import timedelta

import ibis
import pytest
from django.core.checks import run_checks
from django.db import connection
from django.db.models import Q
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from conftest import DAY
from liangxing.kernel.period import Period
from liangxing.ledger.models import Act, Community
from liangxing.ledger.verify import sealed_kinds, verify
from liangxing.measures import ibis_engine
from liangxing.measures.checks import faults
from liangxing.measures.export import arrow
from liangxing.measures.figures import figure, figures
from liangxing.measures.folds import Rows, Total
from liangxing.measures.measure import MEASURES, Flow, Ratio, Stock
from liangxing.records.actions import strike, write
from liangxing.register.models import Organisation, Resident

from .lives import live

MAY = Period.month(2026, 5)
LIVES = 4 if connection.vendor == "sqlite" else 2  # whole lives of two communities: each takes a quarter of a minute


class Engines(TestCase):
    @settings(max_examples=LIVES, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(st.data())
    def test_engines_agree_on_every_measure_as_known_at_any_moment(self, data):
        jinhui, other = (Community.objects.create(code=code, name=code) for code in "12")
        live(data.draw, jinhui)
        live(data.draw, other)
        moments = [None, *Act.objects.values_list("at", flat=True)]
        known_at = data.draw(st.sampled_from(moments))
        tables = {kind._meta.label_lower: ibis.memtable(arrow(kind)) for kind in sealed_kinds()}
        many = ibis_engine.figures(MEASURES, tables, MAY, known_at)
        for community in (jinhui, other):
            one = figures(MEASURES, community, MAY, known_at)
            assert many.get(community.pk, dict.fromkeys(MEASURES)) == one
            for m in MEASURES.values():
                if not isinstance(m, Ratio) and isinstance(m.fold, Rows):
                    assert one[m.key] in (None, m.rows(community, MAY, known_at).count())
            assert verify(community) is None


def test_there_are_at_least_sixty_measures_and_none_is_wrongly_declared():
    assert len(MEASURES) >= 60
    assert run_checks() == []


def test_unknown_is_not_zero(who, jinhui):
    assert figure("register.enterprises", jinhui, MAY) is None
    write(Organisation(code="a", name="a", sort="resident", day=DAY), **who)
    assert figure("register.enterprises", jinhui, MAY) == 0
    assert figure("register.organisations_resident", jinhui, MAY) == 1


def test_what_was_known_stays_known(who, jinhui):
    kept = write(Organisation(code="a", name="a", sort="resident", day=DAY), **who)
    strike(kept, by="worker")
    assert figure("register.organisations_resident", jinhui, MAY) is None
    assert figure("register.organisations_resident", jinhui, MAY, kept.recorded_at) == 1
    assert figure("register.organisations_resident", jinhui, MAY, kept.recorded_at - timedelta(seconds=1)) is None


def test_measures_of_one_kind_are_one_query(who, jinhui, django_assert_num_queries):
    with django_assert_num_queries(2):  # where the chain ends, and the figures
        figures(["register.enterprises", "register.organisations_resident"], jinhui, MAY)


@pytest.mark.parametrize(("wrong", "fault"), [
    (dict(where=~Q(code="x")), "not"), (dict(where=Q(code__regex="x")), "every engine"),
    (dict(where=Q(struck_at="x")), "empty"), (dict(fold=Total("pk")), "no column"),
    (dict(unit="kgs"), "unit"), (dict(key="waste.x"), "belongs"), (dict(says="x"), "sentence"),
])  # fmt: skip
def test_a_wrong_declaration_is_found(wrong, fault):
    right = {"key": "register.x", "unit": "kg", "title": "X", "says": "X.", "of": Resident}
    made = Flow(**{**right, **wrong})
    del MEASURES[made.key]
    assert any(fault in said for said in faults(made))


def test_an_event_does_not_stand():
    from liangxing.activities.models import Activity

    made = Stock(key="activities.x", unit="kg", title="X", says="X.", of=Activity)
    del MEASURES[made.key]
    assert list(faults(made)) == ["only a spell stands"]
