"""Files that are no .docx, or a broken one: a sentence that says what it is and what to do, never an error of ours."""

import io
import json
import zipfile

import msoffcrypto
import pytest
from click.testing import CliRunner
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile

from liangxing.kernel.errors import Refused
from liangxing.reports.format import opening
from liangxing.reports.format.lint import lint
from liangxing.site.cli import main

from .paper import Paper

GOOD = Paper().content()


def locked():
    assert msoffcrypto is not None
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(GOOD)).encrypt("1234", out)
    return out.getvalue()


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def entities():
    return packed({opening.BODY: '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w="x">&a;</w:document>'})


def strict():
    return packed({opening.BODY: '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'})


def old_word():
    """The head of a .doc is enough to know that it is one of old Office; its inside is damaged here."""
    return opening.OLE + b"\0" * 2000


CASES = [
    (b"", "is empty"),
    (b"hello", "no Word document"),
    (b"%PDF-1.7", "is a PDF"),
    (b"{\\rtf1 text}", "rich text"),
    (GOOD[: len(GOOD) // 2], "damaged"),
    (b"PK\x03\x04" + b"\0" * 50, "damaged"),
    (packed({"xl/workbook.xml": "<x/>"}), "no Word document"),
    (packed({opening.BODY: "<w:document>"}), "damaged"),
    (entities(), "damaged"),
    (strict(), "Strict"),
    (locked(), "asks for a password"),
    (old_word(), "damaged"),
    (packed({opening.BODY: "<x/>", **{f"word/{n}.xml": "" for n in range(opening.MOST_PARTS)}}), "unpacks to more"),
    (packed({opening.BODY: "<x/>" + " " * (opening.LARGEST_PART_B + 1)}), "unpacks to more"),
    (GOOD + b"\0" * opening.LARGEST_B, "larger than 20 MB"),
]


@pytest.mark.parametrize(("content", "words"), CASES, ids=[words for _content, words in CASES])
def test_a_file_that_cannot_be_checked_is_refused_in_words(content, words):
    with override("en"), pytest.raises(Refused, match=words):
        lint(content, "a.docx")


def test_a_doc_of_old_word_is_named(monkeypatch):
    class Held:
        def __init__(self, file):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *told):
            return None

        def exists(self, name):
            return name == "WordDocument"

    monkeypatch.setattr(opening.olefile, "OleFileIO", Held)
    with override("en"), pytest.raises(Refused, match=r"\.doc of old Word"):
        lint(old_word(), "a.doc")


def read_or_refused(content):
    """What was said of the file: an error of another sort goes through, and fails the test."""
    try:
        return lint(content, "a.docx").name
    except Refused as refused:
        return str(refused)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_a_byte_changed_anywhere_is_read_or_refused_and_never_an_error(place, byte):
    spoiled = GOOD[:place] + bytes([byte]) + GOOD[place + 1 :]
    assert read_or_refused(spoiled)


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nonsense_within_the_text_is_read_or_refused_and_never_an_error(data):
    with zipfile.ZipFile(io.BytesIO(GOOD)) as held:
        parts = {name: held.read(name).decode("utf-8", "surrogateescape") for name in held.namelist()}
    part = data.draw(st.sampled_from(["word/document.xml", "word/styles.xml", "word/numbering.xml"]))
    old = data.draw(st.sampled_from(["16", "0", "w:val", "w:p>", "1"]))
    new = data.draw(st.text(alphabet="0129-xw:<>", max_size=6))
    parts[part] = parts[part].replace(old, new, data.draw(st.integers(1, 40)))
    made = packed({name: text.encode("utf-8", "surrogateescape") for name, text in parts.items()})
    assert read_or_refused(made)


def run(tmp_path, content, *more):
    file = tmp_path / "notice.docx"
    file.write_bytes(content)
    with override("en"):  # the command chooses a language for its process; here the tests after it have their own
        return CliRunner().invoke(main, ["lint", str(file), *more], env={"LIANGXING_LANGUAGE": "en"})


def test_the_command_gives_0_1_and_2(tmp_path):
    spoiled = Paper()
    spoiled.font("title", "黑体")
    good, wrong, broken = (run(tmp_path, content) for content in (GOOD, spoiled.content(), b"nothing"))
    assert (good.exit_code, wrong.exit_code, broken.exit_code) == (0, 1, 2)
    assert "7.3.1" in wrong.output
    assert "关于开展环境整治的通知" in wrong.output
    told = json.loads(run(tmp_path, spoiled.content(), "--json").output)
    assert [(f["rule"], f["places"][0]["paragraph"]) for f in told["findings"]] == [("title-font", 2)]
    with override("en"):
        assert CliRunner().invoke(main, ["lint", str(tmp_path / "none.docx")]).exit_code == 2
