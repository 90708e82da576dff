"""What a browser may keep of a page, and for whom; how a community is installed."""

import json

import pytest

from tests import town

HOME = "/430103001001/"
WORKER = {
    "": True, "hall/": True, "offline/": True, "outbox/": True, "activities/activity/": True,
    "activities/activity/write/": True, "register/resident/write/": True,
    "register/resident/": False, "casework/case/": False, "casework/case/write/": False, "figures/": False,
    "desk/": False, "activities/activity/rows.csv": False, "hall/problems/waiting/": False, "hall/cards/": False,
}  # fmt: skip
PUBLIC = {"": True, "figures/": True, "activities/activity/": True, "hall/": True, "nothing/here/": False}


@pytest.mark.parametrize(("role", "pages"), [("worker", WORKER), ("public", PUBLIC)])
def test_a_page_is_kept_when_it_says_nothing_of_other_people(role, pages, jinhui, come_in, client):
    town.found(jinhui)
    if role != "public":
        come_in(role)
    told = {path: client.get(HOME + path).headers.get("Liangxing-Keep") == "yes" for path in pages}
    assert told == pages


def test_a_page_says_for_whom_it_was_made_and_not_who_that_is(jinhui, come_in, client):
    public = client.get(HOME)["Liangxing-Reader"]
    come_in("worker")
    worker = client.get(HOME)["Liangxing-Reader"]
    client.logout()
    come_in("secretary")
    assert len({public, worker, client.get(HOME)["Liangxing-Reader"]}) == 3
    assert worker.endswith(".zh-hans.430103001001")
    assert "worker" not in worker


def test_the_worker_of_the_pages_changes_with_the_files_and_asks_no_other_host(client, db):
    told = client.get("/sw.js")
    code = told.content.decode()
    assert told["Content-Type"].startswith("text/javascript")
    assert "no-cache" in told["Cache-Control"]
    files = json.loads(code.partition("FILES = ")[2].partition(";")[0])
    assert "/static/site/offline/outbox.js" in files
    assert all(file.startswith("/static/site/") for file in files)
    assert "http" not in code.replace("https://", "")


@pytest.mark.parametrize(
    ("language", "name", "lang"), [("zh-hans", "金汇社区", "zh-Hans"), ("en", "Jinhui community", "en")]
)
def test_a_community_is_installed_under_its_name_and_opens_in_the_hall(language, name, lang, jinhui, client):
    client.cookies["django_language"] = language
    told = client.get(HOME + "manifest.webmanifest").json()
    assert (told["name"], told["lang"], told["start_url"]) == (name, lang, HOME + "hall/")
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
