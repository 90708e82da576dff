"""A household with a phone: report, sign in, pledge, vote, borrow, check in; with script and without, in two languages."""

import io
import os
import re
import shutil

import pytest
from PIL import ExifTags, Image

from tests.browser.test_access import faults
from tests.browser.test_offline import kept, until

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
WORLD = "hall_ground"
HALL = "/430103001001/hall/"
PHONE = 390


def sign_in(page, account, to=HALL):
    page.goto("/sign-in/?next=" + to)
    page.locator("#id_username").fill(account)
    page.locator("#id_password").fill("a-word-to-pass")
    page.locator("main form button.big").click()
    page.wait_for_url("**" + to)


def narrow_enough(page):
    """Nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def photo():
    kept = io.BytesIO()
    Image.new("RGB", (1200, 800), "sienna").save(kept, "JPEG")
    return {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}


@pytest.mark.parametrize("script", [True, False])
def test_a_resident_does_everything_from_a_phone(script, look):
    page = look(PHONE, script=script)
    sign_in(page, "ours")
    assert page.get_by_role("heading", name="我家").is_visible()
    page.get_by_role("link", name="报事", exact=True).first.click()
    page.get_by_label("1. 拍一张").set_input_files(photo())
    page.locator(".chip").get_by_text("路灯照明", exact=True).click()
    if script:
        page.locator("[data-map] summary").click()
        page.locator(".tap .house").last.click()
        assert page.get_by_label("在别的楼栋").is_checked()
        assert page.locator("#building option:checked").inner_text() == "JQ-2"
    page.get_by_role("button", name="发出去").click()
    page.get_by_text("报上去了").first.wait_for()
    assert page.get_by_role("heading", name="路灯照明、" + ("JQ-2" if script else "JQ-1")).is_visible()
    assert page.get_by_alt_text("报事的照片").is_visible()
    assert not script or narrow_enough(page)
    page.goto(HALL + "pledges/")
    page.get_by_role("button", name=re.compile("我家承诺.*带布袋子")).click()
    page.get_by_text("已承诺：带布袋子").wait_for()
    page.get_by_text("做不到了").click()
    page.get_by_label("为什么").fill("忘性大")
    page.get_by_role("button", name="收回承诺").click()
    page.get_by_text("已收回：带布袋子").wait_for()
    page.goto(HALL + "votes/")
    page.get_by_role("link", name="加装电梯").click()
    page.get_by_role("button", name="同意", exact=True).click()
    page.get_by_text("您家投的是：同意").wait_for()
    page.goto(HALL + "loans/")
    page.get_by_label("书背上的编号").fill("B001")
    page.get_by_role("button", name="借走").click()
    page.get_by_role("button", name="还了").click()
    page.get_by_text("《邻里故事》还好了").wait_for()
    page.goto(HALL)
    page.locator(".plain").get_by_role("button", name=re.compile("全家平安|还是都平安")).click()
    page.get_by_text("记下了：全家平安").wait_for()
    page.goto(HALL + "evacuation/")
    assert page.get_by_role("heading", name="去文化广场避难场所").is_visible()
    assert not script or narrow_enough(page)


def test_a_huge_photo_is_made_small_with_its_hour_and_waits_for_the_network(look, tmp_path):
    """40 MB from a new phone in a stairwell: it shrinks in the browser, is kept there, and goes when there is a way."""
    page = look(PHONE)
    sign_in(page, "ours")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    for path in (HALL, HALL + "report/"):
        page.goto(path)
        kept(page, path)
    page.context.set_offline(True)
    page.goto(HALL)
    assert page.get_by_role("heading", name="我家").is_visible()
    page.get_by_role("link", name="报事", exact=True).first.click()
    page.locator(".chip").get_by_text("路灯照明", exact=True).click()
    page.get_by_label("1. 拍一张").set_input_files(huge(tmp_path / "IMG_2.jpg"))
    until(page, "() => document.querySelector('input[type=file]').files[0].size < 5e6")
    told = """async () => new TextDecoder('latin1').decode(
        await document.querySelector('input[type=file]').files[0].slice(0, 4096).arrayBuffer())"""
    assert "2026:06:05 10:15:00" in page.evaluate(told)
    page.get_by_role("button", name="发出去").click()
    page.get_by_text("已存在本机").wait_for()
    page.context.set_offline(False)
    page.locator("#waiting").wait_for(state="hidden")
    page.goto(HALL + "problems/")
    page.get_by_role("link", name=re.compile("路灯照明")).first.click()
    assert page.get_by_alt_text("报事的照片").is_visible()


def huge(path):
    """A photo of 40 MB, as noisy as a night in a stairwell."""
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal.value] = "2026:06:05 10:15:00"
    noise = Image.frombytes("RGB", (6000, 4000), os.urandom(6000 * 4000 * 3))
    noise.save(path, "JPEG", quality=95, subsampling=0, exif=exif)
    assert path.stat().st_size > 40_000_000
    return path


def test_a_poster_a_card_and_a_shelter_are_scanned(look):
    desk = look(1280)
    sign_in(desk, "worker", HALL + "print/")
    desk.get_by_role("link", name="今天的市集").click()
    code = re.sub(r"^https?://[^/]+", "", desk.locator(".poster .mono").inner_text())
    assert desk.locator(".poster .qr svg").bounding_box()["width"] > 150
    phone = look(PHONE)
    phone.goto(code)
    phone.locator("#id_username").fill("theirs")
    phone.locator("#id_password").fill("a-word-to-pass")
    phone.locator("main form button.big").click()
    phone.get_by_role("button", name="1 人").click()
    phone.get_by_text("您家已签到，1 人").wait_for()
    desk.goto(HALL + "cards/")
    desk.get_by_label("楼栋").select_option(label="JQ-1")
    desk.get_by_role("button", name="看这栋的卡").click()
    assert desk.locator(".cards .card").count() == 1
    desk.goto(HALL + "print/")
    desk.get_by_role("link", name="雷雨大风").click()
    shelter = re.sub(r"^https?://[^/]+", "", desk.locator(".poster .mono").inner_text())
    stranger = look(PHONE, script=False)
    stranger.goto(shelter)
    stranger.get_by_label("门牌号").fill("JQ-2-101")
    stranger.get_by_role("button", name="全家平安").click()
    assert stranger.get_by_text("记下了：全家平安").is_visible()
    desk.goto(HALL)
    desk.get_by_role("link", name="谁家平安：雷雨大风").click()
    assert desk.get_by_text("地下车库里").count() == 0, "the newest counts"


def test_large_text_asks_one_question_and_shows_wide_buttons_in_one_column(look):
    page = look(PHONE, size="large")
    sign_in(page, "ours")
    assert page.get_by_role("heading", level=1).all_inner_texts() == ["家里都好吗？"]
    boxes = [b.bounding_box() for b in page.locator(".hall .large .btn").all()]
    assert len(boxes) >= 9
    assert min(box["height"] for box in boxes) >= 60
    assert {round(box["x"]) for box in boxes if box["width"] > 300} == {round(boxes[0]["x"])}
    size = page.locator(".hall .large .btn").first.evaluate("b => parseFloat(getComputedStyle(b).fontSize)")
    assert 18 <= size <= 30
    assert narrow_enough(page)


PAGES = ("", "report/", "pledges/", "votes/", "loans/", "hours/", "notices/", "problems/", "evacuation/", "safe/")


@pytest.mark.parametrize("cookies", [{}, {"size": "large"}, {"theme": "dark", "django_language": "en"}], ids=str)
def test_no_page_of_the_hall_stands_in_anybodys_way(cookies, look):
    page = look(PHONE, **cookies)
    sign_in(page, "ours")
    for path in PAGES:
        page.goto(HALL + path)
        assert faults(page) == [], path
        assert narrow_enough(page), path
        if cookies.get("django_language"):
            assert page.locator("html").get_attribute("lang") == "en"
    for path, link in (
        ("notices/", "停水通知"),
        ("votes/", "加装电梯"),
        ("votes/", "路灯换成节能灯"),
        ("problems/", "JQ-2"),
    ):
        page.goto(HALL + path)
        page.locator("main").get_by_role("link", name=link).first.click()
        page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert faults(page) == [], link
    if not cookies:
        page.context.clear_cookies()
        sign_in(page, "worker", HALL + "problems/waiting/")
    for path in ("problems/waiting/", "cards/", "print/") if not cookies else ():
        page.goto(HALL + path)
        assert faults(page) == [], path
