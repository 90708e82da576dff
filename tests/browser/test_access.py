"""No page stands in the way of anybody: axe finds nothing against WCAG 2.2 A and AA, light, dark, and in large text."""

import shutil

import pytest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
HOME = "/430103001001/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PUBLIC = ["", "figures/", "figures/activities.attended/?first=2020-01-01", "figures/register.residents/",
          "figures/register.household_size/", "rooms/", "activities/activity/?struck=1", "activities/activity/?q=zz",
          "standards/", "nothing/here/", "assessors/", "register/welcome/"]  # fmt: skip
DESK = ["environment/works/", "environment/works/write/", "register/resident/write/", "rooms/",
        "register/duplicates/", "register/changes/", "register/invitations/"]  # fmt: skip
LOOKS = [{}, {"theme": "dark"}, {"size": "large"}, {"django_language": "en"}]


def faults(page):
    """What axe finds, one line for each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": TAGS, "resultTypes": ["violations"]}).response["violations"]
    return [f"{f['id']}: {node['html'][:160]}" for f in found for node in f["nodes"]]


@pytest.mark.parametrize("cookies", LOOKS, ids=str)
@pytest.mark.parametrize("width", [1280, 390])
def test_public_pages_have_no_fault(width, cookies, look):
    page = look(width, **cookies)
    for path in PUBLIC:
        page.goto(HOME + path)
        assert faults(page) == [], path
    page.goto("/sign-in/")
    assert faults(page) == []


@pytest.mark.parametrize("cookies", LOOKS[:2], ids=str)
def test_pages_of_the_desk_have_no_fault(cookies, look):
    page = look(**cookies)
    page.goto("/sign-in/")
    page.locator("#id_username").fill("worker")
    page.locator("#id_password").fill("a-word-to-pass")
    page.locator("main form button").click()
    for path in DESK:
        page.goto(HOME + path)
        assert faults(page) == [], path
    page.goto(HOME + "environment/works/write/")
    page.locator("main form button").last.click()
    assert faults(page) == [], "a wrong form"
    page.goto(HOME + "environment/works/")
    page.locator("tbody th a").first.click()
    page.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
    assert faults(page) == [], "a record"
    page.locator("main .row a.btn").first.click()
    assert faults(page) == [], "a correction"


@pytest.mark.parametrize(("defect", "name"), [
    ("document.querySelector('#main').insertAdjacentHTML('beforeend', '<img src=x>')", "image-alt"),
    ("document.querySelector('.soft').style.color = '#ccc'", "color-contrast"),
    ("document.querySelector('label').remove()", "label"),
    ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
])  # fmt: skip
def test_a_planted_fault_is_found(defect, name, look):
    page = look()
    page.goto(HOME + "figures/?first=2020-01-01")  # a question asked keeps its form open
    page.evaluate(defect)
    assert any(fault.startswith(name) for fault in faults(page))
