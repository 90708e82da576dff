"""An office's table becomes a standard without script; what would be follows what is typed, and is never written."""

import shutil

import pytest
from openpyxl import Workbook

from tests.browser.test_desk import HOME, narrow_enough, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]


def table(folder, width):
    """A table of two clauses under a title of its own, for each width one."""
    book, more = Workbook(), "" if width == 1280 else "到位"  # what was confirmed once is not asked again
    for row in ([f"街道评定表{width}"], ["发布单位", "虚构的街道"], ["出处", "虚构"], ["生效日期", "2026-01-01"], ["等级", "合格", 60],
                ["序号", "考核内容", "达标要求", "分值"], [1, "分类垃圾箱" + more, "不少于60个", 40], [2, "节能环保课堂" + more, "每年超过3次", "60分"]):  # fmt: skip
        book.active.append(row)
    file = folder / f"{width}.xlsx"
    book.save(file)
    return file


@pytest.mark.parametrize("width", [1280, 390])
def test_a_table_is_bound_looked_at_and_kept(width, look, tmp_path):
    page = look(width, script=False)
    sign_in(page)
    page.goto(HOME + "standards/new/")
    assert narrow_enough(page)
    page.locator("#file").set_input_files(table(tmp_path, width))
    page.get_by_role("button", name="看一看").click()
    assert "分类垃圾箱" in page.locator("#measure-0").input_value()
    assert page.locator("#asked-1").input_value() == "> 3"
    assert narrow_enough(page)
    page.get_by_role("button", name="存为标准").click()
    assert page.get_by_role("alert").is_visible()  # the suggestions were not looked at
    page.locator("[name=looked]").check()
    page.get_by_role("button", name="存为标准").click()
    page.locator("h1", has_text=f"街道评定表{width}").wait_for()
    assert narrow_enough(page)
    key = page.url.rstrip("/").rpartition("/")[2]
    for part in ("plan/", "compare/", "what-if/"):
        page.goto(f"{HOME}standards/{key}/{part}")
        assert narrow_enough(page)
    page.locator("[name='more.activities.lessons']").fill("4")
    page.get_by_role("button", name="看结果").click()
    assert "合格" in page.locator("#outcome").inner_text()


def test_what_would_be_follows_the_typing_and_says_that_it_is_assumed(look):
    page = look()
    sign_in(page)
    page.goto(HOME + "standards/disaster-reduction-2020/what-if/")
    before = page.locator("#outcome").inner_text()
    page.locator("[name='more.safety.risk_assessments']").fill("1")
    page.locator("#outcome", has_text="2.1a").wait_for()
    assert "more.safety.risk_assessments=1" in page.url
    page.locator("[name='more.safety.risk_assessments']").fill("")
    page.locator("#outcome", has_text="还没有假设").wait_for()
    assert page.locator("#outcome").inner_text() == before


def test_a_printed_comparison_keeps_its_words_and_leaves_the_form_out(look):
    page = look(794)
    page.goto(HOME + "standards/disaster-reduction-2020/compare/")
    page.emulate_media(media="print")
    assert not page.locator("form.noprint").is_visible()
    told = page.locator("table.compared").inner_text()
    assert "按我们的理解对应" in told
    assert "旧版读到的部分里没有" in told
    assert narrow_enough(page)
