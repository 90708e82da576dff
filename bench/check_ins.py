"""8,000 check-ins in a minute through ``liangxing serve``, on both databases, and a server killed in the middle.

A phone is a connection of its own from an address of its own (all of 127.0.0.0/8 is this computer): it sends the form
of the shelter's code and reads the answer. Phones come evenly, whether or not those before them are answered; the time
of one begins when it was due. The leader's page is read beside it, live part and whole. Each check-in carries its
number as the place, so that what is kept can be counted again: none lost, none doubled, the newest counts.

Beside: what one would write first, a plain table and a view in one transaction, without a ledger.
"""

from __future__ import annotations

import sys
from statistics import median

from bench._phones import Load, Server, ground, kept, load
from tests.postgresql import server as postgresql

COUNT, WITHIN_S, PAGE_S = 8000, 60, 0.5
KILL_AFTER = 0.4  # of the check-ins of the second part


def percentile(spent: list[float], share: float) -> float:
    """The time below which so large a *share* lies."""
    return sorted(spent)[min(len(spent) - 1, int(share * len(spent)))]


def told(name: str, got: Load) -> None:
    """Print what came of a load."""
    print(
        f"{name}: {len(got.answered):,} of {got.sent:,} answered in {got.took_s:.1f} s; "
        f"median {median(got.spent) * 1000:.0f} ms, p99 {percentile(got.spent, 0.99) * 1000:.0f} ms, "
        f"slowest {max(got.spent) * 1000:.0f} ms"
        + (
            f"; leader's page {median(got.pages) * 1000:.0f} ms, slowest {max(got.pages) * 1000:.0f} ms"
            if got.pages
            else ""
        ),
        flush=True,
    )


def through(store: str, name: str, count: int) -> Load:
    """The whole load, and after it a kill in the middle of another; what does not hold ends the measurement."""
    town = ground(store)
    with Server(store) as server:
        got = load(server.port, town, count, WITHIN_S * 0.85)
        told(name, got)
    numbers, newest = kept(store)
    lost, doubled = got.answered.keys() - numbers.keys(), [n for n, times in numbers.items() if times != 1]
    print(f"{name}: lost {len(lost)}, doubled {len(doubled)}, households {len(newest):,}", flush=True)
    assert (lost, doubled, len(got.answered)) == (set(), [], count)
    with Server(store) as server:
        cut = load(server.port, town, count // 4, WITHIN_S * 0.85 / 4, first=count, kill=server, after=KILL_AFTER)
    with Server(store):  # it starts again on what the killed one left
        numbers, _newest = kept(store)
    gone = cut.answered.keys() - numbers.keys()
    print(f"{name}: killed (kill -9) after {len(cut.answered):,} answers; answered and gone {len(gone)}", flush=True)
    assert not gone
    assert 0 < len(cut.answered) < count // 4
    return got


def main(count: int) -> None:
    """Both databases, and the plain table beside."""
    ours = through("", "embedded", count)
    with postgresql.running() as address:
        through(address, "PostgreSQL", count)
    plain_town = {**ground("plain"), "plain": True}
    with Server("plain") as server:
        plain = load(server.port, plain_town, count, WITHIN_S * 0.85)
    told("a plain table and view, embedded", plain)
    print(f"median, ours to the plain one's: ratio {median(ours.spent) / median(plain.spent):.2f}; "
          f"p99: {percentile(ours.spent, 0.99) / percentile(plain.spent, 0.99):.2f}")  # fmt: skip
    assert ours.took_s <= WITHIN_S
    assert max(ours.pages) < PAGE_S
    print(f"{count:,} check-ins within {WITHIN_S} s: {ours.took_s:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
