"""Without a network: pages open that were read, what is written waits, and goes once and in order when it is back."""

import re
import shutil
import time
import uuid

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
HOME = "/430103001001/"
WRITE = HOME + "activities/activity/write/"
LIST = HOME + "activities/activity/"
PHONE = 390
PATIENCE_S = 30


def come_in(page, then=WRITE):
    """Sign in, on a page that the service worker has taken over."""
    page.goto("/sign-in/?next=" + then)
    page.locator("#id_username").fill("worker")
    page.locator("#id_password").fill("a-word-to-pass")
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def until(page, told, arg=None):
    """Wait until what the page is asked comes true; the question may be one that takes its time."""
    end = time.monotonic() + PATIENCE_S
    while not page.evaluate(told, arg):
        assert time.monotonic() < end, told
        page.wait_for_timeout(100)


def kept(page, path):
    """Wait until the page at *path* is kept for reading without a network."""
    until(page, "async (path) => Boolean(await caches.match(path, {ignoreVary: true}))", path)


def write(page, code, title=None):
    page.get_by_label("编号").fill(code)
    page.get_by_label("名称").fill(code if title is None else title)
    page.get_by_label("活动类别").fill("课堂")
    page.get_by_role("button", name="保存").click()


def listed(page, query):
    """The names of the activities whose words hold *query*."""
    page.goto(f"{LIST}?q={query}")
    return page.locator("tbody th").all_inner_texts()


def waiting(page):
    return page.locator("#waiting")


def test_what_is_written_without_a_network_goes_once_and_in_order(look):
    page = look(PHONE)
    come_in(page)
    for path in (WRITE, HOME + "outbox/", HOME + "offline/"):
        kept(page, path)
    run = uuid.uuid4().hex[:6]
    page.context.set_offline(True)
    page.goto(WRITE)
    for n in (1, 2, 3):
        write(page, f"{run}-{n}")
        page.get_by_text("已存在本机").wait_for()
        assert page.get_by_label("名称").input_value() == ""
        page.get_by_text(re.compile(rf"等待发送 {n}")).wait_for()
    page.goto(HOME + "figures/")
    assert page.get_by_role("heading", name="现在没有网络").is_visible()
    waiting(page).click()
    items = page.locator("#outbox-list li")
    items.nth(2).wait_for()
    assert f"{run}-2" in items.nth(1).inner_text()
    items.nth(1).get_by_role("button", name="收回").click()
    page.wait_for_function("document.querySelectorAll('#outbox-list li').length === 2")
    page.context.set_offline(False)
    page.get_by_text("已发送").nth(1).wait_for()
    waiting(page).wait_for(state="hidden")
    assert listed(page, run) == [f"{run}-3", f"{run}-1"], "the list shows first what was written last"


def test_two_tabs_send_what_waits_once(look):
    page = look()
    come_in(page)
    kept(page, WRITE)
    run = uuid.uuid4().hex[:6]
    page.context.set_offline(True)
    other = page.context.new_page()
    for each in (page, other):
        each.goto(WRITE)
    write(page, f"{run}-1")
    page.get_by_text("已存在本机").wait_for()
    other.get_by_text("等待发送 1").wait_for()
    page.context.set_offline(False)
    for each in (page, other):
        waiting(each).wait_for(state="hidden")
    assert listed(page, run) == [f"{run}-1"]


def test_an_answer_that_was_lost_on_the_way_is_asked_for_again(look):
    """The server has done it, and nobody heard: the form waits, is sent again, and nothing is written twice."""
    page = look()
    come_in(page)
    run = uuid.uuid4().hex[:6]
    lost = []

    def swallow(route):
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch())
            return route.abort()
        return route.continue_()

    page.context.route("**/activities/activity/write/", swallow)
    write(page, f"{run}-1")
    page.get_by_text("已存在本机").wait_for()
    page.evaluate("self.outbox.send()")
    waiting(page).wait_for(state="hidden")
    assert len(lost) == 1
    assert listed(page, run) == [f"{run}-1"]


def test_what_is_refused_comes_back_to_its_form_with_the_text(look):
    page = look(PHONE)
    come_in(page)
    kept(page, WRITE)
    run = uuid.uuid4().hex[:6]
    page.context.set_offline(True)
    page.goto(WRITE)
    write(page, f"{run}-1", title="")
    page.get_by_text("已存在本机").wait_for()
    page.context.set_offline(False)
    page.get_by_text("退回 1").click()
    page.get_by_role("link", name="改好再发").click()
    page.get_by_role("alert").get_by_text("还没有保存").wait_for()
    assert page.get_by_label("编号").input_value() == f"{run}-1"
    page.get_by_label("名称").fill(f"{run}-1")
    page.get_by_role("button", name="保存").click()
    page.wait_for_url(re.compile(r"activity/[0-9a-f-]{36}/$"))
    waiting(page).wait_for(state="hidden")
    assert listed(page, run) == [f"{run}-1"]


def test_going_back_after_a_write_does_not_write_again(look):
    page = look()
    come_in(page)
    run = uuid.uuid4().hex[:6]
    write(page, f"{run}-1")
    page.wait_for_url(re.compile(r"activity/[0-9a-f-]{36}/$"))
    page.go_back()
    page.get_by_label("编号").wait_for()
    assert page.get_by_label("名称").input_value() == "", "the form that lies behind is empty"
    assert listed(page, run) == [f"{run}-1"]


def test_signing_out_leaves_nothing_in_the_browser(look):
    page = look()
    come_in(page)
    kept(page, WRITE)
    page.get_by_label("名称").fill("写了一半")
    page.wait_for_function("Object.keys(localStorage).some((key) => key.startsWith('draft:'))")
    page.goto(WRITE)
    page.get_by_text("已经帮您填回来了").wait_for()
    assert page.get_by_label("名称").input_value() == "写了一半"
    page.get_by_role("button", name=re.compile("退出")).click()
    page.wait_for_url(re.compile("/430103001001/$"))
    until(page, "async (path) => !(await caches.match(path, {ignoreVary: true}))", WRITE)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:'))") == []
    page.context.set_offline(True)
    page.goto(WRITE)
    assert page.get_by_label("名称").count() == 0


def test_a_session_that_ended_keeps_what_was_written_until_signed_in(look):
    page = look()
    come_in(page)
    run = uuid.uuid4().hex[:6]
    page.context.clear_cookies(name="sessionid")
    write(page, f"{run}-1")
    page.wait_for_url("**/sign-in/**")
    come_in(page, LIST)
    until(page, "async () => (await self.outbox.every()).every((item) => item.state === 'sent')")
    assert listed(page, run) == [f"{run}-1"]


def test_a_phone_can_install_the_community(look):
    page = look(PHONE)
    page.goto(HOME)
    told = page.request.get(page.locator("link[rel=manifest]").get_attribute("href")).json()
    assert told["name"] == "金汇社区"
    assert told["start_url"].startswith(HOME)
    for icon in told["icons"]:
        answer = page.request.get(icon["src"])
        assert answer.body()[:4] == b"\x89PNG"
        assert int.from_bytes(answer.body()[16:20], "big") == int(icon["sizes"].partition("x")[0])
