"""The outbox of a telephone gateway: JSON Lines, described in ``docs/telephone-outbox.md``."""

from __future__ import annotations

import json
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from liangxing.register.models import Post, Resident

from ...models import State
from ...queries.calling import Tree
from .. import Answer, Channel

FORMAT = "liangxing-telephone-outbox/1"


def out(tree: Tree, where: str) -> bytes:
    """One line for everybody who passes the warning on; ``to`` is empty where the register has no number of theirs."""
    numbers = _numbers(tree)
    lines: list[dict[str, object]] = [{
        "format": FORMAT, "round": str(tree.round.fact), "name": tree.round.name, "exercise": tree.round.exercise,
        "began": tree.round.began_at.isoformat(timespec="seconds"), "answer_within_min": tree.round.rise_min,
    }]  # fmt: skip
    for caller in tree.callers.values():
        if caller.state != State.ANSWERED:
            text = {language: _text(tree, language) for language in ("zh-hans", "en")}
            to = numbers.get(caller.post, "")
            lines.append({"code": caller.code, "to": to, "role": caller.role, "text": text, "page": where})
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _text(tree: Tree, language: str) -> str:
    with override(language):
        said = _("%(name)s. Please call those whom you answer for, and press 1 when you have heard this.")
        told = said % {"name": tree.round.name}
        return f"{_('This is an exercise.')} {told}" if tree.round.exercise else told


def _numbers(tree: Tree) -> dict[object, str]:
    """The telephone of the resident whose household and name the post has; no other is guessed."""
    posts = Post.objects.known().filter(fact__in=list(tree.callers)).exclude(household=None).exclude(name="")
    people = {
        (home, name): phone
        for home, name, phone in Resident.objects.known()
        .filter(household__in=posts.values("household"))
        .values_list("household", "name", "phone")
    }
    return {fact: people.get((home, name), "") for fact, home, name in posts.values_list("fact", "household", "name")}


def back(data: bytes) -> tuple[list[Answer], list[str]]:
    """Lines with ``code``, ``state`` (reached, answered, nobody) and ``at``; a line that says else is told."""
    answers, wrong = list[Answer](), list[str]()
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        try:
            told = json.loads(line) if line.strip() else {"format": FORMAT}
            if "format" in told:
                continue
            at = datetime.fromisoformat(told["at"]) if told.get("at") else None
            if at is not None and at.tzinfo is None:
                raise ValueError(told["at"])
            answers.append(Answer(str(told["code"]), State(told["state"]).value, number, at))
        except (ValueError, KeyError, TypeError, AttributeError):
            wrong.append(_("Line %(n)s cannot be read: compare it with docs/telephone-outbox.md.") % {"n": number})
    return answers, wrong


CHANNEL = Channel(
    "telephone",
    gettext_lazy("telephone gateway"),
    gettext_lazy("A file for a machine that rings everybody up, and what it brings back. Nothing is sent by itself."),
    out=out,
    media="application/jsonl; charset=utf-8",
    ending="jsonl",
    back=back,
)
