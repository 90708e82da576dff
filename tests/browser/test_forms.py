"""A department's form from its upload to the workbook that goes back: looked over once, filled, confirmed with one tap."""

import io
import shutil

import pytest
from openpyxl import load_workbook

from liangxing.reports.forms.tests.sheets import Paper
from tests.browser.test_access import faults
from tests.browser.test_desk import HOME, narrow_enough, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]


def blank(folder, width):
    paper = Paper(head=f"情况表{width}").put(A2="总户数（户）", B2=None, C2="低保户数（户）", D2=None)
    file = folder / f"{width}.xlsx"
    file.write_bytes(paper.table(4, ["序号", "活动名称", "日期"], 2).content())
    return file


def good(page):
    assert narrow_enough(page)
    assert faults(page) == []


@pytest.mark.parametrize(("width", "script"), [(1280, True), (390, False)])
def test_a_form_is_uploaded_looked_over_filled_and_the_next_time_confirmed(width, script, look, tmp_path):
    page = look(width, script=script)
    sign_in(page)
    page.goto(f"{HOME}reports/forms/new/")
    if script:
        good(page)
    page.locator("#id_file").set_input_files(blank(tmp_path, width))
    page.locator("#id_asked_by").fill("区民政局")
    page.locator("#id_authority").fill("统计报表制度")
    page.locator("#id_day").fill("2020-01-01")
    page.locator("main form .btn").first.click()
    page.locator("#cell-0").wait_for()
    assert page.locator("#cell-0").input_value() == "户数"
    assert page.locator("#rows-0").input_value() == "activities.activity"
    if script:
        good(page)
    page.locator("main form .btn").first.click()
    page.locator("[data-typing]").wait_for()
    if script:
        good(page)
    answer = page.locator("[name^=answer-]")
    answer.press_sequentially("12", delay=300 if script else 0)
    page.locator("[data-typing] .btn").last.click()
    with page.expect_download() as got:
        page.locator("a[href$='/file/']").click()
    sheet = load_workbook(io.BytesIO(got.value.path().read_bytes())).active
    assert sheet["D2"].value == 12
    if script:
        good(page)
    page.goto(page.url.partition("filled/")[0])
    cells = page.locator("tbody tr").first.locator("td")
    assert cells.nth(3).inner_text().strip().endswith("1")
    page.goto(f"{page.url}fill/?period=2026")
    page.locator("[data-typing] .btn").first.click()
    assert page.locator("tbody .tag", has_text="与上次相同").count() == 1
