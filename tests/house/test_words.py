"""Every text that people see is there in Chinese, in the folder of the floor or room that says it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.utils.translation import ngettext, override

ROOT = Path(__file__).parents[2]
APPS = sorted(file.parent for file in (ROOT / "liangxing").rglob("apps.py") if "tests" not in file.parts)


@pytest.mark.skipif(not shutil.which("xgettext"), reason="gettext is not installed (Debian package gettext)")
@pytest.mark.parametrize("app", APPS, ids=lambda a: a.name)
def test_every_text_is_translated(app, tmp_path):
    copy = tmp_path / app.name
    skip = shutil.ignore_patterns("__pycache__", "*.mo", "tests", "migrations", "static")
    shutil.copytree(app, copy, ignore=skip)
    (copy / "locale").mkdir(exist_ok=True)
    found = [sys.executable, "-m", "django", "makemessages", "-l", "zh_Hans", "--no-location"]
    env = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(found, cwd=copy, env=env, check=True, capture_output=True)
    catalogue = copy / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
    if not catalogue.exists():
        return
    with catalogue.open("rb") as told:
        messages = [m for m in read_po(told) if m.id]
    assert [m.id for m in messages if m.fuzzy] == []
    assert [m.id for m in messages if not (all(m.string) if isinstance(m.string, tuple) else m.string)] == []


def test_of_many_is_told_in_chinese_as_of_one():
    english = []
    for catalogue in (ROOT / "liangxing").rglob("django.po"):
        for message in read_po(catalogue.open("rb"), locale="zh_Hans"):
            if isinstance(message.id, tuple) and message.id[0]:
                with override("zh-hans"):
                    if (told := ngettext(*message.id, 7)) == message.id[1]:
                        english.append(f"{catalogue.relative_to(ROOT)}: {told}")
    assert english == []


def test_a_text_is_told_in_one_way_in_the_whole_house():
    told = {}  # Django keeps one translation of a text, from whichever app comes first
    for catalogue in sorted((ROOT / "liangxing").rglob("django.po")):
        for message in read_po(catalogue.open("rb")):
            if message.id and message.string:
                told.setdefault((message.context, message.id), {}).setdefault(message.string, []).append(
                    catalogue.parts[-4]
                )
    assert {message: ways for message, ways in told.items() if len(ways) > 1} == {}
