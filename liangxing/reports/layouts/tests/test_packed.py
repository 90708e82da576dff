"""A figure that only a layout states is proved like any other: in the evidence pack, by the separate program."""

import zipfile

from django.utils.timezone import localdate
from liangxing_verify.verify import verify

from liangxing.reports.layouts.actions import adopt
from liangxing.reports.packs.write import pack
from tests import town

from .making import lines, typed


def test_the_pack_holds_the_layout_and_proves_what_it_states(jinhui, who, tmp_path, monkeypatch):
    monkeypatch.setattr("liangxing.reports.packs.write.pdf", lambda document: b"set")
    town.found(jinhui)
    adopt(typed("{{标题}}", "前年活动{{活动|2012}}。"), "本单位.docx", book="creation", language="zh-hans", **who)
    path = pack(jinhui, "creation", localdate(), tmp_path / "town.pack.zip").path
    result = verify(path)
    assert result.valid, result.fault
    with zipfile.ZipFile(path) as held:
        name = next(part for part in held.namelist() if part.endswith(".docx"))
        assert lines(held.read(name))[1].startswith("前年活动")
        claims = next(part for part in held.namelist() if part.endswith("claims.json"))
        assert b"2012-01-01" in held.read(claims)
