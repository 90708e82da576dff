"""A workbook as a department sends it: looked at before it is kept, an old one made new."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused
from liangxing.records.tables.guards import Shape, shape

from .reading.read import read
from .reading.wanted import Reading
from .workbook.package import open_package

CONVERTING_S = 60  # LibreOffice starts in three to ten seconds on an old machine


@dataclass(frozen=True, slots=True)
class Incoming:
    """A blank form that can be filled: its content and name as they are kept, and what was read in it."""

    content: bytes
    name: str
    reading: Reading

    @property
    def title(self) -> str:
        """What the form calls itself; without a title, what its file is called."""
        return self.reading.title or Path(self.name).stem


def incoming(path: Path, name: str) -> Incoming:
    """The form that lies at *path*, called *name* by whoever sent it. ``Refused`` says why it cannot be one."""
    found = shape(path, name)
    if found is Shape.TEXT:
        raise Refused(_("%s is no workbook: a form is an .xlsx, as spreadsheet programs save it.") % name)
    content, messages = path.read_bytes(), list[str]()
    if found is Shape.XLS:
        content, name = _converted(path, name), f"{Path(name).stem}.xlsx"
        messages.append(_("It came as an old .xls and was made an .xlsx: compare the blank form once with the paper."))
    told = read(open_package(content))
    told.messages[:0] = messages
    if not told.cells and not told.rows:
        raise Refused(_("No cell of %s wants a value: is it the blank form, with lines around its cells?") % name)
    return Incoming(content, name, told)


def _converted(path: Path, name: str) -> bytes:
    """An old workbook as a new one, by LibreOffice if it is installed here; macros are left out and never run."""
    if not (office := shutil.which("soffice")):
        raise Refused(_("%s is an old .xls: open it, save it as .xlsx, and send that.") % name)
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "form.xls"
        old.write_bytes(path.read_bytes())
        asked = [office, f"-env:UserInstallation={Path(folder).as_uri()}/profile", "--headless", "--convert-to", "xlsx",
                 "--outdir", folder, str(old)]  # fmt: skip
        try:
            subprocess.run(asked, capture_output=True, timeout=CONVERTING_S, check=True)
            return (Path(folder) / "form.xlsx").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise Refused(_("%s is an old .xls: open it, save it as .xlsx, and send that.") % name) from error
