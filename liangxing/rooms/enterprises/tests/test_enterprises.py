"""Payments, branches and unions as figures."""

from datetime import date
from decimal import Decimal

import pytest

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write
from liangxing.register.models import Organisation
from liangxing.rooms.enterprises.models import PartyBranch, Payment, Policy, Union

DAY = date(2010, 1, 1)


@pytest.fixture
def firms(who):
    """Two enterprises."""
    return [write(Organisation(code=c, name=c, sort="enterprise", day=DAY), **who) for c in "ab"]


def test_money_is_counted_in_the_year_in_which_it_came(who, jinhui, firms):
    policy = write(Policy(code="p", name="p", issuer="district", output_cny=20_000_000, day=DAY), **who)
    for year, amount in ((2011, 20_000), (2012, 30_000)):
        paid = Payment(organisation=firms[0], policy=policy, year=year, amount_cny=amount, day=date(year, 11, 20))
        write(paid, **who)
    assert figure("enterprises.paid", jinhui, Period.year(2011)) == Decimal(20_000)
    assert figure("enterprises.paid", jinhui, Period.year(2012)) == Decimal(30_000)
    assert figure("enterprises.enterprises_paid", jinhui, Period.until(date(2013, 1, 1))) == 1


def test_two_full_members_are_a_branch_but_not_a_full_one(who, jinhui, firms):
    for firm, members in zip(firms, (2, 3), strict=True):
        write(PartyBranch(organisation=firm, name=firm.name, full_members=members, day=DAY), **who)
    assert figure("enterprises.branches", jinhui, Period.year(2010)) == 2
    assert figure("enterprises.branches_full", jinhui, Period.year(2010)) == 1


def test_a_joint_union_counts_before_it_is_approved_and_is_not_yet_approved(who, jinhui):
    write(Union(code="u", name="u", joint=True, day=DAY), **who)
    assert figure("enterprises.joint_unions", jinhui, Period.year(2010)) == 1
    assert figure("enterprises.joint_unions_approved", jinhui, Period.year(2010)) == 0
