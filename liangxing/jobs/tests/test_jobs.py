"""Long work: asked for, watched, left and found again, given up; and seen by nobody else."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from liangxing.evidence.channels.workbook import long
from liangxing.jobs import workers
from liangxing.jobs.models import KEPT, Job, State, forget
from liangxing.jobs.work import JobWork
from liangxing.register.models import Household

BASE = "/430103001001/"
MANY = 30


@pytest.fixture
def table(home, monkeypatch):
    """A workbook that counts as long, with one wrong line."""
    monkeypatch.setattr(long, "LONG", MANY - 10)
    book, made = Workbook(), BytesIO()
    book.active.append(["户号", "楼号", "登记日期"])
    for n in range(MANY):
        book.active.append([f"12-{n}", "12" if n else "99", "2026.5.3"])
    book.save(made)
    return SimpleUploadedFile("户.xlsx", made.getvalue())


def send(browser, table):
    """Ask for a look at the table; where that leads."""
    told = {"files": table, "kind": "register.household"}
    return browser.post(f"{BASE}import/", told)["Location"]


def test_a_long_import_is_looked_at_kept_and_found_again(come_in, table, client):
    browser = come_in("worker")
    job = send(browser, table)
    assert "开始" in browser.get(job).content.decode()
    assert browser.get(f"{job}state.json").json()["open"]
    assert workers.work_once()
    assert not workers.work_once()
    look = f"{BASE}import/?job={Job.objects.get().pk}"
    assert look in browser.get(job).content.decode()
    page = browser.get(look).content.decode()
    assert f"{MANY - 1}" in page
    assert "99" in page
    assert Household.objects.count() == 1

    digest, name = Job.objects.get().asked["files"][0]
    told = {"keep": "1", "kind": "register.household", "file": digest, "name": name}
    keeping = browser.post(f"{BASE}import/", told)["Location"]
    assert workers.work_once()
    assert Household.objects.count() == MANY
    kept = Job.objects.order_by("asked_at").last()
    assert kept.result["kept"] == MANY - 1
    wrong = b"".join(browser.get(f"{keeping}{kept.files[0]}").streaming_content)
    assert wrong.startswith(b"PK")
    assert f"/jobs/{kept.pk}/" in browser.get(f"{BASE}import/?job={kept.pk}").content.decode()


def test_a_long_list_is_written_beside_the_pages(come_in, home, monkeypatch):
    from liangxing.records import long as lists

    monkeypatch.setattr(lists, "LONG", 0)
    browser = come_in("worker")
    job = browser.get(f"{BASE}register/household/rows.csv?q=12-301")["Location"]
    workers.work_once()
    assert "register.household.csv" in browser.get(job).content.decode()
    told = b"".join(browser.get(f"{job}register.household.csv").streaming_content).decode("utf-8-sig")
    assert "12-301" in told


def test_a_report_is_written_in_both_languages(come_in, home):
    browser = come_in("worker")
    job = browser.post(f"{BASE}reports/creation/files/?day=2026-05-03")["Location"]
    workers.work_once()
    made = Job.objects.get().files
    assert {"creation.docx", "creation.en.docx", "creation.claims.json"} <= {*made}
    assert "creation.en.docx" in browser.get(job).content.decode()


def test_a_job_is_seen_by_who_asked_for_it_and_by_nobody_else(come_in, table, client, django_user_model):
    from django.test import Client

    job = send(come_in("worker"), table)
    workers.work_once()
    other = come_in("secretary")
    pk = Job.objects.get().pk
    for path in (job, f"{job}state.json", f"{BASE}import/?job={pk}", f"{BASE}jobs/{pk}/x.xlsx"):
        assert other.get(path).status_code == 404, path
    assert str(pk) not in other.get(f"{BASE}jobs/").content.decode()
    assert Client().get(job).status_code == 302


def test_a_post_that_ended_meanwhile_does_nothing_more(come_in, table):
    from liangxing.records.actions import strike
    from liangxing.register.models import Post

    send(come_in("worker"), table)
    strike(Post.objects.get(), by="worker", why="left")
    workers.work_once()
    job = Job.objects.get()
    assert (job.state, Household.objects.count()) == (State.REFUSED, 1)
    assert job.refused


def test_what_was_given_up_before_it_wrote_writes_nothing(come_in, table, monkeypatch):
    browser = come_in("worker")
    job = send(browser, table)
    Job.objects.update(task="liangxing.evidence.channels.workbook.long.keep")
    told = JobWork.step
    monkeypatch.setattr(JobWork, "step", lambda self, *a, **k: (told(self, *a, **k), browser.post(job))[0])
    workers.work_once()
    assert Job.objects.get().state == State.CANCELLED
    assert Household.objects.count() == 1
    assert not workers.work_once()


def test_what_is_being_written_is_no_longer_given_up(come_in, table):
    browser = come_in("worker")
    job = send(browser, table)
    Job.objects.update(state=State.WORKING, writing=True)
    browser.post(job)
    assert Job.objects.get().state == State.WORKING


def test_a_fault_of_ours_is_said_and_the_next_job_is_done(come_in, table, monkeypatch):
    browser = come_in("worker")
    first = send(browser, table)
    Job.objects.update(asked={})
    table.seek(0)
    send(browser, table)
    assert workers.work_once()
    assert workers.work_once()
    assert [job.state for job in Job.objects.order_by("asked_at")] == [State.REFUSED, State.DONE]
    assert "我们的错" in browser.get(first).content.decode()


def test_results_are_forgotten_after_a_week(come_in, table):
    browser = come_in("worker")
    job = send(browser, table)
    workers.work_once()
    folder = Job.objects.get().folder
    assert folder.exists()
    Job.objects.update(ended_at=Job.objects.get().ended_at - KEPT - timedelta(minutes=1))
    assert browser.get(job).status_code == 404
    assert forget() == 1
    assert not folder.exists()


def test_the_header_counts_what_is_open_or_new(come_in, table):
    browser = come_in("worker")
    job = send(browser, table)
    assert f'href="{BASE}jobs/"' in browser.get(f"{BASE}import/").content.decode()
    workers.work_once()
    assert f'href="{BASE}jobs/"' in browser.get(f"{BASE}import/").content.decode()
    browser.get(job)
    assert f'href="{BASE}jobs/"' not in browser.get(f"{BASE}import/").content.decode()
