"""A pack: what it shows and what it keeps back, and that it stays provable whatever happens to the records."""

import json
import re
import subprocess
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import liangxing_verify
import pytest
from click.testing import CliRunner
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.utils.timezone import localdate
from liangxing_verify.__main__ import main
from liangxing_verify.verify import Kept, verify

from liangxing.ledger import notary
from liangxing.records.actions import correct, erase, strike, write
from liangxing.register.models import Resident
from liangxing.rooms.environment.models import SortedBin
from liangxing.rooms.honours.models import Honour
from liangxing.site.cli import main as cli

from .forging import unpacked


def verdicts(path, **kept):
    result = verify(path, Kept(**kept))
    assert result.fault.text() == ""
    return {claim.measure: (claim.verdict, claim.why.key) for claim in result.claims}


def test_every_figure_of_a_fresh_pack_is_valid(packed):
    path, _key = packed
    result = verify(path)
    assert result.fault.text() == ""
    assert {claim.verdict for claim in result.claims} == {"valid"}
    assert len(result.claims) > 50
    bins = next(claim for claim in result.claims if claim.measure == "environment.sorted_bins")
    assert (bins.value, bins.recomputed, bins.rows) == ("60", "60", 60)


def test_the_separate_program_runs_in_an_environment_with_nothing_of_ours(packed, tmp_path):
    path, _key = packed
    venv.create(tmp_path / "alone", symlinks=True)
    there = next((tmp_path / "alone").glob("lib/python*/site-packages"))
    for name in ("cryptography", "cffi", "_cffi_backend"):
        if found := find_spec(name):
            origin = Path(str(found.origin))
            origin = origin.parent if origin.name == "__init__.py" else origin
            (there / origin.name).symlink_to(origin)
    (there / "liangxing_verify").symlink_to(Path(liangxing_verify.__file__).parent)
    python = tmp_path / "alone" / "bin" / "python"
    asked = [python, "-I", "-m", "liangxing_verify", path, "--json"]
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["valid"]
    for ours in ("django", "liangxing"):
        assert subprocess.run([python, "-I", "-c", f"import {ours}"], capture_output=True, cwd=tmp_path).returncode == 1


@pytest.mark.parametrize(("language", "word"), [("en", "valid"), ("zh", "属实")])
def test_it_speaks_to_people_and_says_how_it_ended(packed, language, word, monkeypatch, capsys, tmp_path):
    path, key = packed
    pem = tmp_path / "community.pem"
    pem.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    monkeypatch.setattr("sys.stdout.reconfigure", lambda **asked: None, raising=False)
    for asked, status in (([str(path), "--key", str(pem)], 0), ([str(pem)], 1), (["no.zip"], 2)):
        monkeypatch.setattr("sys.argv", ["liangxing-verify", *asked, "--language", language])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == status
        assert (word in capsys.readouterr().out) == (status == 0)


def test_no_person_and_no_household_of_a_confidential_record_is_shown(packed):
    path, _key = packed
    files = unpacked(path)
    everything = b"\n".join(content for name, content in files.items() if not name.startswith(("report/", "evidence/")))
    for secret in ("秘而不宣", "13800000000", "elderly", ".jpg"):
        assert secret.encode() not in everything
    case = json.loads(files["rows/casework.case.jsonl"].split(b" ", 1)[1])
    assert re.fullmatch("[0-9a-f]{64}", case["household_id"])
    assert case["day"]


def test_a_count_of_confidential_records_is_proved_all_the_same(packed):
    path, _key = packed
    assert verdicts(path)["casework.cases"] == ("valid", "")


def test_papers_stay_at_home_and_pictures_that_an_assessor_opens_come_along(packed):
    path, _key = packed
    contents = [content[:4] for name, content in unpacked(path).items() if name.startswith("evidence/")]
    assert len(contents) >= 2
    assert b"%PDF" in contents  # of an open kind: an assessor checks papers too


