"""The report check with a mouse, with keys and without script: from a finding to its place, its proof and back."""

import pytest
from docx import Document
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
BASE = "/430103001001/"
TEXT = "金汇社区共有楼栋98栋。各项工作全面推进。绿化率35%。组织居民参观46人次。"


def checked(page, tmp_path):
    page.goto("/sign-in/")
    page.fill("#id_username", "worker")
    page.fill("#id_password", "a-word-to-pass")
    page.press("#id_password", "Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{BASE}check/")
    file = tmp_path / "汇报.txt"
    file.write_text(TEXT, "gb18030")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="核对", exact=True).click()
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_findings_lead_to_their_place_and_back_and_the_report_is_taken_along(look, tmp_path, width):
    page = checked(look(width), tmp_path)
    differs = page.locator("#v-differs .said a").first
    differs.focus()
    page.keyboard.press("t")
    assert page.url.endswith("#at-1")
    page.locator("#at-1").click()
    expect(differs).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#v-not_recorded .said a").first).to_be_focused()
    page.keyboard.press("k")
    expect(differs).to_be_focused()
    page.locator(".verdicts [data-verdict=unproven]").click()
    expect(page.locator("#v-unproven .said").first).to_be_visible()
    expect(page.locator("#v-differs")).to_be_hidden()
    page.locator("#at-1").click()
    expect(differs).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载带批注的汇报").click()
    noted = Document(taken.value.path())
    assert len(list(noted.comments)) == page.locator(".told li").count() - page.locator("#v-borne_out li").count()
    page.locator("#v-differs .open").first.click()
    expect(page.locator("h1")).to_have_text("楼栋")


def test_without_script_everything_is_there(look, tmp_path):
    page = checked(look(390, script=False), tmp_path)
    page.locator(".verdicts [data-verdict=differs]").click()
    page.wait_for_url(lambda url: url.endswith("#v-differs"))
    page.locator("#v-differs .said a").first.click()
    page.wait_for_url(lambda url: url.endswith("#at-1"))
    expect(page.locator("#v-unproven summary")).to_be_visible()
    with page.expect_download() as taken:
        page.get_by_role("button", name="下载带批注的汇报").click()
    assert taken.value.suggested_filename == "汇报-批注.docx"
