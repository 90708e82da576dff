"""A drill from the invitation to the result on two phones, one of which loses the network; and a household that does."""

import re
import shutil

import pytest

from tests.browser.sitemap import is_page, site_map
from tests.browser.test_access import looked_at
from tests.browser.test_offline import PHONE, come_in, until, waiting

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
WORLD = "hall_ground"
HOME = "/430103001001/"


@pytest.fixture
def browser(chromium, site):
    """Opens a browser of its own each time it is asked, as a device is."""
    opened = []

    def open_one(width=PHONE):
        context = chromium.new_context(base_url=site, locale="zh-CN", viewport={"width": width, "height": 844})
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        return context, page

    yield open_one
    for context in opened:
        context.close()


def kept_page(page):
    until(page, "async () => Boolean(await caches.match(location.href, {ignoreVary: true}))")


def press(page, moment):
    page.get_by_role("button", name=moment).click()


def planned(desk):
    """Plan a drill at the desk."""
    come_in(desk, HOME + "safety/drillplan/write/")
    desk.get_by_label("编号", exact=False).first.fill("YL-9")
    desk.locator("[name=title]").fill("双机演练")
    desk.locator("[name=scenario]").fill("火灾")
    desk.get_by_role("button", name="保存").click()
    desk.wait_for_url(lambda url: "/write/" not in url)


def test_a_drill_on_two_phones_with_a_power_cut_between(browser):
    _context, desk = browser(1280)
    planned(desk)
    desk.goto(HOME + "hall/drills/")
    desk.get_by_role("link", name=re.compile("准备与收尾")).click()
    for box in desk.locator("[name=building]").all():
        box.check()
    desk.get_by_role("button", name="保存楼栋").click()
    desk.get_by_role("button", name="邀请").click()
    desk.get_by_text("张通知").wait_for()
    prepare, watch = desk.url, desk.get_by_role("link", name="在这里打开秒表").get_attribute("href")

    phones = []
    for _n in range(2):
        context, page = browser()
        page.goto(watch)
        page.wait_for_function("navigator.serviceWorker.controller !== null")
        page.reload()
        kept_page(page)
        page.get_by_label("您站在哪栋楼？").select_option("JQ-1")
        phones.append((context, page))
    (_first, door), (network, shelter) = phones
    press(door, "拉响警报")
    door.get_by_text("已记下").wait_for()
    network.set_offline(True)
    press(shelter, "最后一人到达避难场所")
    waiting(shelter).wait_for(state="visible")
    door.get_by_label("您站在哪栋楼？").select_option("JQ-1")
    press(door, "最后一人出楼")
    door.get_by_text("已记下").wait_for()
    network.set_offline(False)
    until(shelter, "async () => !(await outbox.every()).some((item) => item.state === 'waiting')")

    desk.goto(prepare)
    desk.get_by_role("button", name="保存结果").click()
    desk.get_by_text("结果已保存").wait_for()
    desk.goto(prepare.replace("prepare/", ""))
    cells = desk.locator("tbody tr", has_text="JQ-1").locator("td").all_inner_texts()
    assert all(re.fullmatch(r"\d:\d\d", cell) for cell in cells[:2]), cells
    assert cells[2] == "—", "no plan has been computed, so the minimum is unknown"


def test_a_worker_goes_from_door_to_door_without_a_network(browser):
    network, phone = browser()
    come_in(phone, HOME + "hall/")
    phone.goto(HOME + "hall/")
    phone.get_by_role("link", name=re.compile("谁家平安：雷雨大风")).click()
    phone.get_by_role("link", name="JQ-1", exact=True).click()
    phone.reload()
    kept_page(phone)
    network.set_offline(True)
    phone.reload()
    row = phone.locator("tr", has_text="JQ-1-101")
    row.get_by_label(re.compile("需要什么")).fill("轮椅")
    row.locator("[name=state][value=help]").click()
    waiting(phone).wait_for(state="visible")
    network.set_offline(False)
    until(phone, "async () => !(await outbox.every()).some((item) => item.state === 'waiting')")
    phone.reload()
    told = phone.locator("tr", has_text="JQ-1-101").inner_text()
    assert "求助" in told
    assert "轮椅" in told


def test_no_page_about_a_drill_an_emergency_or_a_report_stands_in_anybodys_way(browser, served):
    _context, desk = browser()
    planned(desk)
    about = [
        stop
        for stop in site_map(served)
        if stop.route.startswith("hall.") and re.search("/[0-9a-f-]{36}/", stop.address)
    ]
    seen, found = [], []
    for n, stop in enumerate(about):
        if is_page(desk.request.get(stop.address, max_redirects=0), stop.route):
            found += looked_at(desk, stop.address, ["normal", "dark", ("large", "larger")[n % 2]])
            seen.append(stop.route)
    assert found == []
    assert {"hall.drillplan.read", "hall.drillplan.invite", "hall.checklist.count", "hall.emergency.print"} <= {*seen}
