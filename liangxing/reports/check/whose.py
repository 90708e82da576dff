"""Which community a text speaks of, by the names in it."""

from __future__ import annotations

import re
from collections import Counter

from liangxing.kernel.patterns import any_of

from .words import HAN, words

OPENING = 400  # characters in which a report says whose it is
LONGEST = 6  # characters of a community's name before the word for it
FEW = 2


def other_community(text: str, ours: str) -> str:
    """The community that *text* names again and again, when *ours* is not named at all; else empty."""
    word = words()["levels"]["none"][0]
    if not ours or ours in text or ours.removesuffix(word) in text:
        return ""
    told = words()
    general = any_of([*told["honours"]["endings"], *told["whose"]["general"]])
    opened = any_of([*told["names"]["opening"], *told["whose"]["general"], *told["whose"]["opening"]])
    names = Counter[str]()
    for hit in re.finditer(rf"(?<![{HAN}])([{HAN}]{{2,14}}?){word}(?!{word})", text[:OPENING]):
        name = re.sub(rf"^.*{opened}", "", hit[1])[-LONGEST:]
        if len(name) >= FEW and not re.search(general, name + word):
            names[name + word] += 1
    return next((name for name, _n in names.most_common(1) if text.count(name) >= FEW), "")
