"""One form sent by eight threads at once, and one record corrected by two: printed is what came of it.

On a store of their own: threads see only what is committed, and the triggers let no test clean up.
"""

import os
from threading import Barrier, Thread

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "liangxing.site.settings"
django.setup()

from datetime import date  # noqa: E402

from django.contrib.auth.models import User  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from liangxing.activities.models import Activity  # noqa: E402
from liangxing.ledger.models import Community, Entry  # noqa: E402
from liangxing.ledger.verify import verify  # noqa: E402
from liangxing.records.actions import write  # noqa: E402
from liangxing.register.models import Post  # noqa: E402
from liangxing.site.database import bring_up  # noqa: E402

FORM = {"title": "t", "day": "2026-05-01", "sort": "lesson"}


def at_once(forms: list[tuple[str, dict[str, str]]]) -> list[tuple[int, str]]:
    """Send all *forms* (address, fields) at the same moment; the status of each answer, and where it led."""
    heard, ready = [], Barrier(len(forms))

    def send(address: str, fields: dict[str, str]) -> None:
        browser = Client()
        browser.force_login(User.objects.get())
        ready.wait()
        answer = browser.post(address, fields)
        heard.append((answer.status_code, answer.headers.get("Location", "")))
        connection.close()

    threads = [Thread(target=send, args=form) for form in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(heard)


if __name__ == "__main__":
    bring_up()
    community = Community.objects.create(code="1", name="Jinhui")
    User.objects.create_user("worker")
    write(Post(code="w", role="worker", account="worker", day=date(2026, 1, 1)), community=community, by="worker")
    same = ("/1/activities/activity/write/", {**FORM, "code": "A", "once": "k" * 32})
    answers = at_once([same] * 8)
    print(Activity.objects.count(), len(answers), len(set(answers)))
    address = f"/1/activities/activity/{Activity.objects.get().pk}/correct/"
    for keyed in (True, False):
        two = [{**FORM, "code": "A", "title": f"{keyed}{n}", "why": "w"} for n in range(2)]
        heard = at_once([(address, {**fields, "once": fields["title"] * 5} if keyed else fields) for fields in two])
        print(*(status for status, _where in heard), Activity.objects.count())
        standing = Activity.objects.known().get()
        address = f"/1/activities/activity/{standing.pk}/correct/"
    print(verify(community), Entry.objects.filter(verb="strike").count())