def test_hashes_alone_prove_as_much(packing):
    path = packing(evidence="hashes")
    assert not [name for name in unpacked(path) if name.startswith("evidence/")]
    assert {verdict for verdict, _why in verdicts(path).values()} == {"valid"}


def test_an_erased_person_stays_counted_and_provable(packing):
    path = packing(before=lambda lives: erase(lives.resident, *Resident.personal, by="secretary", why="asked for"))
    assert verdicts(path)["register.residents"] == ("valid", "")
    row = json.loads(unpacked(path)["rows/register.resident.jsonl"].split(b" ", 1)[1])
    assert not {*Resident.personal} & {*row}


def test_what_came_later_makes_a_claim_stale_and_no_other(packing, jinhui):
    packing()
    then = jinhui.acts.latest("at").at
    strike(SortedBin.objects.known().first(), by="worker", why="gone")
    told = verdicts(packing("later.zip", known_at=then))
    assert told["environment.sorted_bins"] == ("stale", "later-records")
    assert [m for m, (verdict, _why) in told.items() if verdict != "valid"] == ["environment.sorted_bins"]


def test_a_correction_that_leaves_the_value_leaves_the_claim_valid(packing, jinhui):
    packing()
    then = jinhui.acts.latest("at").at
    correct(Honour.objects.known().first(), by="worker", why="misspelt", name="other")
    assert verdicts(packing("later.zip", known_at=then))["honours.held"] == ("valid", "")


def test_checkpoints_that_the_holder_kept_are_held_against_the_chain(packing, jinhui):
    path = packing()
    older = notary.sign(jinhui).signed(notary.key()).encode()
    assert verdicts(path, checkpoints=(("old", older),))["honours.held"] == ("valid", "")
    write(Honour(code="H9", name="x", level="city", field="x", issuer="x", day=localdate()), community=jinhui, by="w")
    later = notary.sign(jinhui).signed(notary.key()).encode()
    assert {v for v, _ in verdicts(path, checkpoints=(("new", later),)).values()} == {"stale"}
    again = packing("again.zip")
    assert {v for v, _ in verdicts(again, checkpoints=(("old", older), ("new", later))).values()} == {"valid"}


def test_a_pack_of_the_same_ledger_has_the_same_bytes_but_for_the_printed_report(packing):
    first, second = unpacked(packing("1.zip")), unpacked(packing("2.zip"))
    assert [*first] == [*second]
    printed = {"pack.json", "pack.sig", "report/creation.docx", "report/creation.pdf"}
    assert {name for name in first if first[name] != second[name]} <= printed


def test_a_pack_that_fails_leaves_nothing_behind(packing, tmp_path, monkeypatch):
    monkeypatch.setattr("liangxing.reports.packs.write._report", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        packing()
    assert [p.name for p in tmp_path.glob("*.zip*")] == []


def test_staff_and_assessors_take_a_pack_along_and_nobody_else(come_in, client, jinhui, tmp_path):
    from tests import town

    town.found(jinhui)
    address = f"/{jinhui.code}/reports/creation/pack/"
    assert client.get(address).status_code == 302
    come_in("resident")
    assert client.get(address).status_code == 404
    come_in("assessor")
    answer = client.get(address)
    kept = tmp_path / "taken.zip"
    kept.write_bytes(b"".join(answer.streaming_content))
    assert verify(kept).valid
    with zipfile.ZipFile(kept) as file:
        assert file.testzip() is None


def test_the_command_line_writes_a_pack_and_says_what_is_in_it(packing, tmp_path):
    packing()
    asked = ["pack", "creation", "--out", str(tmp_path / "out"), "--json"]
    done = CliRunner().invoke(cli, asked)
    assert done.exit_code == 0, done.exception
    told = json.loads(done.output)
    assert (done.exit_code, told["claims"], told["messages"]) == (0, 5, [])
    assert verify(Path(told["path"])).valid
    assert CliRunner().invoke(cli, ["pack", "no-such"]).exit_code == 2
