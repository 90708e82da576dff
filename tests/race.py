"""Four writers at once, each its own process, on a store of their own: printed is what ``verify`` finds."""

import os
from datetime import date
from multiprocessing import get_context

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "liangxing.site.settings"
django.setup()

from liangxing.activities.models import Activity  # noqa: E402
from liangxing.ledger.models import Community, Entry  # noqa: E402
from liangxing.ledger.verify import verify  # noqa: E402
from liangxing.records.actions import write  # noqa: E402
from liangxing.site.database import bring_up  # noqa: E402


def writer(name: str) -> None:
    """Write fifty activities, each in its own act."""
    community = Community.objects.get()
    for n in range(50):
        activity = Activity(code=f"{name}{n}", title="t", sort="lesson", day=date(2026, 5, 1))
        write(activity, community=community, by=name)


if __name__ == "__main__":
    bring_up()
    jinhui = Community.objects.create(code="1", name="Jinhui")
    writers = [get_context("spawn").Process(target=writer, args=[name]) for name in "abcd"]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    print(Entry.objects.count(), verify(jinhui), sum(each.exitcode != 0 for each in writers))
