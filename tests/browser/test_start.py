"""From an empty folder to a board with figures: the guided start, gone by somebody who has never seen it."""

import os
import shutil
import subprocess
import sys
import time

import pytest

from tests.browser.conftest import ROOT, _free, _wait
from tests.browser.test_access import faults

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
MINUTES = 10  # within which a new community is of use; the journey itself takes seconds, the rest is for thinking
RUN = "from liangxing.site.cli import run; run()"


@pytest.fixture
def empty(tmp_path):
    """The address of an installation whose data folder is empty, and what its window says."""
    port, said = _free(), tmp_path / "window"
    env = {**os.environ, "LIANGXING_DATA": str(tmp_path / "data")}
    for name in ("DJANGO_SETTINGS_MODULE", "LIANGXING_DEMO"):
        env.pop(name, None)
    with (
        said.open("w") as window,
        subprocess.Popen([sys.executable, "-c", RUN, "serve", "--port", str(port)], cwd=ROOT, env=env, stderr=window,
                         stdout=subprocess.DEVNULL) as server,
    ):  # fmt: skip
        try:
            _wait(f"http://127.0.0.1:{port}/sign-in/", server)
            yield f"http://127.0.0.1:{port}", said
        finally:
            server.terminate()


@pytest.mark.parametrize(("width", "script"), [(1280, True), (390, False)])
def test_a_new_community_has_a_board_with_figures_within_ten_minutes(width, script, empty, chromium, tmp_path):
    root, window = empty
    assert "/begin/" in window.read_text()
    room = chromium.new_context(viewport={"width": width, "height": 900}, locale="zh-CN", java_script_enabled=script,
                                base_url=root, accept_downloads=True)  # fmt: skip
    page, began = room.new_page(), time.monotonic()
    page.set_default_timeout(20_000)

    def narrow_enough():
        return not script or page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto("/")
    assert page.url.endswith("/begin/")
    page.get_by_label("统计用区划代码").fill("43010300100")
    page.get_by_label("社区名称").fill("金汇社区")
    page.get_by_label("密码", exact=True).fill("two-good-words")
    page.get_by_label("再输一遍密码").fill("two-good-words")
    page.get_by_role("button", name="开始").click()
    assert page.locator(".sum").get_by_text("12 位").is_visible()
    page.get_by_label("统计用区划代码").fill("４３０１０３００１００１")
    page.get_by_label("密码", exact=True).fill("two-good-words")
    page.get_by_label("再输一遍密码").fill("two-good-words")
    page.get_by_role("button", name="开始").click()
    page.get_by_role("link", name="继续", exact=True).click()
    assert page.get_by_label("省", exact=True).input_value() == "湖南省"
    page.get_by_label("街道").fill("文源街道")
    page.get_by_label("面积").fill("0.6")
    page.get_by_role("button", name="保存并继续").click()
    page.get_by_label("小区 1").fill("金秋小区")
    page.get_by_label("楼栋 1").fill("1-8，10")
    page.get_by_label("层数 1").fill("abc")
    page.get_by_role("button", name="保存并继续").click()
    assert page.locator(".sum").is_visible()
    assert page.get_by_label("楼栋 1").input_value() == "1-8，10"
    page.get_by_label("层数 1").fill("7")
    page.get_by_text("从表格粘贴").click()
    page.get_by_label("三列").fill("玉兰小区\t1-3\t18\n玉兰小区\t5栋\t18")
    assert narrow_enough()
    page.get_by_role("button", name="保存并继续").click()
    page.get_by_label("用户名 1").fill("li-grid")
    page.locator("#id_c0-role").select_option(label="网格员")
    page.locator("#id_c0-buildings").fill("JQ-1、JQ-2")
    assert narrow_enough()
    assert not script or faults(page) == []
    page.get_by_role("button", name="保存并继续").click()
    assert not script or faults(page) == []
    code = page.locator(".code").inner_text()
    page.get_by_role("link", name="接着建社区").click()
    page.get_by_role("link", name="继续", exact=True).click()
    page.get_by_label("日期 1").fill("2026-11-20")
    page.get_by_label("做什么 1").fill("世界厕所日宣传")
    page.get_by_label("类型 1").fill("宣传")
    page.get_by_label("人数 1").fill("62")
    page.get_by_role("button", name="保存并继续").click()
    with page.expect_download() as got:
        page.get_by_role("link", name="起步工作簿").click()
    assert got.value.path().read_bytes()[:2] == b"PK"
    page.get_by_role("button", name="先跳过").click()
    assert page.get_by_text("社区建好了").is_visible()
    assert not script or faults(page) == []
    page.get_by_role("link", name="去看板").click()
    for key, figure in (("register.buildings", "13"), ("register.estates", "2")):
        card = page.locator(".stat").filter(has=page.locator(f"a[href*='{key}']")).first
        assert figure in card.inner_text()
    assert "金汇社区" in page.locator("h1").first.inner_text()
    assert page.get_by_text("您手里的表").first.is_visible(), "what is next is said on the board"
    assert narrow_enough()
    assert time.monotonic() - began < MINUTES * 60 / 4
    room.clear_cookies()
    page.goto(f"/430103001001/register/welcome/?code={code}")
    page.locator("#id_new_password1").fill("grid-has-words")
    page.locator("#id_new_password2").fill("grid-has-words")
    with page.expect_navigation():
        page.get_by_role("button", name="进入").click()
    page.goto("/430103001001/register/building/")
    assert page.get_by_role("link", name="JQ-1").first.is_visible()
    page.goto("/begin/")
    assert "这个地址没有页面" in page.locator("main").inner_text(), "a community is founded once"
    room.close()
