"""From a way that is drawn on the map to a plan, its film, its cards and what to do when a gate jams; and for all eyes."""

import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from .test_access import looked_at
from .test_jobs import signed_in

pytestmark = pytest.mark.browser
WORLD = "leaving"
BASE = "/430103001001/safety/"


def test_a_way_is_drawn_a_plan_computed_and_everybody_finds_the_way(look, tmp_path):
    page = signed_in(look(1280))
    page.goto(f"{BASE}ways/")
    spots = page.locator(".draw path.t-bins, .draw path.refuge")
    expect(spots).to_have_count(5)
    spots.nth(1).click(force=True)
    expect(page.locator("[data-network] [role=status]")).to_contain_text("出发")
    spots.nth(2).click(force=True)
    page.wait_for_url("**/way/write/**")
    page.fill("[name=code]", "N")
    page.fill("[name=width_m]", "0.5")
    page.fill("[name=day]", "2026-05-03")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".sum")).to_contain_text("0.6")
    page.fill("[name=width_m]", "3")
    page.get_by_role("button", name="保存").click()
    page.wait_for_url(re.compile(r"/way/[0-9a-f-]{36}/"))

    page.goto(f"{BASE}evacuation/")
    page.get_by_role("button", name="开始计算").click()
    page.get_by_role("link", name="打开结果").click(timeout=60_000)
    expect(page.locator("main")).to_contain_text("证明刚刚核验通过")
    expect(page.locator("main")).to_contain_text("以填报的宽度、人数和步速为准")
    plan = page.url

    page.get_by_role("link", name="逐分钟看人在哪里").click()
    shown = page.locator(".frames figure.now figcaption")
    before = shown.inner_text()
    page.locator("input[type=range]").focus()
    page.keyboard.press("End")
    expect(shown).to_contain_text("40 人已到达")
    assert shown.inner_text() != before

    page.goto(plan)
    page.get_by_role("link", name="途中重新规划").click()
    page.get_by_label("north gate").check()
    page.get_by_role("button", name="现在往哪走").click()
    expect(page.locator("[role=alert]")).to_contain_text("house-a")

    page.goto(plan)
    page.get_by_role("link", name="各楼栋撤离卡").click()
    page.pdf(path=tmp_path / "cards.pdf", prefer_css_page_size=True)
    paper = PdfReader(tmp_path / "cards.pdf")
    assert len(paper.pages) == 2
    assert round(float(paper.pages[0].mediabox.width) / 72 * 25.4) == 148
    assert "Main Street" in paper.pages[0].extract_text()

    found = []
    for part in ("", "film/", "what-if/", "cards/", "again/?minutes=1"):
        address = plan if not part else f"{BASE}evacuation/{plan.partition('plan=')[2]}/{part}"
        found += looked_at(page, address, ("normal", "dark", "large"))
    assert found == []


def test_without_script_the_moments_stand_side_by_side_and_the_network_is_drawn(look):
    page = signed_in(look(390, script=False))
    page.goto(f"{BASE}evacuation/")
    page.get_by_role("link", name="逐分钟看人在哪里").click()
    expect(page.locator(".frames figure:visible")).to_have_count(13)
    expect(page.locator("input[type=range]")).to_be_hidden()
    page.goto(f"{BASE}ways/")
    expect(page.locator("svg.net")).to_be_visible()
