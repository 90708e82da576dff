"""Taking in a form that comes as an XLSForm."""

from __future__ import annotations

import io

from liangxing.evidence import store
from liangxing.evidence.actions import attach
from liangxing.ledger.acts import act
from liangxing.ledger.models import Community
from liangxing.records.actions import write
from liangxing.reports.forms.actions import receive
from liangxing.reports.forms.models import Form

from .models import SurveyFile
from .reading import read
from .table import laid_out


def take(form: Form, content: bytes, name: str, *, community: Community, by: str) -> Form:
    """Keep *form* (who asks, authority and term are set) with the table made of the XLSForm, and the XLSForm itself."""
    table, _places = laid_out(read(content))
    digest, _size = store.put(io.BytesIO(content))
    form.file_name = f"{name.rpartition('.')[0] or name}.xlsx"[-120:]
    with act("xlsform.take", community=community, by=by):
        receive(form, table, community=community, by=by)
        came = SurveyFile(form_id=form.fact, sha256=digest, file_name=name[-120:], day=form.day)
        write(came, community=community, by=by)
        attach(came, io.BytesIO(content), name=came.file_name, sort="form", by=by, day=form.day)
    return form
