"""A problem goes from a phone to the desk and to a neighbour drawn by lot; other programs speak to the same server."""

import re
import shutil

import pytest
import requests
import schemathesis
from georeport import GeoReport
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.browser.test_hall import HALL, PHONE, narrow_enough, photo, sign_in
from tests.reporting_ground import SECRET

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
WORLD = "reporting_ground"
CODE, V2 = "430103001001", "/430103001001/open311/v2"
TRIED = settings(
    max_examples=6, derandomize=True, suppress_health_check=list(HealthCheck), database=None,
    phases=[Phase.explicit, Phase.generate],
)  # fmt: skip


def test_a_phone_reports_the_desk_assigns_and_a_drawn_neighbour_closes(look):
    page = look(PHONE)
    sign_in(page, "ours", HALL + "report/")
    page.get_by_label("1. 拍一张").set_input_files(photo())
    page.locator(".chip").get_by_text("路灯照明", exact=True).click()
    page.locator("#building").select_option(label="JQ-2")
    page.get_by_text("是不是这里面的").wait_for()
    assert page.get_by_role("link", name="路灯照明、JQ-2").is_visible(), "what a neighbour reported is shown first"
    page.locator("#text").fill("二栋门口的灯一闪一闪")
    page.locator("[data-report] button.big").click()
    page.get_by_text("报上去了").first.wait_for()
    assert narrow_enough(page)
    address = page.url

    desk = look(1280)
    sign_in(desk, "worker", HALL + "problems/waiting/")
    assert desk.get_by_role("link", name="路灯照明、JQ-2").count() == 2
    desk.goto(address + "answer/")
    desk.get_by_role("button", name="交办").click()
    desk.get_by_text("已交办").wait_for()
    desk.get_by_role("button", name="公开照片", exact=True).click()
    desk.get_by_text("公众能看到").wait_for()
    desk.get_by_label("修好了").check()
    desk.locator("form.mark button.big").click()
    desk.get_by_text("谁来确认办好了").wait_for()

    neighbour = look(PHONE)
    sign_in(neighbour, "theirs", HALL + "problems/")
    assert neighbour.get_by_role("heading", name=re.compile("抽签抽到您家")).is_visible()
    neighbour.goto(address)
    assert neighbour.get_by_alt_text("报事的照片").is_visible(), "a worker has shown it"
    neighbour.get_by_role("button", name=re.compile("办好了")).click()
    neighbour.get_by_text("谢谢").first.wait_for()
    assert neighbour.get_by_text("居民确认办好了").first.is_visible()


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_client_from_elsewhere_reads_what_was_reported(form, site):
    sent = {"api_key": SECRET, "service_code": "303", "address_string": f"玉兰路口 {form}"}
    for words in ("井盖响", "井盖松了"):
        told = {**sent, "description": f"{words} {form}"}
        assert requests.post(f"{site}{V2}/requests.{form}", told, timeout=30).status_code == 200
    client = GeoReport(site + V2, jurisdiction=CODE, output_format=form)
    assert {"201", "303"} <= {service["service_code"] for service in client.get_service_list()}
    assert client.get_service_definition("201")["service_code"] == "201"
    told = client.get_service_requests(status="open", service_code="303")
    mine = [one for one in told if form in one["description"]]
    assert {one["description"] for one in mine} == {f"井盖响 {form}", f"井盖松了 {form}"}
    number = mine[0]["service_request_id"]
    assert client.get_service_request(number)["address"] == f"玉兰路口 {form}"


def test_all_that_the_description_allows_is_answered_as_it_says(site):
    """Within and beyond what it allows: every answer has a status, a form and a content that it tells of."""
    described = schemathesis.openapi.from_url(f"{site}{V2}/openapi.json")
    tried = []

    def ask(case):
        if isinstance(case.body, dict) and "api_key" in case.body:
            case.body["api_key"] = SECRET
        answer = case.call(base_url=site + V2, timeout=30)
        # That two moments lie at most 90 days apart, or that a number names a building, no schema says: 400 is right.
        case.validate_response(answer, excluded_checks=[positive_data_acceptance])
        tried.append(answer.status_code)

    for found in described.get_all_operations():
        for mode in list(GenerationMode):
            TRIED(given(found.ok().as_strategy(generation_mode=mode))(ask))()
    assert 200 in tried
    assert 400 in tried
