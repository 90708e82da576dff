"""Files between their preview and their acceptance: by the hash of their content, in the data folder."""

from __future__ import annotations

import re
import time
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from liangxing.kernel.errors import Refused

KEPT_S = 24 * 3600  # an upload nobody accepted within a day is forgotten
DIGEST = re.compile(r"[0-9a-f]{64}")


def _folder() -> Path:
    folder = Path(settings.LIANGXING_DATA) / "uploads"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def put(upload: UploadedFile[bytes]) -> str:
    """Keep what was uploaded; its SHA-256. ``Refused`` when it is larger than any table of ours."""
    if (upload.size or 0) > settings.MAX_UPLOAD_MB << 20:
        told = {"name": upload.name, "mb": settings.MAX_UPLOAD_MB}
        raise Refused(_("%(name)s is larger than %(mb)s MB: send it in parts.") % told)
    return put_content(b"".join(upload.chunks()))


def put_content(content: bytes) -> str:
    """Keep *content*; its SHA-256."""
    digest = sha256(content).hexdigest()
    (_folder() / digest).write_bytes(content)
    _forget()
    return digest


def find(digest: str) -> Path:
    """The upload with this SHA-256. ``Refused`` when it was forgotten meanwhile."""
    path = _folder() / digest
    if not DIGEST.fullmatch(digest) or not path.exists():
        raise Refused(_("This file is no longer here: choose it again."))
    return path


def put_wrong(digest: str, content: bytes) -> None:
    """Keep the workbook of wrong lines that belongs to the upload *digest*."""
    (_folder() / f"{digest}.wrong.xlsx").write_bytes(content)


def find_wrong(digest: str) -> Path:
    """The wrong lines of the upload *digest*. ``Refused`` when there are none."""
    path = _folder() / f"{digest}.wrong.xlsx"
    if not DIGEST.fullmatch(digest) or not path.exists():
        raise Refused(_("This file is no longer here: choose it again."))
    return path


def _forget() -> None:
    for path in _folder().iterdir():
        if path.stat().st_mtime < time.time() - KEPT_S:
            path.unlink(missing_ok=True)
