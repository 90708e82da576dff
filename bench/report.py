"""The report as Word and PDF, after start, on the demonstration community; beside Word by LibreOffice's conversion."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from bench._ground import JINHUI, clock, once, tell
from demo.facts import REPORT_DAY
from demo.make import make
from liangxing.evidence.channels.workbook.accept import accept
from liangxing.reports.render.pdf import pdf
from liangxing.reports.render.word import docx
from liangxing.reports.writing import write

folder = Path(tempfile.mkdtemp())
files = [f for f in make(folder) if f.suffix != ".geojson" and not f.name.startswith("99")]
for file in files:
    accept([(file, file.name)], community=JINHUI, by="worker")
document = write(JINHUI, "creation", REPORT_DAY)
print(f"writing {len(document.stated)} claims: {clock(lambda: write(JINHUI, 'creation', REPORT_DAY), rounds=3):.3f} s")
word = clock(lambda: docx(document), rounds=3)
print(f"as Word: {word:.3f} s")
paper = clock(lambda: pdf(document), rounds=3)
if office := shutil.which("soffice"):
    (folder / "r.docx").write_bytes(docx(document))
    convert = [office, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "r.docx")]
    spent = once(lambda: subprocess.run(convert, check=True, capture_output=True))
    tell("as PDF", paper, spent, "the Word file made a PDF by LibreOffice")
else:
    print(f"as PDF: {paper:.3f} s")
