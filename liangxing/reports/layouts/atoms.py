"""A paragraph as atoms: pieces of text and tags, each with its type; a tag that Word cut into runs is one again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from liangxing.reports.format.reading.lines import runs
from liangxing.reports.format.reading.marks import w

from .syntax import Tag, tags

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no XML holds these


@dataclass(frozen=True, slots=True)
class Atom:
    """Text, a tag, or something else of a run (a tab, a picture); ``run`` has the type. ``cut``: it lay in pieces."""

    run: etree._Element
    text: str = ""
    tag: Tag | None = None
    other: etree._Element | None = None
    cut: bool = False


def text_of(held: etree._Element) -> str:
    """All text of the paragraph, tags included."""
    return "".join(child.text or "" for run in runs(held) for child in run if child.tag == w("t"))


def atoms(held: etree._Element) -> list[Atom]:
    """The atoms of a paragraph in their order."""
    nodes: list[tuple[etree._Element, etree._Element]] = [
        (run, child) for run in runs(held) for child in run if child.tag != w("rPr")
    ]
    spans = list(tags(text_of(held)))
    return list(_cut(nodes, spans))


def _cut(nodes: list[tuple[etree._Element, etree._Element]], spans: list[tuple[int, int, Tag]]) -> Iterator[Atom]:
    """Text nodes cut at the edges of tags; a tag belongs to the run in which it begins."""
    at, waiting = 0, list(spans)
    for run, child in nodes:
        if child.tag != w("t"):
            yield Atom(run, other=child)
            continue
        text = child.text or ""
        end, here = at + len(text), at
        while waiting and waiting[0][0] < end:
            start, stop, tag = waiting[0]
            if start >= at:
                if start > here:
                    yield Atom(run, text[here - at : start - at])
                yield Atom(run, tag=tag, cut=stop > end)
            here = min(stop, end)
            if stop > end:
                break
            waiting.pop(0)
        if here < end:
            yield Atom(run, text[here - at :])
        at = end


def run_like(run: etree._Element, text: str) -> etree._Element:
    """A run with the type of *run* that says *text*; a new line in it is a line break."""
    made = etree.Element(w("r"))
    if (props := run.find(w("rPr"))) is not None:
        made.append(deepcopy(props))
    for n, line in enumerate(FORBIDDEN.sub("", text).split("\n")):
        if n:
            etree.SubElement(made, w("br"))
        said = etree.SubElement(made, w("t"))
        said.text = line
        said.set(SPACE, "preserve")
    return made


def rewrite(held: etree._Element, told: list[Atom]) -> None:
    """Put *told*, which has no tags any more, in the place of all runs of the paragraph."""
    old = list(runs(held))
    if not old:
        return
    first = old[0]
    while first.getparent() is not held:
        first = first.getparent()
    place = held.index(first)
    made = [run_like(atom.run, atom.text) if atom.other is None else _with(atom) for atom in told]
    for run in old:
        run.getparent().remove(run)
    for n, run in enumerate(made):
        held.insert(place + n, run)


def _with(atom: Atom) -> etree._Element:
    made = run_like(atom.run, "")
    for empty in made.findall(w("t")):
        made.remove(empty)
    made.append(deepcopy(atom.other))
    return made
