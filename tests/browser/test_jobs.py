"""Looking a name up while it is typed, and work that goes on beside the page: with keys alone, at both widths."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
BASE = "/430103001001/"
MANY = 1100


def signed_in(page):
    page.goto("/sign-in/")
    page.fill("#id_username", "worker")
    page.fill("#id_password", "a-word-to-pass")
    page.press("#id_password", "Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    return page


def table(path):
    """A workbook of organisations, more than a page reads at once; one of its lines is wrong."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["编号", "单位名称", "单位性质", "入驻日期"])
    for n in range(MANY):
        book.active.append([f"L{n}", f"文化广场{n}号店", "楼宇企业", "2012.3.1" if n else "不记得"])
    book.save(path)
    return path


def test_a_long_import_is_left_found_again_and_its_names_are_looked_up(look, tmp_path):
    page = signed_in(look(390))
    page.goto(f"{BASE}import/")
    page.set_input_files("#files", table(tmp_path / "单位.xlsx"))
    page.click("text=先看一遍")
    page.wait_for_url("**/jobs/*/")
    room = page.context
    page.close()
    page = room.new_page()
    page.goto(BASE)
    page.click(f"a.tool[href='{BASE}jobs/']")
    page.click("main .list a")
    page.get_by_role("link", name="打开结果").click(timeout=60_000)
    page.locator("button[name=keep]").click()
    page.wait_for_url("**/jobs/*/")
    page.get_by_role("link", name="打开结果").click(timeout=60_000)
    expect(page.locator(".note.ok")).to_contain_text(f"{MANY - 1}")
    with page.expect_download() as saved:
        page.get_by_role("link", name="有错").click()
    assert saved.value.suggested_filename.endswith(".xlsx")

    page.goto(f"{BASE}enterprises/request/write/")
    field = page.locator("[role=combobox][data-names*='register.organisation']")
    field.focus()
    page.keyboard.type("whgc17")
    expect(page.get_by_role("listbox").locator("[role=option]").first).to_be_visible(timeout=30_000)
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert "文化广场17" in page.locator(f"#{active}").inner_text()
    page.keyboard.press("Enter")
    assert field.input_value().startswith("L17")
    assert page.url.endswith("write/")
    field.fill("whgc2")
    expect(field).to_have_attribute("aria-expanded", "true", timeout=30_000)
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_without_script_the_code_is_typed(look):
    page = signed_in(look(1280, script=False))
    page.goto(f"{BASE}enterprises/request/write/")
    assert page.locator("[role=combobox]").count() == 0
    assert page.locator("[name=organisation]").is_visible()
