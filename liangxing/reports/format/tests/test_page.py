"""The page of the format check, for whoever is signed in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from liangxing.register.roles import PROGRAM, ROLES

from .paper import Paper


def send(client, content, name="通知.docx"):
    return client.post(reverse("format.lint", args=["430103001001"]), {"file": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("role", [role for role in ROLES if role != PROGRAM])
def test_everybody_who_is_signed_in_may_check_and_the_public_is_asked_to_sign_in(role, jinhui, come_in, client):
    if role != "public":
        come_in(role)
    answer = client.get(reverse("format.lint", args=["430103001001"]))
    assert answer.status_code == (302 if role == "public" else 200)


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "标题用了黑体"), ("en", "The title is set in")])
def test_findings_stand_with_clause_and_place(language, words, jinhui, come_in, client):
    come_in("resident")
    client.cookies["django_language"] = language
    paper = Paper()
    paper.font("title", "黑体")
    paper.size("body", 12)
    body = send(client, paper.content()).content.decode()
    assert words in body
    assert "GB/T 9704-2012, 7.3.1" in body
    assert ("项需要改正" if language == "zh-hans" else "to be put right.") in body
    assert "关于开展环境整治的通知" in body
    good = send(client, Paper().content()).content.decode()
    assert 'class="note ok"' in good
    assert words not in good


def test_a_file_that_is_none_is_told_in_words(jinhui, come_in, client):
    come_in("worker")
    answer = send(client, b"%PDF-1.7", "汇报.pdf")
    assert answer.status_code == 422
    assert "是 PDF" in answer.content.decode()
    empty = client.post(reverse("format.lint", args=["430103001001"]), {})
    assert (empty.status_code, "请先选择文件" in empty.content.decode()) == (422, True)
