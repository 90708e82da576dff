"""Taking a department's form in."""

from __future__ import annotations

import io

from liangxing.evidence import store
from liangxing.evidence.actions import attach
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import write

from .models import Form


def receive(form: Form, content: bytes, *, community: Community, by: str) -> Form:
    """Keep *form* (its code, title, department, rhythm and days are set) with its blank workbook as evidence."""
    form.sha256, _size = store.put(io.BytesIO(content))
    with act("form.receive", community=community, by=by):
        write(form, community=community, by=by)
        attach(form, io.BytesIO(content), name=form.file_name, sort="form", by=by, day=form.day)
    return form
