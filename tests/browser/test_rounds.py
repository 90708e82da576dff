"""A round goes on when the network is gone, and all of it arrives once and in order; works are seen before and after."""

import re
import shutil

import pytest

from tests.browser.test_offline import PHONE, come_in, kept, until, waiting
from tests.town import picture

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
WORLD = "rounds_ground"
ROOM = "/430103001001/environment/"


def point(page, n):
    """The card of the n-th point, opened."""
    card = page.locator(".points > li").nth(n - 1)
    if card.locator("details").first.get_attribute("open") is None:
        card.locator("summary").first.click()
    return card


def in_order(page, n):
    point(page, n).get_by_role("button", name="完好").click()


def test_the_network_goes_in_the_middle_of_a_round_and_nothing_is_lost_or_told_twice(look):
    page = look(PHONE)
    come_in(page, ROOM + "rounds/")
    page.get_by_role("button", name="开始").click()
    page.wait_for_url(re.compile("/walk/$"))
    round_of_today = page.url.removeprefix(page.evaluate("location.origin"))
    kept(page, round_of_today)
    in_order(page, 1)
    page.get_by_text("已查 1 / 4").wait_for()
    kept(page, round_of_today)
    page.context.set_offline(True)
    page.goto(round_of_today)
    in_order(page, 2)
    page.locator(".points > li").nth(1).get_by_text("存在本机").wait_for()
    wrong = point(page, 3)
    wrong.locator("fieldset", has_text="压力表").get_by_label("否").check()
    wrong.get_by_text("有问题").click()
    wrong.get_by_label("有什么问题").fill("指针在红区")
    wrong.locator("input[type=file]").set_input_files(
        {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": picture().getvalue()}
    )
    wrong.get_by_role("button", name="报上去").click()
    page.get_by_text(re.compile("等待发送 2")).wait_for()
    page.goto(round_of_today)
    page.locator(".points > li").nth(2).get_by_text("存在本机").wait_for()
    page.context.set_offline(False)
    waiting(page).wait_for(state="hidden")
    until(page, "async () => (await self.outbox.every()).every((item) => item.state === 'sent')")
    page.goto(round_of_today)
    assert page.locator(".points .said").all_inner_texts()[:3] == ["完好", "完好", "有问题"]
    page.goto(ROOM + "pointcheck/")
    told = page.locator("tbody tr").all_inner_texts()
    assert [re.search("([1-4])号", row)[1] for row in told] == ["3", "2", "1"], "the newest first, each once"
    page.goto(ROOM + "problem/?source=round")
    assert page.locator("tbody tr").count() == 1, "what is wrong has become a problem"
    page.locator("tbody th a").first.click()
    assert page.get_by_text("指针在红区").first.is_visible()
    assert page.locator("#evidence img").count() == 1
    page.goto(round_of_today)
    page.get_by_role("button", name="结束巡查").click()
    page.get_by_text("有 1 个没查到").wait_for()
    assert page.get_by_text("4号灭火器").first.is_visible(), "what was missed is said"


def test_another_who_takes_the_phone_does_not_find_the_round(look):
    page = look(PHONE)
    come_in(page, ROOM + "rounds/")
    page.locator("main .list a").first.click()
    page.wait_for_url(re.compile("/(walk|results)/$"))
    address = page.url.removeprefix(page.evaluate("location.origin"))
    kept(page, address)
    page.get_by_role("button", name=re.compile("退出")).click()
    page.wait_for_url(re.compile("/430103001001/$"))
    until(page, "async (path) => !(await caches.match(path, {ignoreVary: true}))", address)
    page.context.set_offline(True)
    page.goto(address)
    assert page.get_by_role("heading", name="消防巡查").count() == 0


@pytest.fixture
def camera(chromium, site):
    """A phone whose camera sees a test pattern."""
    seen = ["--no-sandbox", "--disable-gpu", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    browser = chromium.browser_type.launch(executable_path=shutil.which("chromium"), args=seen)
    phone = {"width": PHONE, "height": 900}
    yield browser.new_context(viewport=phone, locale="zh-CN", base_url=site, permissions=["camera"]).new_page()
    browser.close()


def test_a_chosen_photo_of_after_stands_beside_the_one_of_before(look):
    page = look(PHONE, script=False)
    page.goto("/sign-in/?next=" + ROOM + "works/lines/")
    page.locator("#id_username").fill("worker")
    page.locator("#id_password").fill("a-word-to-pass")
    page.locator("main form button").first.click()
    page.get_by_role("link", name="沟渠疏通").click()
    page.get_by_role("link", name="拍一张").click()
    assert page.locator(".half img").is_visible(), "without a script the picture of before stands beside"
    page.locator("#file").set_input_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture().getvalue()})
    page.get_by_role("button", name="保存照片").click()
    assert page.locator(".compare img").count() == 2
    assert page.locator(".compare input").count() == 0


def test_the_camera_shows_the_picture_of_before_half_seen_through(camera):
    page = camera
    come_in(page, ROOM + "works/lines/")
    page.get_by_role("link", name="沟渠疏通").click()
    page.get_by_role("link", name="拍一张").click()
    page.get_by_label("改造后").check()
    page.get_by_label(re.compile("1. 大门口")).check()
    ghost = page.locator(".finder img")
    ghost.wait_for()
    assert ghost.evaluate("image => getComputedStyle(image).opacity") == "0.5"
    page.get_by_role("button", name="打开相机").click()
    page.get_by_role("button", name="拍下来").click()
    page.get_by_text("拍好了").wait_for()
    page.get_by_role("button", name="保存照片").click()
    handle = page.locator(".compare input[type=range]")
    handle.wait_for()
    handle.fill("20")
    assert page.locator(".compare").evaluate("figure => figure.style.getPropertyValue('--at')") == "20%"
