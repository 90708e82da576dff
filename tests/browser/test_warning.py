"""From a warning to the last answer: written at the desk, heard on two phones, one of them without a network."""

import re

import pytest

WORLD = "alarm"
HOME = "/430103001001/"

pytestmark = pytest.mark.browser


def come_in(page, account):
    page.goto("/sign-in/")
    page.locator("input[name=username]").fill(account)
    page.locator("input[name=password]").fill("a-word-to-pass")
    page.locator("form:has(input[name=password]) button").first.click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.wait_for_function("navigator.serviceWorker.controller !== null")


def test_from_a_warning_to_the_last_answer_with_one_phone_offline_and_back(look):
    desk, head, grid, passer = look(), look(390), look(390), look(390)
    come_in(desk, "secretary")
    desk.goto(HOME + "safety/alerts/write/")
    for label, words in (
        ("发生什么（中文）", "演练：暴雨"),
        ("发生什么（英文）", "Drill: rainstorm"),
        ("怎么做（中文）", "不去地下车库"),
        ("怎么做（英文）", "Keep out of the car park"),
    ):
        desk.get_by_label(label).fill(words)
    desk.get_by_role("button", name="发出").click()
    desk.get_by_role("heading", name="演练：暴雨").wait_for()

    passer.goto(HOME)
    assert passer.get_by_text("演练或测试，不是真的").first.is_visible()
    assert passer.get_by_text("不去地下车库").first.is_visible()

    desk.get_by_role("link", name="叫应所有人").click()
    desk.get_by_role("button", name="开始").click()
    desk.get_by_role("heading", name="没有回音的楼").wait_for()
    assert "AA-1" in desk.locator(".tag.no").all_inner_texts()

    for page, account in ((head, "head"), (grid, "grid")):
        come_in(page, account)
        page.goto(HOME + "safety/calls/")
        if page.get_by_role("link", name="演练：暴雨").count():
            page.get_by_role("link", name="演练：暴雨").first.click()
        page.get_by_role("heading", name="演练：暴雨").wait_for()
    head.get_by_role("button", name="已知晓，我去叫").click()
    head.get_by_text("您已应答").wait_for()

    head.context.set_offline(True)
    head.get_by_role("button", name=re.compile("已应答.*AA-1-101")).click()
    head.get_by_text("已存在本机").wait_for()
    desk.reload()
    assert "AA-1" in desk.locator(".tag.no").all_inner_texts(), "nothing has arrived yet"
    head.context.set_offline(False)
    head.evaluate("self.outbox.send()")
    head.wait_for_function("self.outbox.every().then((items) => items.length === 0)")

    grid.reload()
    grid.get_by_role("button", name="已知晓，我去叫").click()
    grid.get_by_text("您已应答").wait_for()
    grid.get_by_text("从打印的名单补录").click()
    grid.get_by_label("名单上的结果").fill("a AA-1-201 AA-1-301")
    grid.get_by_role("button", name="收下").click()
    grid.get_by_text("收下 2 条应答").wait_for()

    desk.reload()
    row = desk.get_by_role("row", name=re.compile("AA-1"))
    assert [cell.strip() for cell in row.locator("td.num").all_inner_texts()] == ["3", "3", "3", "0", "0"]
    assert "AA-1" not in desk.locator(".tag.no").all_inner_texts()
    assert desk.get_by_role("button", name=re.compile("已应答: (head|grid)")).count() == 0
