"""The main job on the demonstration community: ``python -m demo [--no-serve]``, which is what ``make demo`` runs."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from liangxing.ledger.models import Community

OUT = Path("out")


@contextmanager
def step(what: str) -> Iterator[Callable[[str], None]]:
    """Say what is done, and afterwards how long it took and what came of it."""
    click.echo(f"· {what} …", nl=False)
    start, told = time.perf_counter(), list[str]()
    yield told.append
    click.echo(f"\r· {what}: {'; '.join(told) + '; ' if told else ''}{time.perf_counter() - start:.1f} s")


@click.command()
@click.option("--port", default=8000)
@click.option("--no-serve", is_flag=True)
def main(port: int, no_serve: bool) -> None:
    """Workbooks, import, assessment, report, form; then the pages."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liangxing.site.settings")
    os.environ["LIANGXING_DEMO"] = "1"
    os.environ.setdefault("LIANGXING_URL", f"http://127.0.0.1:{port}")
    from liangxing.site.cli import _ground

    with step("数据库 database"):
        _ground.ready()
    start = time.perf_counter()
    community = _job()
    click.echo(f"· 主线 the main job: {time.perf_counter() - start:.0f} s")
    if no_serve:
        _savings(community)
        return
    _ask_for_savings(community)
    _serve(port)


def _savings(community: Community) -> None:
    with step("节约核算 savings proven") as say:
        from liangxing.rooms.saving.actions import prove
        from liangxing.rooms.saving.queries.saved import counts

        prove(community, today=date.today(), by="worker")
        say(", ".join(f"{many} {verdict}" for verdict, many in counts(community, "electricity").items()))


def _ask_for_savings(community: Community) -> None:
    """Have them worked out beside the pages: the package that does it takes a minute to make itself ready."""
    from liangxing.jobs.models import Job
    from liangxing.rooms.saving.views.saved import proving

    Job.objects.create(community=community, by="worker", task=proving.key, title="节约核算", language="zh-hans")
    click.echo("· 节约核算 savings are being worked out beside the pages")


def _job() -> Community:
    from demo import accounts
    from demo.facts import CODE, FACTS, REPORT_DAY
    from liangxing.ledger import notary
    from liangxing.ledger.models import Community
    from liangxing.reports.build import build
    from liangxing.standards.assess import assess
    from liangxing.standards.reading import books

    names = FACTS["community"]
    told = {"name": names["name_zh"], "name_en": names["name_en"]}
    community, _new = Community.objects.get_or_create(code=CODE, defaults=told)
    _import(community)
    with step("用量 use derived from meters") as say:
        from liangxing.rooms.saving.actions import derive

        say(f"{derive(community, today=date.today(), by='worker'):,} 个月新增 months new")
    with step("演示账号 accounts") as say:
        accounts.create()
        say(f"{len(accounts.ACCOUNTS)} 个")
    with step("居民厅 hall") as say:
        from demo import hall

        say(f"{hall.live(community, date.today())} 条新增 new")
    with step("巡查与工程 rounds and works") as say:
        from demo import walked

        say(f"{walked.walk(community, date.today())} 条新增 new")
    with step("预警与叫应 warned, and called") as say:
        from demo import warned

        say(f"{warned.ready(community, date.today())} 条新增 new")
    with step("更正与合并 changes asked for, a merge") as say:
        from demo.asked import ask

        say(f"{ask(community)} 次")
    with step("照片 pictures") as say:
        from demo.pictures import attach

        say(f"{attach(community)} 张新增 new")
    with step("疏散方案 evacuation plan") as say:
        from demo import evacuation

        if held := evacuation.plan(community, date.today()):
            say(f"{held.people:,} 人 people, 至少 at least {held.least_s} s, 方案 plan {held.planned_s} s")
        else:
            say("未装 ortools not installed")
    with step("演练 drills") as say:
        from demo import drills

        say(f"{drills.live(community, date.today())} 条新增 new")
    with step("搜索 search") as say:
        from liangxing.places.search.index import rebuild

        say(f"{rebuild(community):,} 条 records")
    with step("街道评定表与复评 an office's table, re-examinations") as say:
        from demo import office

        say(f"{office.bring(community, OUT)} 版新增 new, {office.announce(community, date.today())} 次复评 announced")
    with step("对照标准 standards") as say:
        for key in books():
            counts = assess(community, key, REPORT_DAY if books()[key].first <= REPORT_DAY else date.today()).counts()
            say(f"{key} {counts['met']} ✓ {counts['unmet']} ✕ {counts['unknown']} ?")
    with step("报送 sent") as say:
        from demo.sent import dispatch

        say(f"{dispatch(community)} 份新增 new")
    with step("部门表格 forms") as say:
        from demo import forms

        say(forms.fill(community, OUT, date.today()))
    with step("报表 forms asked and returned") as say:
        from demo.returned import returned

        say(f"{returned(community, date.today())} 次 returns")
    for language in ("zh-hans", "en"):
        with step(f"汇报 report ({language})") as say:
            built = build(community, "creation", REPORT_DAY, OUT, language=language)
            say(f"{len(built.document.stated)} 个数字 figures → {', '.join(p.name for p in built.paths)}")
        for message in built.messages:
            click.echo(f"  ! {message}")
    _papers(community)
    with step("存证 ledger, verified and signed") as say:
        from liangxing.evidence.verify import verify as verify_evidence
        from liangxing.ledger.verify import verify

        if fault := verify(community) or verify_evidence(community):
            click.echo(f"\n✕ {fault.why} ({fault.seq})")
            sys.exit(1)
        say(f"{notary.sign(community).size:,} 条 entries")
    with step("证据包 evidence pack, checked by a program of its own") as say:
        say(_pack(community, REPORT_DAY))
    return community


