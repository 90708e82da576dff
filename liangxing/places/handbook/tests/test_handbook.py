"""Each chapter is there in both languages, is shown without HTML of its own, and shows pictures that there are."""

import pytest

from liangxing.places.handbook.chapters import Chapter, chapters
from liangxing.places.handbook.shown import body

AT = "/430103001001/handbook/"


def test_each_chapter_is_told_in_both_languages_and_opens_to_everybody(client, jinhui):
    page = client.get(AT).content.decode()
    assert chapters()
    for app, key in chapters():
        address = f"{AT}{app}/{key}/"
        assert address in page
        for language in ("zh-hans", "en"):
            told = client.get(address, HTTP_ACCEPT_LANGUAGE=language)
            assert f"<h1>{chapters()[app, key].title(language)}</h1>" in told.content.decode()
        assert set(chapters()[app, key].pictures) <= {file.name for file in chapters()[app, key].folder.iterdir()}


@pytest.fixture
def chapter(tmp_path):
    said = "# Bins\nSee **this** <b onclick='x'>now</b>.\n\n![A bin](bin.390.webp) ![A door](door.1280.webp)\n"
    for language in ("zh-hans", "en"):
        (tmp_path / f"bins.{language}.md").write_text(said)
    (tmp_path / "bin.390.webp").write_bytes(b"RIFF")
    return Chapter("environment", "bins", tmp_path)


def test_a_chapter_is_text_and_a_picture_that_is_missing_is_its_words(chapter):
    told = body(chapter, "en", "430103001001")
    assert "<strong>this</strong> &lt;b" in told
    assert 'src="/430103001001/handbook/environment/bins/bin.390.webp"' in told
    assert 'alt="A bin"' in told
    assert "<em>A door</em>" in told


def test_nothing_but_a_picture_of_the_chapter_is_handed_out(client, jinhui, chapter, monkeypatch):
    monkeypatch.setitem(chapters(), ("environment", "bins"), chapter)
    assert client.get(f"{AT}environment/bins/bin.390.webp")["Content-Type"] == "image/webp"
    for name in ("door.1280.webp", "bins.en.md", "..%2Fbins.en.md", "other.webp"):
        assert client.get(f"{AT}environment/bins/{name}").status_code == 404
    assert client.get(f"{AT}environment/nothing/").status_code == 404
