"""A worker's morning: a line recorded and undone by keyboard alone, rows pasted, photos sorted; with script and without."""

import io
import shutil

import pytest
from django.utils.timezone import localdate
from PIL import ExifTags, Image

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
HOME = "/430103001001/"
ROWS = "Q{n}1\t节水宣传\t2026.5.1\t宣传\t玉兰路\t40\nQ{n}2\t楼道清理\t2026年5月2日\t大扫除\t玉兰路\t12\n"


def sign_in(page):
    page.goto("/sign-in/?next=" + HOME + "desk/")
    page.locator("#id_username").fill("worker")
    page.locator("#id_password").fill("a-word-to-pass")
    page.locator("main form button").first.click()
    page.locator("#line").wait_for()


def narrow_enough(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def focused(page):
    return page.evaluate("[document.activeElement.id, document.activeElement.textContent.trim()]")


def tab_to(page, words):
    """Press Tab until what has the focus says *words*."""
    for _n in range(60):
        page.keyboard.press("Tab")
        if words in focused(page)[1]:
            return
    raise AssertionError(f"Tab does not come to {words}")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_line_is_kept_and_undone_by_keyboard_alone(width, look):
    page = look(width)
    sign_in(page)
    assert narrow_enough(page)
    page.keyboard.press("/")
    assert focused(page)[0] == "line"
    page.keyboard.type(f"昨天 大扫除{width} 玉兰路 35人 2小时")
    page.locator("#read").get_by_text("还没有记下").wait_for()  # the preview, while typing
    assert page.locator("#read [name=attended]").input_value() == "35"
    page.keyboard.press("Enter")
    page.locator("h1", has_text="记一笔").wait_for()
    assert page.locator("#read .filled").count() >= 6
    assert narrow_enough(page)
    assert "确认" in focused(page)[1]
    page.keyboard.press("Enter")
    page.get_by_text("已经记下").wait_for()
    tab_to(page, "划去")
    page.keyboard.press("Enter")
    page.locator("#strike details[open]").wait_for()
    assert focused(page)[0] == "why"
    page.keyboard.type("记错了")
    page.keyboard.press("Enter")
    page.get_by_text("已经划去").wait_for()


def test_the_keys_of_a_list_work_and_can_be_switched_off(look):
    page = look()
    sign_in(page)
    page.goto(HOME + "environment/sortedbin/")
    page.keyboard.press("l")
    first = focused(page)[1]
    page.keyboard.press("ArrowDown")
    second = focused(page)[1]
    assert first
    assert second != first
    page.keyboard.press("ArrowUp")
    assert focused(page)[1] == first
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_text("快捷键").first.wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert focused(page)[1] == first
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="存证", exact=False).first.wait_for()
    page.goto(HOME + "environment/sortedbin/")
    page.keyboard.press("/")
    page.keyboard.type("n?l")  # in a field they are letters
    assert page.locator("input[name=q]").input_value() == "n?l"
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    page.wait_for_url("**/write/")
    page.goto(HOME + "desk/keys/")
    with page.expect_navigation():
        page.get_by_role("button", name="关闭快捷键").click()
    page.goto(HOME + "environment/sortedbin/")
    page.keyboard.press("n")
    page.wait_for_timeout(300)
    assert page.url.endswith("/sortedbin/")


@pytest.mark.parametrize(("width", "script", "language"), [(1280, True, "zh-hans"), (390, False, "en")])
def test_rows_are_pasted_and_kept(width, script, language, look):
    page = look(width, script=script, django_language=language)
    sign_in(page)
    page.locator("a[href$='/desk/paste/']").click()
    page.locator("#kind").select_option("activities.activity")
    page.locator("#rows").fill(ROWS.format(n=width))
    page.locator("main form .btn").first.click()
    chosen = page.locator("select[name=column]")
    assert chosen.nth(5).input_value() == "attended"
    page.locator("main form .btn").first.click()
    with page.expect_navigation():
        page.locator("button[name=keep]").click()
    page.goto(HOME + f"activities/activity/?q=Q{width}")
    assert page.locator("tbody tr").count() == 2
    page.goto(HOME + "desk/mine/")
    assert page.locator(".did details").count() >= 1
    assert not script or narrow_enough(page)


def photo(name, day, colour):
    exif, kept = Image.Exif(), io.BytesIO()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = f"{day:%Y:%m:%d} 10:00:00"
    Image.new("RGB", (640, 427), colour).save(kept, "JPEG", exif=exif)
    return {"name": name, "mimeType": "image/jpeg", "buffer": kept.getvalue()}


@pytest.mark.parametrize(("width", "script"), [(1280, True), (390, False)])
def test_photos_are_sorted_moved_and_attached(width, script, look):
    page = look(width, script=script)
    sign_in(page)
    page.goto(HOME + f"activities/activity/write/?title=看花{width}&code=K{width}&sort=宣传&attended=9")
    day = localdate().replace(year=localdate().year - 1, day=3 if script else 4)
    page.locator("[name=day]").fill(day.isoformat())
    with page.expect_navigation():
        page.locator("main form .btn").first.click()
    page.goto(HOME + "desk/photos/")
    colours = ("seagreen", "sienna", "navy") if script else ("teal", "olive", "plum")
    page.locator("#photos").set_input_files(
        [photo(f"{n}-{width}.jpg", day if n < 2 else day.replace(day=20), colour) for n, colour in enumerate(colours)]
    )
    page.locator("main form .btn").last.click()
    assert page.locator("fieldset.card").count() == 2
    asked, found = page.locator("fieldset.card").nth(0), page.locator("fieldset.card").nth(1)
    assert f"看花{width}" in found.locator("legend").inner_text()
    assert found.locator("li").count() == 2
    assert not script or narrow_enough(page)
    assert not script or page.evaluate("[...document.images].every(i => i.loading == 'lazy' || i.naturalWidth)")
    asked.locator("select[name=to]").select_option(index=1)
    found.locator("select[name=to]").nth(1).select_option("")
    page.locator("main form .btn").first.click()
    page.get_by_text("3 张照片里，2 张已经附上").wait_for()


def test_no_page_of_the_desk_stands_in_the_way(look):
    from .test_access import faults

    for cookies in ({}, {"theme": "dark"}, {"size": "large", "django_language": "en"}):
        page = look(390 if cookies else 1280, **cookies)
        sign_in(page)
        for path in (
            "",
            "quick/?line=昨天 大扫除 玉兰路 三十多人",
            "quick/?line=玉兰路",
            "paste/",
            "photos/",
            "mine/",
            "keys/",
        ):
            page.goto(HOME + "desk/" + path)
            page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
            assert faults(page) == [], (path, cookies)
            assert narrow_enough(page), (path, cookies)
