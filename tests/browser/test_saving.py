"""A household reads its meter and sees what it used and saved; a worker draws a sample; everybody sees what came of it."""

import re
import shutil

import pytest

from tests.browser.test_access import faults
from tests.browser.test_hall import HALL, PHONE, narrow_enough, photo, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
WORLD = "saving_home"
ROOT = "/430103001001/"
USE = HALL + "use/"


def test_from_the_register_at_home_to_what_everybody_sees(look):
    page = look(PHONE, size="large")
    sign_in(page, "ours", USE)
    shown = page.get_by_label(re.compile("表上的读数"))
    shown.fill("12")
    page.get_by_role("button", name="保存读数").click()
    page.get_by_text("上次表上是").wait_for()
    assert shown.input_value() == "12", "nothing typed is lost"
    shown.fill("3560.5")
    page.get_by_label("没错，表上就是这个数").check()
    page.get_by_label("愿意的话，拍一张表的照片").set_input_files(photo())
    page.get_by_role("button", name="保存读数").click()
    page.get_by_text("已记下。").wait_for()
    assert page.get_by_text("3560.5").is_visible()
    assert page.get_by_text("16 户同类住户").is_visible()
    assert page.get_by_text("未能证明").is_visible()
    assert page.get_by_role("img", name=re.compile("逐月与去年对照")).is_visible()
    page.get_by_text("用表格看").click()
    assert page.get_by_role("cell", name=re.compile("抄见|估算")).first.is_visible()
    assert page.get_by_role("heading", name=re.compile("五盏灯")).is_visible()
    assert narrow_enough(page)
    assert faults(page) == []

    desk = look()
    sign_in(desk, "worker", ROOT + "saved/calls/")
    desk.get_by_role("link", name="抽一次样").click()
    desk.locator("#id_code").fill("CY-1")
    desk.locator("#id_call").select_option(label="空调不低于26度")
    desk.locator("#id_size").fill("5")
    desk.locator("main form button.btn").first.click()
    desk.get_by_text("CY-1").first.wait_for()
    desk.goto(ROOT + "saved/calls/")
    desk.get_by_role("link", name="CY-1").click()
    desk.get_by_role("link", name="要问谁，怎么说").click()
    for n, word in enumerate(("做到了", "做到了", "做到了", "没做到", "没联系上")):
        desk.locator(".ask > li").nth(n).get_by_label(word, exact=True).check()
    desk.get_by_role("button", name="保存回答").click()
    desk.get_by_text("都问过了").wait_for()
    assert faults(desk) == []

    public = look(PHONE)
    public.goto(ROOT + "saved/calls/")
    assert public.get_by_text("75.0%").is_visible()
    assert public.get_by_text("表量不出来").is_visible()
    assert "JQ-1-" not in public.content()
    for address in ("saved/calls/", "saved/", "saving/prices/", "saving/kinds/"):
        public.goto(ROOT + address)
        assert faults(public) == [], address
        assert narrow_enough(public), address
    public.goto(ROOT + "saved/")
    assert public.get_by_text("零就在这个区间里").is_visible()
