"""The public board as people go through it: with script and without, back again, on a desk and on a phone."""

import re
import shutil

import pytest

from tests.browser.test_access import faults

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
HOME = "/430103001001/"
DESK, PHONE = 1280, 390
PAGES = ("map/", "year/", "before-and-after/", "coming/", "search/?q=玉兰", "search/?q=zz")


def narrow_enough(page):
    """Nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_visitor_looks_around_with_script(width, look):
    page = look(width)
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(HOME)
    page.get_by_role("main").get_by_role("searchbox").fill("栏杆")
    page.get_by_role("main").get_by_role("button", name="搜索").click()
    assert page.locator(".hits mark").first.inner_text() == "栏杆"
    page.locator(".hits a").first.click()
    page.go_back()
    assert page.locator("#q").input_value() == "栏杆"
    page.goto(HOME + "map/")
    page.locator(".stand.live .leaflet-container path.t-bins").first.wait_for()
    assert not page.locator(".stand > svg.map").is_visible()
    page.get_by_role("checkbox", name="分类垃圾箱").uncheck()
    assert page.locator("path.t-bins").count() == 0
    assert "bins" not in page.url
    page.get_by_role("button", name="放大").click()
    page.locator(".spot.t-works").first.dispatch_event("click")
    page.locator(".leaflet-popup").get_by_role("link", name="打开记录").dispatch_event("click")  # the map still moves
    page.wait_for_url(lambda url: "environment/works/" in url)
    page.go_back()
    assert not page.get_by_role("checkbox", name="分类垃圾箱").is_checked()
    page.goto(HOME + "year/")
    page.locator("a.bigger").first.click()
    box = page.locator("dialog.lightbox")
    first = box.locator("[role=status]").inner_text()
    page.keyboard.press("ArrowRight")
    assert box.locator("[role=status]").inner_text() != first or first.endswith("/ 1")
    assert narrow_enough(page)
    assert faults(page) == [], "a picture"
    page.keyboard.press("Escape")
    assert not box.is_visible()
    for path in PAGES:
        page.goto(HOME + path)
        assert narrow_enough(page), path
        assert faults(page) == [], path
    assert wrong == []


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_visitor_looks_around_without_script(width, look):
    page = look(width, script=False)
    page.goto(HOME + "map/")
    assert page.locator(".stand > svg.map").is_visible()
    page.get_by_role("checkbox", name="分类垃圾箱").uncheck()
    page.locator(".chooser").get_by_role("button").click()
    assert page.locator(".l-bins").count() == 0
    assert page.locator(".l-roads").count() > 0
    page.get_by_role("link", name=re.compile("只看这些.*道路")).click()
    page.wait_for_url(lambda url: url.endswith("?layers=roads"))
    page.locator(".things a").get_by_text("玉兰路").click()
    page.go_back()
    page.wait_for_url(lambda url: url.endswith("?layers=roads"))
    page.goto(HOME + "year/")
    page.locator("a.bigger").first.click()
    page.wait_for_url(lambda url: "/evidence/" in url)
    page.go_back()
    with page.expect_navigation():
        page.locator(".gallery figcaption a").first.click()
    page.goto(HOME + "search/?q=玉")
    assert page.locator("mark").first.inner_text() == "玉"
    page.locator(".sorts a").nth(1).click()
    page.wait_for_url(lambda url: "sort=" in url)
