"""From a question at the bin to a share with bounds: a resident, a worker and everybody, in one journey."""

import shutil

import pytest

from tests.browser.test_access import faults
from tests.browser.test_hall import narrow_enough, sign_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
WORLD = "waste_ground"
HOME = "/430103001001/"
ROOM = HOME + "environment/"


def test_waste_goes_from_the_bin_to_a_share_with_bounds(look):
    ours = look(390)
    sign_in(ours, "ours", HOME + "hall/")
    ours.get_by_role("link", name="垃圾分类查一查").first.click()
    ours.get_by_label("您要扔什么？").fill("旧沙发")
    ours.get_by_role("button", name="找", exact=True).click()
    ours.get_by_text("四个箱都不投").wait_for()
    ours.locator("li.card").get_by_role("link", name="预约").click()
    ours.get_by_label("要收走什么？").fill("旧沙发")
    ours.get_by_role("button", name="预约", exact=True).click()
    ours.get_by_text("约好了").wait_for()
    assert ours.get_by_text("已约满").is_visible()
    assert narrow_enough(ours)

    worker = look(1280)
    sign_in(worker, "worker", ROOM + "collectionday/")
    worker.get_by_role("link", name="D-1").or_(worker.locator("tbody th a")).first.click()
    worker.get_by_role("link", name="上门收集清单").click()
    worker.get_by_label("重量（公斤），JQ-1-101").fill("42.5")
    worker.get_by_role("button", name="收走了").click()
    worker.get_by_text("42.50 kg").wait_for()

    worker.goto(ROOM + "sampling/write/?code=C-1&about=bins&size=9&seed=20261124")
    worker.get_by_role("button", name="保存").click()
    worker.get_by_text("名单上只有 8 个").first.wait_for()
    worker.get_by_label("样本数").fill("4")
    worker.get_by_role("button", name="保存").click()
    worker.get_by_role("link", name="检查单").click()
    drawn = worker.locator("tbody th").all_inner_texts()
    assert len(drawn) == 4
    assert all("玉兰路" in one and "JQ" not in one for one in drawn)
    for n, choice in enumerate(worker.locator("tbody select").all()):
        choice.select_option("bad" if n == 1 else "good")
    worker.get_by_label("不该放的占百分之几").nth(1).fill("35")
    worker.get_by_role("button", name="保存已填的").click()
    worker.get_by_text("记下了 4 个").wait_for()
    assert faults(worker) == []

    worker.goto(ROOM + "waste/balance/")
    assert worker.get_by_role("row", name="厨余垃圾").locator("td").all_inner_texts() == ["200", "210", "10", "4.8%"]
    assert worker.get_by_text("一次也没称过").is_visible()
    assert worker.get_by_text("B-7").is_visible()
    worker.goto(ROOM + "noisecomplaint/")
    worker.locator("tbody th a").first.click()
    worker.get_by_role("link", name="步骤").click()
    worker.get_by_label("步骤").select_option("report")
    worker.get_by_label("报告哪个部门").fill("城管中队")
    worker.get_by_role("button", name="保存").click()
    worker.get_by_text("先劝阻、调解").wait_for()

    anybody = look(390)
    anybody.goto(ROOM + "waste/")
    assert anybody.get_by_text("25.0%").first.is_visible()
    assert anybody.get_by_text("全部 8 个的比例在 12.5% 到").is_visible()
    assert narrow_enough(anybody)
    assert faults(anybody) == []
    anybody.get_by_role("link", name="种子、名单").click()
    assert anybody.get_by_text("20261124").first.is_visible()
    assert "晚上打鼓" not in anybody.content()
    anybody.goto(ROOM + "noisecomplaint/")
    assert "sign-in" in anybody.url
