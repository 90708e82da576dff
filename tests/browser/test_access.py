"""No page stands in the way of anybody: every page of the site map, light, dark and in large text, by eye and by key.

axe holds WCAG 2.2 A and AA; what it leaves undecided of contrast is worked out from the computed styles.
"""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from .sitemap import CODE, shapes

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
HOME = f"/{CODE}/"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AGAIN = ["color-contrast", "target-size", "scrollable-region-focusable"]  # rules that another look of a page can break
WIDTHS = {"normal": 390, "dark": 1280, "large": 390, "larger": 390, "english": 390}
SET = "([size, theme]) => {{ const page = document.documentElement; {} }}".format(
    "size ? page.dataset.size = size : delete page.dataset.size; page.dataset.theme = theme"
)
LOOKS = {"normal": ("", "light"), "dark": ("", "dark"), "large": ("large", "light"), "larger": ("larger", "light")}
AXE, JUDGE = files("axe_playwright_python") / "axe.min.js", Path(__file__).with_name("judge.js")


@pytest.fixture
def desk(look):
    """A worker who is signed in, with axe and our own judgement in every page."""
    page = look(390)
    page.goto("/sign-in/")
    page.locator("#id_username").fill("worker")
    page.locator("#id_password").fill("a-word-to-pass")
    page.locator("main form button").click()
    return page


def wear(page, name):
    ready(page)
    page.set_viewport_size({"width": WIDTHS[name], "height": 900})
    page.evaluate(SET, LOOKS[name])


def ready(page):
    """Put axe and our own judgement into the page."""
    if not page.evaluate("'judge' in window"):
        page.evaluate(AXE.read_text("utf-8"))
        page.evaluate(JUDGE.read_text("utf-8"))


def faults(page, part="html", only=TAGS):
    """What axe finds in a *part* of the page, one line for each, and what we find where it is undecided."""
    ready(page)
    found = page.evaluate(
        "([part, only]) => axe.run(part, {runOnly: only, resultTypes: ['violations', 'incomplete']})"
        ".then(({violations, incomplete}) => ({violations, incomplete}))", [part, only]
    )  # fmt: skip
    lines = [f"{f['id']}: {node['html'][:160]}" for f in found["violations"] for node in f["nodes"]]
    undecided = [n["target"][0] for f in found["incomplete"] if f["id"] == "color-contrast" for n in f["nodes"]]
    return lines + page.evaluate("all => judge.contrast(all)", [t for t in undecided if isinstance(t, str)])


def pages(page, served):
    """The addresses of the site map: one of each shape; and of the others, which are alike, every third."""
    first, others = shapes(page, served)
    return list(first.values()), others[::3]


def looked_at(page, address, names, part="html"):
    page.goto(address, wait_until="domcontentloaded")
    found = []
    for n, name in enumerate(names):
        wear(page, name)
        found += [f"{address} ({name}) {fault}" for fault in faults(page, part, AGAIN if n else TAGS)]
        if name.startswith("large"):
            found += [f"{address} ({name}) {fault}" for fault in page.evaluate("judge.large()")]
    return found


@pytest.mark.parametrize("half", [0, 1])
def test_every_page_serves_everybody(half, desk, served):
    first, others = pages(desk, served)
    assert len(first) > 20
    assert len(others) > 80
    found = []
    for n, address in enumerate(first):
        if n % 2 == half:
            found += looked_at(desk, address, ["normal", "dark", ("large", "larger")[n // 2 % 2]])
    for n, address in enumerate(others):
        if n % 2 == half:
            found += looked_at(desk, address, [list(LOOKS)[n // 2 % 4]], "#main")  # around it all is as in the first
    assert found == []


def walk(page, most=400, *, main=False):
    """Go through the page with the Tab key alone; what was not reached, or not seen to be. *main*: of its main part."""
    stops = page.evaluate("judge.walk", main)
    for pressed in range(most):
        page.keyboard.press("Tab")
        if pressed >= stops and not page.evaluate("judge.left()"):
            break
    told = page.evaluate("judge.walked()")
    return told["missed"] + told["dim"]


def test_the_tab_key_alone_reaches_everything(desk, served):
    found = []
    for n, address in enumerate(pages(desk, served)[0]):
        desk.goto(address, wait_until="domcontentloaded")
        wear(desk, "normal")
        found += [f"{address} {fault}" for fault in walk(desk, main=n > 5)]  # around it all is as in the first
    assert found == []


def test_public_pages_and_english_ones_have_no_fault(look):
    page = look(390, django_language="en")
    for path in ("", "figures/", "figures/casework.cases/", "rooms/", "standards/", "activities/activity/"):
        assert looked_at(page, HOME + path, ["normal"]) == []
    assert looked_at(page, "/styleguide/", ["dark", "larger"]) == []


def test_forms_that_were_filled_in_wrongly_have_no_fault(desk):
    for path in ("environment/works/write/", "register/resident/write/"):
        desk.goto(HOME + path)
        desk.locator("main form button").last.click()
        desk.locator("#main [role=alert]").first.wait_for()
        assert faults(desk) == [], path


HIDE = "document.head.insertAdjacentHTML('beforeend', '<style>a:focus-visible{outline:0}</style>')"
PALE = "document.querySelector('svg.chart text').style.fill = '#bbb'"
TRAP = "document.querySelector('.crumbs a').addEventListener('blur', (event) => event.target.focus())"


@pytest.mark.parametrize(("defect", "name"), [
    ("document.querySelector('#main').insertAdjacentHTML('beforeend', '<img src=x>')", "image-alt"),
    ("document.querySelector('.soft').style.color = '#ccc'", "color-contrast"),
    ("document.querySelector('label').remove()", "label"),
    ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
    (PALE, "contrast 1."),
    (HIDE, "focus is not seen"),
    (TRAP, "not reached"),
    ("document.querySelector('.crumbs a').tabIndex = -1", "not reached"),
    ("document.querySelector('main a.open').style.minHeight = '30px'", "target of"),
    ("document.querySelector('main p').style.fontSize = '15px'", "text of 15 px"),
])  # fmt: skip
def test_a_planted_fault_is_found(defect, name, desk):
    desk.goto(HOME + "figures/activities.attended/?first=2020-01-01")  # a question asked keeps its form open
    wear(desk, "large")
    desk.evaluate(defect)
    found = (
        walk(desk) if name in ("focus is not seen", "not reached") else faults(desk) + desk.evaluate("judge.large()")
    )
    assert any(fault.startswith(name) for fault in found)
