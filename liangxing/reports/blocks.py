"""A report as plain blocks: what every way of printing it starts from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from .claim import Claim


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim within a sentence: its number in the report, as it is said there, and where it opens."""

    anchor: str
    shown: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of one record within a sentence. ``path``: its page, from the root; empty when its kind has none.

    ``source``: the kind of record, its fact and the column that the words are from; ``None`` for what it is called.
    """

    shown: str
    path: str
    seal: str
    source: tuple[str, UUID, str] | None = None

    @property
    def sealed(self) -> bool:
        """Whether a figure is among the words, and so the seal stands behind them."""
        return any(sign.isdigit() for sign in self.shown)


Run = str | Stated | Quoted


def shown(run: Run) -> str:
    """*run* as it is read on paper."""
    return run if isinstance(run, str) else run.shown


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is a chapter; there are four levels (GB/T 9704-2012, 7.3.3)."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text and claims."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom it is written: one line, flush left, before the text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: its header, and rows of cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """Here an annex begins, on a page of its own; it goes to the next annex, or to the end."""

    title: str


Block = Heading | Paragraph | Addressee | TableBlock | Annex


@dataclass(frozen=True, slots=True)
class Dress:
    """What an official paper has around its text: chosen by the office, and none of it a figure.

    ``number``: of the paper, under a red head. ``copies``: who gets one. ``sealed``: leaves room for a stamped seal.
    """

    red_head: bool = False
    number: str = ""
    copies: str = ""
    imprint: bool = False
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: its title, who signs it on which day, its blocks and claims, and the address of its page.

    ``community``: the code of whose it is. ``subject``: the record that it is written of, when it is of one.
    ``paper``: its Word file by the office's own layout; empty when it is printed as it is shipped.
    """

    key: str
    title: str
    issuer: str
    day: date
    language: str
    address: str
    blocks: tuple[Block, ...]
    stated: tuple[Stated, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    community: str = ""
    subject: Quoted | None = None
    dress: Dress = field(default_factory=Dress)
    paper: bytes = b""

    @property
    def annexes(self) -> tuple[Annex, ...]:
        """The annexes, in their order."""
        return tuple(block for block in self.blocks if isinstance(block, Annex))

    @property
    def body(self) -> tuple[Block, ...]:
        """What is signed: all before the first annex."""
        first = next((n for n, block in enumerate(self.blocks) if isinstance(block, Annex)), len(self.blocks))
        return self.blocks[:first]

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """Every quotation of a record, once each, in the order of the text."""
        return tuple(dict.fromkeys(run for run in _runs(self.blocks) if isinstance(run, Quoted)))


def _runs(blocks: Iterable[Block]) -> Iterable[Run]:
    for block in blocks:
        if isinstance(block, Paragraph | Addressee):
            yield from block.runs
        elif isinstance(block, TableBlock):
            for row in block.rows:
                for cell in row:
                    yield from cell


def plain(blocks: Iterable[Block]) -> Iterable[str]:
    """The words of *blocks* that are neither claim nor quotation."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.text
    yield from (run for run in _runs(blocks) if isinstance(run, str))
