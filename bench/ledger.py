"""Entries appended and verified a second, beside sha256 alone over the same bytes."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from bench._ground import JINHUI, WHO, once, tell, write
from liangxing.ledger.checkpoint import prove, tree
from liangxing.ledger.models import Entry
from liangxing.ledger.payload import columns, payload
from liangxing.ledger.verify import verify
from liangxing.records.actions import write_many
from liangxing.register.models import Organisation

COUNT, DAY = 20_000, date(2026, 5, 1)
firms = [Organisation(code=str(n), name=f"firm {n}", sort="enterprise", day=DAY) for n in range(COUNT)]
batch = once(lambda: write_many(firms, **WHO))
said = [
    payload(Organisation, [getattr(f, name) for name in columns(Organisation)[0]], b"0123456789abcdef") for f in firms
]


def hashes() -> None:
    """What no ledger can do without: a commitment and a seal for each record."""
    before = b""
    for each in said:
        before = sha256(sha256(b"0123456789abcdef" + each).digest() + before).digest()


alone = once(hashes)
tell(f"append {COUNT:,} records with entries in one act ({COUNT / batch:,.0f}/s)", batch, alone, "sha256 alone")
single = [Organisation(code=f"s{n}", name="x", sort="enterprise", day=DAY) for n in range(300)]
spent = once(lambda: [write(f, **WHO) for f in single])
print(f"append one by one, an act each: {300 / spent:,.0f}/s")
found: list[object] = []
checked = once(lambda: found.append(verify(JINHUI)))
assert found == [None]
tell(
    f"verify {COUNT + 300:,} entries and their records ({(COUNT + 300) / checked:,.0f}/s)",
    checked,
    alone,
    "sha256 alone",
)
grown = once(lambda: tree(JINHUI).root)
size, proof = Entry.objects.count(), once(lambda: prove(firms[9].pk))
print(f"Merkle tree over {size:,} entries: {grown:.3f} s; proof of one: {proof:.3f} s")
