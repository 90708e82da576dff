"""7.5: page numbers in SongTi of size 4, 14 pt."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from liangxing.reports.format.feet import feet
from liangxing.reports.format.finding import Rule, Text, Told
from liangxing.reports.format.shapes import is_face

RULE = Rule("7.5", gettext_lazy("Page numbers in SongTi of size 4 (14 pt)"))
SIZE_PT = 14


def check(text: Text) -> Iterator[Told]:
    """The type of the foot that has the number."""
    for _sort, line in feet(text.paper):
        lead = line.lead or line.pieces[0]
        if abs(lead.size_pt - SIZE_PT) > 0.1:
            yield Told(
                _("Page numbers are of %(size)s pt.") % {"size": f"{lead.size_pt:g}"}, _("Choose size 4 (14 pt).")
            )
        if lead.font and not is_face(lead.font, "songti") and not is_face(lead.latin, "songti"):
            yield Told(_("Page numbers are set in %(font)s.") % {"font": lead.font}, _("Choose SongTi for the foot."))
