"""A browser of ten years ago reads every page, without script; and names from anywhere leave what is beside them alone."""

import re
import shutil

import pytest

from .sitemap import CODE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed (Debian package chromium)"),
]
HOME = f"/{CODE}/"
# What no browser of 2016 knew: a declaration that it cannot read is left out, a rule whose selector it cannot read too.
UNKNOWN_BLOCK = re.compile(r"@supports\s?\([^{]*\)\s?\{(?:[^{}]|\{[^{}]*\})*\}")
UNKNOWN_RULE = re.compile(r"[^{}]*:(?:has|is|where|focus-visible|focus-within)\b[^{}]*\{[^{}]*\}")
UNKNOWN_WORD = re.compile(
    r"(?:display:\s*(?:inline-)?grid|(?:row-|column-)?gap:[^;}]*|grid[\w-]*:[^;}]*|aspect-ratio:[^;}]*|inset[\w-]*:[^;}]*"
    r"|place-[\w-]+:[^;}]*|(?:margin|padding)-(?:inline|block)[\w-]*:[^;}]*|[\w-]+:[^;{}]*\b(?:min|max|clamp)\([^;}]*)(?=[;}])"
)


def as_of_2016(style):
    """A style sheet as a browser of that year reads it."""
    style = UNKNOWN_BLOCK.sub("", re.sub(r"/\*.*?\*/", "", style, flags=re.S))
    return UNKNOWN_WORD.sub("", UNKNOWN_RULE.sub("", style))


def test_a_style_sheet_grows_old():
    told = as_of_2016("a:has(b),c{d:e}.f{width:calc(1px);width:min(1px,2px);gap:1px}@supports(display:grid){.g{h:i}}")
    assert told == ".f{width:calc(1px);;}"


@pytest.mark.parametrize("width", [1280, 390])
def test_an_old_browser_reads_every_page_without_script(width, look):
    page = look(width, script=False)

    def grown_old(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=as_of_2016(answer.text()))

    page.route("**/*.css", grown_old)
    for path in ("", "figures/", "figures/activities.attended/", "activities/activity/", "activities/calendar/",
                 "saving/map/", "standards/two-oriented/", "/styleguide/"):  # fmt: skip
        page.goto(path if path.startswith("/") else HOME + path)
        heading = page.locator("main h1").first
        box = heading.bounding_box()
        spot = [box["x"] + 4, box["y"] + box["height"] / 2]
        covered = page.evaluate("([x, y]) => document.elementFromPoint(x, y)?.closest('main') === null", spot)
        assert not covered, path  # nothing lies over the text
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, path
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main h1')).fontSize)") > 20, path
        assert page.locator(".nav a").first.is_visible() or path == "/styleguide/"


def test_a_name_from_the_right_to_the_left_does_not_turn_its_neighbours(look):
    page = look(1280)
    page.goto("/styleguide/")
    places = page.evaluate("[...document.querySelectorAll('#type bdi')].map(one => one.getBoundingClientRect().x)")
    assert places == sorted(places)
    assert "𠮷田" in page.locator("#type").inner_text()
    told = "['main a', 'main td', 'main th'].map(one => getComputedStyle(document.querySelector(one)).unicodeBidi)"
    assert page.evaluate(told) == ["isolate"] * 3
