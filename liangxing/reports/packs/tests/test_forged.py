"""Packs that were changed: each way is found and named, and no change at all lets a pack pass as valid."""

import json
import random
import zipfile
from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from liangxing_verify.verify import Kept, verify

from .forging import changed, signed, unpacked, zipped

SIGNED = "signed by the community itself"
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def pem(key):
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def without_line(files, name, place=0):
    lines = files[name].splitlines(keepends=True)
    return {**files, name: b"".join(lines[:place] + lines[place + 1 :])}


def other_row(files, name):
    salt, told = files[name].split(b"\n")[0].split(b" ", 1)
    row = {**json.loads(told), "day": "2001-01-01"}
    first = salt + b" " + json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return {**files, name: b"\n".join([first, *files[name].split(b"\n")[1:]])}


def checkpoint(key, code="430103001001", size=1):
    text = f"{code}\n{size}\n{b64encode(b'x' * 32).decode()}\n"
    return (text + b64encode(key.sign(text.encode())).decode() + "\n").encode()


def claim(**changes):
    return lambda told: told["claims"][0].update(changes)


BINS = "rows/environment.sortedbin.jsonl"
# What is changed, whether the community signs the changed pack, and what the verifier calls it.
FORGERIES = {
    "a row left out": (lambda f, k: without_line(f, BINS), None, "swapped"),
    "a row left out, signed": (lambda f, k: without_line(f, BINS), SIGNED, "rows-missing"),
    "a row twice": (lambda f, k: {**f, BINS: f[BINS] + f[BINS]}, SIGNED, "row-twice"),
    "a row changed": (lambda f, k: other_row(f, BINS), SIGNED, "row-changed"),
    "a row of another kind": (lambda f, k: {**f, BINS: f["rows/honours.honour.jsonl"]}, SIGNED, "row-unknown"),
    "an entry left out": (lambda f, k: without_line(f, "entries.jsonl", 3), SIGNED, "other-length"),
    "an act changed": (lambda f, k: {**f, "acts.jsonl": f["acts.jsonl"].replace(b"worker", b"walker")}, SIGNED,
                       "other-chain"),
    "an entry that is none": (lambda f, k: {**f, "entries.jsonl": b"[]\n" + f["entries.jsonl"]}, SIGNED, "no-entry"),
    "a file swapped": (lambda f, k: {**f, "report/creation.docx": b"x"}, None, "swapped"),
    "a file missing": (lambda f, k: {n: c for n, c in f.items() if n != "report/creation.docx"}, None, "missing"),
    "a file added": (lambda f, k: {**f, "readme.txt": b"x"}, None, "not-listed"),
    "evidence exchanged": (lambda f, k: {**f, next(n for n in f if n.startswith("evidence/")): b"x"}, SIGNED,
                           "other-evidence"),
    "evidence that nobody recorded": (lambda f, k: {**f, "evidence/" + "0" * 64: b"x"}, SIGNED, "other-evidence"),
    "an older checkpoint": (lambda f, k: {**f, "checkpoint.txt": checkpoint(k)}, SIGNED, "other-length"),
    "a checkpoint of another community": (lambda f, k: {**f, "checkpoint.txt": checkpoint(k, "9")}, SIGNED,
                                          "other-community"),
    "a checkpoint that nobody signed": (lambda f, k: {**f, "checkpoint.txt": f["checkpoint.txt"].replace(b"\n", b"0\n", 1)},
                                        SIGNED, "not-signed"),
    "another community's name on it": (lambda f, k: changed(f, "pack.json", lambda t: t["community"].update(code="9")),
                                       SIGNED, "other-community"),
    "another format": (lambda f, k: changed(f, "pack.json", lambda t: t.update(format="x")), None, "other-format"),
    "a list that is none": (lambda f, k: {**f, "pack.json": b"{"}, None, "not-json"),
    "a list changed": (lambda f, k: changed(f, "pack.json", lambda t: t["report"].update(title="x")), None, "not-signed"),
    "a key that is none": (lambda f, k: {**f, "key.pem": b"x"}, SIGNED, "no-key"),
    "claims of another shape": (lambda f, k: {**f, "claims.json": b"[]"}, SIGNED, "malformed"),
    "path traversal": (lambda f, k: {**f, "../../etc/passwd": b"x"}, SIGNED, "leads-elsewhere"),
    "a drive": (lambda f, k: {**f, "C:\\x": b"x"}, SIGNED, "leads-elsewhere"),
    "a zip bomb": (lambda f, k: {**f, "rows/x.jsonl": b"\0" * (4 << 20)}, SIGNED, "bomb"),
}  # fmt: skip


@pytest.mark.parametrize("what", FORGERIES)
def test_each_forgery_is_found_and_named(what, packed, tmp_path):
    path, key = packed
    change, by, named = FORGERIES[what]
    files = change(unpacked(path), key)
    result = verify(zipped(tmp_path / "forged.zip", signed(files, key) if by else files))
    assert (result.valid, result.fault.key, result.claims) == (False, named, [])
    assert result.fault.text("en")
    assert result.fault.text("zh")


# The community signs a pack whose claims are not what its records give.
LIES = {
    "another value": (claim(value="61", shown="61"), "contradicted", "other-value"),
    "another sentence": (claim(shown="9,999 m²"), "contradicted", "other-words"),
    "a figure that nobody recorded": (claim(value=None), "contradicted", "other-value"),
    "other records": (claim(digest="0" * 64), "contradicted", "other-rows"),
    "another place in the report": (claim(anchor="p-999"), "contradicted", "other-page"),
    "a measure without a declaration": (claim(measure="x.y"), "unproven", "no-declaration"),
}


