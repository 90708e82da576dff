"""5.2.1: 37 mm above, 28 mm at the binding side, and a type area of 156 × 225 mm."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.finding import Rule, Text, Told

RULE = Rule("5.2.1", gettext_lazy("Margins leave a type area of 156 × 225 mm"), chinese=False)
WANTED_MM, ROUND_MM = {"top": 37, "bottom": 35, "left": 28, "right": 26}, 1.1
WORDS = {
    "top": gettext_lazy("top"),
    "bottom": gettext_lazy("bottom"),
    "left": gettext_lazy("left"),
    "right": gettext_lazy("right"),
}


def check(text: Text) -> Iterator[Told]:
    """Every section of upright pages; a table on a page that lies on its side has margins of its own."""
    for n, section in enumerate(text.paper.sections, 1):
        if section.width_mm > section.height_mm:
            continue
        have = {side: getattr(section, f"{side}_mm") for side in WANTED_MM}
        off = [side for side, want in WANTED_MM.items() if abs(have[side] - want) > ROUND_MM]
        if off:
            said = _("; ").join(
                _("%(side)s %(have)s mm instead of %(want)s mm")
                % {"side": WORDS[side], "have": f"{have[side]:.1f}", "want": WANTED_MM[side]}
                for side in off
            )
            yield Told(
                _("Margins of section %(n)s: %(said)s.") % {"n": n, "said": said},
                _("Layout, Margins: 37 mm at the top, 35 mm at the bottom, 28 mm left, 26 mm right, no gutter."),
            )
