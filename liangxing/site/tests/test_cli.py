"""The command line: what it does, what it prints for programs, and how it ends."""

import json

import pytest
from click.testing import CliRunner

from liangxing.ledger.models import Community
from liangxing.records.actions import strike
from liangxing.register.models import Household, Resident
from liangxing.site.cli import Commands, main


@pytest.fixture
def run(jinhui):
    """Run a command; its exit status and what it printed."""

    def running(*words, status=0):
        result = CliRunner().invoke(main, [str(w) for w in words])
        assert result.exit_code == status, result.output
        return result.output

    return running


@pytest.fixture
def table(tmp_path, home):
    """A table with a good line and a wrong one."""
    file = tmp_path / "t.csv"
    file.write_text("户号,楼号,登记日期\n12-7,12,2012.9.1\n12-8,99,2012.9.1\n", "utf-8")
    return file


def test_every_command_helps_with_an_example():
    for name in Commands().list_commands(None):
        assert "Example" in CliRunner().invoke(main, [name, "--help"]).output


def test_a_rehearsal_keeps_nothing_and_an_import_keeps_the_good_lines(run, table):
    assert json.loads(run("import", table, "--dry-run", "--json", status=1))["kept"] == 0
    assert Household.objects.known().count() == 1
    told = json.loads(run("import", table, "--json", status=1))
    assert told["kept"] == 1
    assert told["sheets"][0]["wrong"][0]["row"] == 3
    assert json.loads(run("import", table, "--json", status=1))["kept"] == 0


def test_wrong_lines_come_back(run, table, tmp_path):
    run("import", table, "--wrong", tmp_path / "wrong.xlsx", status=1)
    assert (tmp_path / "wrong.xlsx").read_bytes()[:2] == b"PK"


def test_measures_for_programs(run, home):
    told = json.loads(run("measures", "register.households", "register.residents", "--as-of", "2026-06-01", "--json"))
    assert [row["value"] for row in told] == [1, None]
    assert "2026-05" in json.loads(run("measures", "register.households", "--period", "2026-05", "--json"))[0]["period"]


@pytest.mark.parametrize("words", [
    ("measures", "no.such"), ("measures", "--period", "always"), ("measures", "--as-of", "soon"), ("assess", "no-such"),
    ("report", "no-such"), ("send", "no-such", "--to", "x"),
    ("send", "creation"), ("import", "no-such.xlsx"), ("import", __file__, "--kind", "x.y"), ("init", "12", "x"),
    ("erase-person", "x.y", "1", "--why", "z"), ("nonsense",),
])  # fmt: skip
def test_wrong_use_ends_with_two_and_says_what_is_wrong(run, words):
    assert "Error" in run(*words, status=2)


def test_assess_ends_with_one_when_a_clause_is_unmet(run, home):
    told = json.loads(run("assess", "two-oriented", "--as-of", "2026-06-01", "--json"))
    assert told["counts"]["unmet"] == 0
    assert told["counts"]["unknown"] > 20
    run("assess", "two-oriented", "--freeze")


def test_what_was_sent_is_watched_over(run, home):
    told = json.loads(run("send", "creation", "--to", "区民政局", "--as-of", "2026-06-01", "--json"))
    assert told["contradictions"] == []
    assert json.loads(run("errata", "--json")) == {}
    strike(home, by="worker", why="登记了两次")
    found = json.loads(run("errata", "--json", status=1))["区民政局"]
    assert ("register.households", "登记了两次") in [(one["measure"], one["why"][-5:]) for one in found]
    run("send", "creation", "--to", "区民政局", "--as-of", "2026-06-01", status=1)
    run("send", "creation", "--to", "区民政局", "--as-of", "2026-06-01", "--anyway")


def test_a_report_is_written(run, home, tmp_path):
    from liangxing.reports.render.pdf import SERIF, fonts

    status = 0 if {*SERIF} & {*fonts().families()} else 1
    told = json.loads(run("report", "creation", "--out", tmp_path, "--json", status=status))
    assert {path.rpartition(".")[2] for path in told["written"]} >= {"docx", "html", "json", "xlsx"}


def test_check_says_what_differs(run, home, tmp_path):
    file = tmp_path / "r.txt"
    file.write_text("社区位于新姚北路，共有楼栋93栋，3324户，总人口8000余人。", "utf-8")
    told = json.loads(run("check", file, "--json", status=1))
    assert "differs" in [c["verdict"] for c in told if c["measure"] == "register.households"]
    assert told[0].keys() >= {"text", "start", "kind", "measure", "stated", "recorded", "verdict"}


def test_verify_holds_and_then_names_what_was_changed(run, home):
    assert json.loads(run("verify", "--json"))["holds"]
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("UPDATE register_household SET code = 'x'")
    told = json.loads(run("verify", "--json", status=1))
    assert (told["holds"], told["kind"]) == (False, "register.household")


def test_a_person_is_erased_and_the_count_stays(run, home, who):
    from liangxing.records.actions import write

    write(Resident(code="r", household=home, name="Tan", day=home.day), **who)
    run("erase-person", "register.resident", "r", "--why", "asked for")
    assert Resident.objects.known().get().name == ""
    assert json.loads(run("verify", "--json"))["holds"]


def test_a_port_in_use_is_said_with_the_next_free_one(jinhui):
    import socket

    from liangxing.site.cli.serve import free

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not free("127.0.0.1", port)
        said = CliRunner().invoke(main, ["serve", "--port", str(port)])
        assert said.exit_code == 2


def test_a_forgotten_password_is_chosen_anew_by_a_code_of_the_console(run, client, django_user_model):
    account = django_user_model.objects.create_user("secretary")
    told = json.loads(run("new-password", "secretary", "--json"))
    sent = {"code": told["code"], "new_password1": "two-good-words", "new_password2": "two-good-words"}
    assert client.post(told["address"], sent).status_code == 302
    account.refresh_from_db()
    assert account.check_password("two-good-words")
    run("new-password", "nobody", status=2)


@pytest.mark.parametrize("code", ["43010300100", "990103001001", "430103001000", "43010300100a"])
def test_a_code_that_can_be_no_communitys_founds_nothing(code, run):
    run("init", code, "x", status=2)
    assert not Community.objects.filter(name="x").exists()


def test_founding_on_the_console_says_how_to_begin(run, client):
    said = run("init", "430103001002", "x")
    code = said.rpartition(":")[2].partition("\n")[0].rpartition("：")[2].strip()
    from liangxing.places.start import key

    assert key.fits(code)
    assert client.get("/begin/", REMOTE_ADDR="192.0.2.7", headers={"host": "testserver"}).status_code == 200
    answer = client.post("/begin/", {"key": "wrong-code"}, REMOTE_ADDR="192.0.2.7")
    assert answer.status_code == 422
    assert client.post("/begin/", {"key": code}, REMOTE_ADDR="192.0.2.7").status_code == 302
    sent = {"account": "secretary", "password": "two-good-words", "again": "two-good-words"}
    assert client.post("/begin/", sent, REMOTE_ADDR="192.0.2.7").status_code == 302
    assert not key.fits(code), "the code is void once it was used"
