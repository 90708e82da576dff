"""The vectors in docs/pack-format.md are what the ledger writes and what the verifier reads."""

import json
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from liangxing_verify.chain import canonical
from liangxing_verify.merkle import root
from liangxing_verify.signatures import Checkpoint, fingerprint, read_key

from liangxing.kernel import canonical as ours
from liangxing.ledger import chain, payload

TOLD = (Path(__file__).parents[2] / "docs" / "pack-format.md").read_text("utf-8")
VECTORS = json.loads(TOLD.split("```json\n")[1].split("```")[0])


def test_canonical_json():
    told = VECTORS["canonical"]
    assert canonical(told["value"]) == ours.canonical(told["value"]) == told["bytes"].encode()
    assert sha256(told["bytes"].encode()).hexdigest() == told["sha256"]


def test_a_row_and_a_column_that_is_kept_back():
    told = VECTORS["row"]
    salt = bytes.fromhex(told["salt of the entry (never in a pack)"])
    assert payload.row_salt(salt).hex() == told["row salt"]
    assert payload.column_salt(salt, "name").hex() == told["salt of the column name"]
    column = sha256(bytes.fromhex(told["salt of the column name"]) + canonical(told["said in the column name"]))
    assert column.hexdigest() == told["commitment to the column"]
    first, _space, row = told["line"].partition(" ")
    assert json.loads(row)["name"] == told["commitment to the column"]
    assert sha256(bytes.fromhex(first) + row.encode()).hexdigest() == told["commitment"]


def test_an_act_and_an_entry():
    act, told = VECTORS["act"], VECTORS["entry"]
    assert sha256(act["line"].encode()).hexdigest() == act["seal"]
    _act, verb, kind, record, bound = told["line"]
    assert chain.first(told["community"]) == told["before"]
    said = (verb, told["order"][kind], record, bound)
    assert chain.seal(told["community"], 1, act["seal"], said, told["before"]) == told["seal"]


def test_the_tree_and_a_checkpoint():
    seals = [bytes.fromhex(text) for text in VECTORS["tree"]["seals"]]
    for size in range(4):
        assert root(seals[:size]).hex() == VECTORS["tree"][f"root of {size}"]
    told = VECTORS["checkpoint"]
    public = read_key(told["public key (PEM)"].encode())
    assert fingerprint(public) == told["fingerprint"]
    read = Checkpoint.read(told["text"].encode(), public, "checkpoint.txt")
    assert (read.code, read.size, read.root) == ("430103001001", 3, root(seals))
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(told["private key (32 bytes)"]))
    assert fingerprint(key.public_key()) == told["fingerprint"]