def _papers(community: object) -> None:
    """The year's summary, the application, and the minutes of the newest meeting."""
    from liangxing.reports.books import books
    from liangxing.reports.build import build
    from liangxing.reports.subject import subjects

    today = date.today()
    _kind, meetings = subjects(books()["minutes"], community, today)[0]  # type: ignore[arg-type]
    for key, record in (("summary", None), ("disaster-application", None), ("minutes", meetings.first())):
        with step(f"文书 paper ({key})") as say:
            built = build(community, key, today, OUT, record=record)  # type: ignore[arg-type]
            say(", ".join(p.name for p in built.paths))
        for message in built.messages:
            click.echo(f"  ! {message}")


def _pack(community: object, day: date) -> str:
    """Write the report's evidence pack, and let the separate verifier say what it finds."""
    from liangxing.reports.packs.write import file_name, pack

    packed = pack(community, "creation", day, OUT / file_name("creation", "zh-hans"))  # type: ignore[arg-type]
    beside = Path(__file__).parents[1] / "liangxing-verify"
    asked = [sys.executable, "-m", "liangxing_verify", str(packed.path), "--language", "zh"]
    done = subprocess.run(asked, env={**os.environ, "PYTHONPATH": str(beside)}, capture_output=True, encoding="utf-8")
    if done.returncode:
        click.echo(f"\n{done.stdout}{done.stderr}")
        sys.exit(1)
    return f"{packed.path.name}, {packed.records:,} 条记录 records, {done.stdout.splitlines()[-1]}"


def _import(community: object) -> None:
    """Make the workbooks and import them one by one, each in an act of its own."""
    from demo.make import make
    from liangxing.evidence.channels.workbook.accept import accept

    with step("工作簿 workbooks") as say:
        files = [file for file in make(OUT / "workbooks", date.today()) if file.suffix != ".geojson"]
        say(f"{len(files)} 份 in {OUT / 'workbooks'}")
    kept, wrong, start = 0, 0, time.perf_counter()
    with click.progressbar(files, label="· 导入 import", item_show_func=lambda f: f.name if f else "") as bar:
        for file in bar:
            outcome = accept([(file, file.name)], community=community, by="worker")
            kept, wrong = kept + outcome.kept, wrong + outcome.read.counts().get("bad", 0)
            if outcome.wrong:
                (OUT / f"{file.stem} 退回.xlsx").write_bytes(outcome.wrong)
    spent = time.perf_counter() - start
    click.echo(f"· 导入 import: {kept:,} 条新增 new, {wrong} 条有错退回 sent back; {spent:.1f} s")


def _serve(port: int) -> None:
    from demo.accounts import ACCOUNTS, PASS, PASSWORD
    from demo.facts import CODE
    from liangxing.site.cli.serve import free

    wanted, port = port, next((p for p in range(port, port + 50) if free("127.0.0.1", p)), port)
    if port != wanted:
        click.echo(f"端口 {wanted} 已被占用，改用 {port}。Port {wanted} is in use; {port} it is.")
    root = f"http://127.0.0.1:{port}/{CODE}/"
    pages = {
        "看板 board": "",
        "居民厅 hall": "hall/",
        "指标 figures": "figures/",
        "标准 standards": "standards/",
        "汇报 report": "reports/creation/?day=2013-03-31",
    }
    for name, path in pages.items():
        click.echo(f"  {name:18} {root}{path}")
    click.echo(f"  演示账号 accounts, 密码 password {PASSWORD}:")
    for account in ACCOUNTS:
        click.echo(f"    {account.user:12} {' · '.join(account.told)}")
    click.echo(f"  考评员的链接 an assessor's link: {root}assessors/?pass={PASS}")
    from waitress import serve

    from liangxing.jobs import workers
    from liangxing.site.wsgi import application

    click.echo("  Ctrl-C 停止 stops")
    workers.start()
    serve(application, host="127.0.0.1", port=port, threads=8, ident="liangxing", _quiet=True)


if __name__ == "__main__":
    main()
