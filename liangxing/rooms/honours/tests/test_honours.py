"""Honours, each once whatever its names."""

from datetime import date

from liangxing.kernel.period import Period
from liangxing.measures.figures import figure
from liangxing.records.actions import write
from liangxing.rooms.honours.models import Alias, Honour

DAY = date(2012, 3, 5)


def test_another_name_is_no_other_honour(who, jinhui):
    held = write(Honour(code="1", name="a", level="province", field="safety", day=DAY), **who)
    write(Honour(code="2", name="b", level="city", field="union", until=date(2012, 12, 1), day=DAY), **who)
    write(Alias(honour=held, name="c", day=DAY), **who)
    assert figure("honours.held", jinhui, Period.year(2012)) == 1
    assert figure("honours.provincial", jinhui, Period.year(2012)) == 1
    assert figure("honours.held", jinhui, Period.month(2012, 11)) == 2