@pytest.mark.parametrize("what", LIES)
def test_a_claim_that_its_records_do_not_bear_out_is_not_valid(what, packed, tmp_path):
    path, key = packed
    change, verdict, why = LIES[what]
    forged = zipped(tmp_path / "forged.zip", signed(changed(unpacked(path), "claims.json", change), key))
    first, *others = verify(forged).claims
    assert (first.verdict, first.why.key) == (verdict, why)
    assert {other.verdict for other in others} == {"valid"}
    assert first.why.text("zh")


def test_a_figure_of_columns_that_are_kept_back_is_unproven(packed, tmp_path):
    path, key = packed
    fold = {"casework.cases": {"fold": ["different", "household_id"]}}
    change = lambda told: [told[measure].update(new) for measure, new in fold.items()]  # noqa: E731
    forged = zipped(tmp_path / "forged.zip", signed(changed(unpacked(path), "measures.json", change), key))
    found = [(c.verdict, c.why.key) for c in verify(forged).claims if c.measure == "casework.cases"]
    assert found == [("unproven", "not-shown")]


def test_records_that_are_not_in_the_pack_leave_their_figures_unproven(packed, tmp_path):
    path, key = packed
    files = {name: content for name, content in unpacked(path).items() if name != BINS}
    result = verify(zipped(tmp_path / "forged.zip", signed(files, key)))
    found = {(c.verdict, c.why.key) for c in result.claims if c.measure == "environment.sorted_bins"}
    assert (found, result.valid) == ({("unproven", "no-records")}, False)


def test_another_key_is_found_by_whoever_has_the_right_one(packed, tmp_path):
    path, key = packed
    mine = Ed25519PrivateKey.generate()
    files = {**unpacked(path), "key.pem": pem(mine)}
    result = verify(zipped(tmp_path / "forged.zip", signed(files, mine)), Kept(pem(key)))
    assert result.fault.key == "other-key"
    assert verify(path, Kept(pem(key))).valid
    assert verify(path, Kept(pem(key), community="9")).fault.key == "other-community"


def test_two_files_of_one_name(packed, tmp_path, recwarn):
    path, _key = packed
    assert verify(zipped(tmp_path / "x.zip", unpacked(path), twice=["claims.json"])).fault.key == "one-name"


def test_an_encrypted_file(packed, tmp_path):
    path, _key = packed
    forged = bytearray(zipped(tmp_path / "x.zip", unpacked(path)).read_bytes())
    with zipfile.ZipFile(path) as file:
        place = forged.index(b"PK\x01\x02") + 8
        assert file.filelist
    forged[place] |= 1
    (tmp_path / "x.zip").write_bytes(reseal(forged))
    assert verify(tmp_path / "x.zip").fault.key == "encrypted"


def reseal(whole):
    from hashlib import sha256

    return bytes(whole[:-64]) + sha256(bytes(whole[:-64])).hexdigest().encode()


@pytest.mark.parametrize(("content", "named"), [
    (b"", "not-zip"), (b"PK\x03\x04" + b"x" * 200, "cut-short"), (b"%PDF-1.4" + b"x" * 200, "not-zip"),
])  # fmt: skip
def test_what_is_no_pack(content, named, tmp_path):
    (tmp_path / "x.zip").write_bytes(content)
    assert verify(tmp_path / "x.zip").fault.key == named


def test_one_flipped_bit_anywhere_is_found(packed, tmp_path):
    path, _key = packed
    whole, chance = path.read_bytes(), random.Random(7)
    forged = tmp_path / "x.zip"
    ends = [0, 1, 2, 3, 4, 5, *range(len(whole) - 100, len(whole))]
    for place in [*ends, *(chance.randrange(len(whole)) for _n in range(300))]:
        bit = 1 << chance.randrange(8)
        forged.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        assert not verify(forged).valid, place


@FEW
@given(st.data())
def test_no_byte_changed_behind_a_fitting_seal_passes(packed, tmp_path, data):
    """The forger has no key, and makes the seal fit again."""
    path, _key = packed
    whole = bytearray(path.read_bytes())
    for _n in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(whole) - 65))
        whole[place] ^= data.draw(st.integers(1, 255))
    (tmp_path / "x.zip").write_bytes(reseal(whole))
    result = verify(tmp_path / "x.zip")
    assert not result.valid or unpacked(tmp_path / "x.zip") == unpacked(path)


@FEW
@given(st.data())
def test_not_even_the_community_itself_can_change_its_records_or_claims(packed, tmp_path, data):
    """The forger has the key, makes list and seal fit, and changes what is said; the chain was signed before."""
    path, key = packed
    files = unpacked(path)
    told = [n for n in files if n.endswith(".jsonl") and files[n]]
    name = data.draw(st.sampled_from(told))
    lines = files[name].splitlines(keepends=True)
    place = data.draw(st.integers(0, len(lines) - 1))
    how = data.draw(st.sampled_from(["drop", "twice", "byte"]))
    if how == "byte":
        at = data.draw(st.integers(0, len(lines[place]) - 2))
        was = lines[place][at]
        lines[place] = (
            lines[place][:at]
            + bytes([data.draw(st.integers(32, 126).filter(lambda b: b != was))])
            + lines[place][at + 1 :]
        )
    else:
        lines[place : place + 1] = [] if how == "drop" else [lines[place]] * 2
    result = verify(zipped(tmp_path / "x.zip", signed({**files, name: b"".join(lines)}, key)))
    harmless = name == "evidence.jsonl" and how in ("twice", "drop")  # fewer papers prove less, and no other figure
    assert harmless or not result.valid
