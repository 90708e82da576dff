"""A worker that is killed in the middle, and two at once: printed is what became of the records and of the job.

On a store of its own. The import is cut off while it writes, and once more after it wrote and before it said so.
"""

import os
import signal
import time
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "liangxing.site.settings"
django.setup()

from openpyxl import Workbook  # noqa: E402

from liangxing.evidence.channels.workbook import uploads  # noqa: E402
from liangxing.jobs import work, workers  # noqa: E402
from liangxing.jobs.models import Job, State  # noqa: E402
from liangxing.ledger.models import Act, Community  # noqa: E402
from liangxing.ledger.verify import verify  # noqa: E402
from liangxing.records.actions import write  # noqa: E402
from liangxing.register.models import Building, Household, Post  # noqa: E402
from liangxing.site.database import bring_up  # noqa: E402

ROWS, DAY = 60, date(2026, 5, 3)
KEEP = "liangxing.evidence.channels.workbook.long.keep"


def stops_at(method: str) -> None:
    """A worker that stands still after this method of its work; whoever started it kills it there."""
    told = getattr(work.JobWork, method)

    def stand_still(self: work.JobWork, *args: object) -> None:
        told(self, *args)
        Path(os.environ["LIANGXING_DATA"], "stands").touch()
        time.sleep(600)

    setattr(work.JobWork, method, stand_still)
    workers.work_once()


def stops_at_the_end() -> None:
    """A worker that stands still when all is written, and the job does not know it yet."""

    def stand_still(*args: object, **columns: object) -> None:
        Path(os.environ["LIANGXING_DATA"], "stands").touch()
        time.sleep(600)

    workers._end = stand_still
    workers.work_once()


def killed(target: object, *args: object) -> None:
    """Start a worker, wait until it stands still, and end it as a power cut would."""
    stands = Path(os.environ["LIANGXING_DATA"], "stands")
    stands.unlink(missing_ok=True)
    worker = get_context("spawn").Process(target=target, args=args)
    worker.start()
    while not stands.exists():
        assert worker.is_alive(), "the worker ended by itself"
        time.sleep(0.05)
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()


def asked(community: Community) -> Job:
    """The import of a workbook of households, waiting to be done."""
    book = Workbook()
    book.active.append(["户号", "楼号", "登记日期"])
    for n in range(ROWS):
        book.active.append([f"12-{n}", "12", "2026.5.3"])
    path = Path(os.environ["LIANGXING_DATA"], "t.xlsx")
    book.save(path)
    digest = uploads.put_content(path.read_bytes())
    told = {"files": [(digest, "t.xlsx")], "kind": "register.household"}
    return Job.objects.create(community=community, task=KEEP, by="worker", language="zh-hans", asked=told)


def two_at_once(community: Community) -> list[str]:
    """Ten jobs that cannot be done and two workers: how often each was begun, as a set."""
    for _n in range(10):
        Job.objects.create(community=community, task="gone", by="worker", language="en")
    both = [get_context("spawn").Process(target=every) for _n in range(2)]
    for worker in both:
        worker.start()
    for worker in both:
        worker.join()
    jobs = Job.objects.filter(task="gone")
    return [f"{job.state}{job.tries}" for job in jobs]


def every() -> None:
    """Do what is waiting."""
    while workers.work_once():
        pass


def main() -> None:
    """Kill, go on, count."""
    bring_up()
    jinhui = Community.objects.create(code="1", name="Jinhui")
    who = {"community": jinhui, "by": "worker"}
    write(Post(code="w", role="worker", account="worker", day=DAY), **who)
    write(Building(code="12", day=DAY), **who)
    job = asked(jinhui)
    killed(stops_at, "kept")
    print(Household.objects.count(), Job.objects.get(pk=job.pk).state == State.WORKING)
    killed(stops_at_the_end)
    print(Household.objects.count(), Job.objects.get(pk=job.pk).state == State.WORKING)
    every()
    job.refresh_from_db()
    acts = Act.objects.filter(name="evidence.workbook.import").count()
    print(Household.objects.count(), acts, job.state, job.tries, job.result["kept"], verify(jinhui))
    print(*sorted(set(two_at_once(jinhui))))


if __name__ == "__main__":
    main()
