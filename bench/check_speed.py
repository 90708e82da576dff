"""A report of thirty pages against the demonstration community's records, from the file to its findings and notes.

Beside it, a plain search of the same file for numbers: what the rest of the time is for.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
import time
from datetime import date
from pathlib import Path

from docx import Document

from bench._ground import JINHUI, clock, tell
from demo.facts import REPORT_DAY
from demo.make import make
from liangxing.evidence.channels.workbook.accept import accept
from liangxing.reports.check import check_content
from liangxing.reports.check.files import read_file
from liangxing.reports.check.notes import with_notes

PAGE = 22 * 28  # characters of a page of an official document (GB/T 9704-2012)
PAGES, MOST_S = 30, 3.0
TEXTS = ("huaiyin", "linxi", "heyuan")


def report() -> bytes:
    """A Word document of so many pages, with tables: the reports of the labelled set over and over."""
    folder, document, written = Path(__file__).parent / "check", Document(), 0
    lines = [line for name in TEXTS for line in (folder / f"{name}.txt").read_text("utf-8").split("\n")]
    while written < PAGES * PAGE:
        for line in lines:
            cells = line.split("\t")
            if len(cells) > 1:
                row = document.add_table(1, len(cells)).rows[0]
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
            else:
                document.add_paragraph(line)
            written += len(line)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


folder = Path(tempfile.mkdtemp())
for file in [f for f in make(folder) if f.suffix != ".geojson" and not f.name.startswith("99")]:
    accept([(file, file.name)], community=JINHUI, by="worker")
content = report()
day: date = REPORT_DAY
_read, found = check_content(content, "report.docx", JINHUI, day)
print(f"{len(found.given):,} characters, {len(content) / 1000:.0f} kB, {len(found.claims)} findings")
spent = clock(lambda: check_content(content, "report.docx", JINHUI, day), rounds=3)
start = time.process_time()
check_content(content, "report.docx", JINHUI, day)
worked = time.process_time() - start
search = clock(lambda: re.findall(r"[0-9]+", read_file(content, "report.docx").text), rounds=3)
tell("check", spent, search, "the same file read and searched for numbers")
print(f"with notes: {clock(lambda: with_notes(content, 'report.docx', found), rounds=1):.2f} s more")
print(f"processor time {worked:.2f} s, under {MOST_S:.0f} s: {'yes' if worked < MOST_S else 'NO'}; ", end="")
print(f"by the clock {spent:.2f} s, with {os.getloadavg()[0]:.1f} programs at work on {os.cpu_count()} processors")
