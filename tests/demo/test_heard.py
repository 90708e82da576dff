"""What neighbours say of reports in the demonstration is told once, also after a report was merged into another."""

from datetime import timedelta

from django.utils.timezone import localdate

from demo import heard
from liangxing.ledger.models import Entry
from liangxing.records.actions import write, write_many
from liangxing.register.models import Building, Household
from liangxing.rooms.environment.models import Problem


def test_a_second_time_adds_nothing(jinhui, who):
    day = localdate() - timedelta(days=3)
    house = write(Building(code="A-1", day=day), **who)
    write_many([Household(code=f"A-1-{n}", building=house, day=day) for n in range(4)], **who)
    for n in range(9):
        write(Problem(code=f"BS-{n}", sort="lamp-out", text="路灯不亮", building=house, day=day), **who)
    heard.hear(jinhui, localdate(), by="worker")
    told = Entry.objects.count()
    assert Problem.objects.known().exclude(same_as=None).count() == 1
    heard.hear(jinhui, localdate(), by="worker")
    assert Entry.objects.count() == told
