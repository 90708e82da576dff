"""From the board to a proof, and from a slip of the pen to a strike: as people go, on a desk and on a phone."""

import json
import shutil

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
HOME = "/430103001001/"
DESK, PHONE = 1280, 390


def sign_in(page):
    page.goto("/sign-in/?next=" + HOME + "rooms/")
    page.get_by_label("用户名").fill("worker")
    page.get_by_label("密码").fill("a-word-to-pass")
    page.locator("main").get_by_role("button", name="登录").click()


def narrow_enough(page):
    """Nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("script", [True, False])
def test_a_resident_follows_a_figure_to_its_proof(width, script, look):
    page = look(width, script=script)
    page.goto(HOME)
    assert not script or narrow_enough(page)
    page.get_by_role("link", name="分类垃圾箱").first.click()
    assert "60" in page.locator("main h1 + p").inner_text()
    assert not script or narrow_enough(page)
    page.locator("#rows tbody th a").first.click()
    page.get_by_text("通往树根的路径").click()
    with page.expect_download() as got:
        page.get_by_role("link", name="下载证明").click()
    told = json.loads(got.value.path().read_text())
    assert told["entry"]["kind"] == "environment.sortedbin"


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_worker_writes_corrects_and_strikes(width, look):
    page = look(width)
    sign_in(page)
    page.goto(HOME + "environment/works/write/")
    page.get_by_label("编号").fill(f"G-{width}")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("alert").get_by_text("还没有保存").wait_for()
    assert page.get_by_label("编号").input_value() == f"G-{width}"
    page.get_by_label("名称").fill("水沟疏通")
    page.get_by_label("工程类别").fill("沟渠")
    page.get_by_label("费用").fill("80000")
    page.get_by_role("button", name="保存").click()
    page.get_by_text("已经记下").wait_for()
    page.get_by_role("link", name="更正").click()
    page.get_by_label("费用").fill("81000")
    page.get_by_label("理由").fill("看错了发票")
    page.get_by_role("button", name="保存更正").click()
    page.get_by_text("已经更正").wait_for()
    assert page.locator("#tellings").get_by_text("80,000").is_visible()
    assert narrow_enough(page)
    page.locator("#strike summary").click()
    page.get_by_label("理由").fill("没有做这项工程")
    page.locator("#strike").get_by_role("button").click()
    page.get_by_text("已经划去").wait_for()
    assert page.locator(".tag.no").get_by_text("划去").is_visible()


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_menu_is_above_on_a_desk_and_below_on_a_phone(width, look):
    page = look(width)
    page.goto(HOME + "figures/")
    box = page.get_by_role("navigation", name="主要栏目").bounding_box()
    assert (box["y"] < 100) if width == DESK else (box["y"] + box["height"] > 899)
    assert page.get_by_role("navigation", name="主要栏目").locator("[aria-current]").inner_text() == "指标"


@pytest.mark.parametrize("script", [True, False])
def test_large_text_night_and_language_are_kept(script, look):
    page = look(PHONE, script=script)
    page.goto(HOME)
    page.get_by_role("button", name="大字").click()
    page.locator("html[data-size=large]").wait_for()
    page.get_by_role("button", name="夜间").click()
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("html").get_attribute("data-size") == "large"
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.get_by_role("button", name="Large", exact=True).click()
    page.goto(HOME + "figures/")
    assert not page.locator("html").get_attribute("data-size")


def test_layers_of_the_map_go_and_come_without_script(look):
    page = look(DESK, script=False)
    page.goto(HOME)
    bins = page.locator(".map g.l-bins").first
    assert bins.is_visible()
    page.locator(".layers").get_by_label("分类垃圾箱").uncheck()
    assert not bins.is_visible()
    page.locator(".layers").get_by_label("分类垃圾箱").check()
    assert bins.is_visible()


def test_the_skip_link_is_the_first_stop(look):
    page = look()
    page.goto(HOME)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_print_leaves_out_what_only_a_screen_needs(look):
    page = look()
    page.goto(HOME + "figures/environment.sorted_bins/")
    page.emulate_media(media="print")
    for gone in (".top", ".foot", "form"):
        assert not page.locator(gone).first.is_visible()
    assert page.locator("main h1").is_visible()
