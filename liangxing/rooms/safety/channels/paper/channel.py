"""A printed list comes back as lines of a code and a sign."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...models import State
from .. import Answer, Channel

SIGNS = {"a": State.ANSWERED, "r": State.REACHED, "n": State.NOBODY}
LINE = re.compile(r"(?P<sign>[arn])\s*[:\s]\s*(?P<codes>.+)", re.IGNORECASE)
BETWEEN = re.compile(r"[\s,;\u3001\uff0c\uff1b]+")


def back(data: bytes) -> tuple[list[Answer], list[str]]:
    """Lines such as ``a 12-301 12-302`` (answered), ``r …`` (reached), ``n …`` (nobody there)."""
    answers, wrong = list[Answer](), list[str]()
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        if not line.strip():
            continue
        told = LINE.fullmatch(line.strip())
        if told is None:
            wrong.append(_("Line %(n)s: it begins with a, r or n and a space, then come the codes.") % {"n": number})
            continue
        state = SIGNS[told["sign"].lower()]
        answers += [Answer(code, state, number) for code in BETWEEN.split(told["codes"].strip()) if code]
    return answers, wrong


CHANNEL = Channel(
    "paper",
    gettext_lazy("printed list"),
    gettext_lazy("Printed beforehand for each building; typed in afterwards, many codes in one line."),
    back=back,
)
