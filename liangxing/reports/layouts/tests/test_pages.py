"""Pages of layouts: take the shipped one, bring one's own, look at it, use it, go back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from liangxing.register.roles import ROLES
from liangxing.reports.layouts.actions import standing

from .making import lines, typed

CODE = "430103001001"


def to(route, *args):
    return reverse(route, args=[CODE, *args])


def bring(client, content, name="本单位.docx", language="zh-hans"):
    return client.post(to("layout.build", "creation", language), {"file": SimpleUploadedFile(name, content)})


def token(answer):
    return re.search(r'name="token" value="([^"]+)"', answer.content.decode())[1]


@pytest.mark.parametrize("role", ROLES)
def test_layouts_are_for_those_who_write_reports(role, jinhui, come_in, client):
    if role != "public":
        come_in(role)
    opens = 200 if "build" in ROLES[role].verbs else 302 if role == "public" else 404
    assert client.get(to("layouts.build")).status_code == opens
    assert client.get(to("layout.build", "creation", "zh-hans")).status_code == opens


def test_the_way_of_a_layout_from_the_shipped_one_to_use_and_back(jinhui, come_in, client):
    come_in("worker")
    page = client.get(to("layout.build", "creation", "zh-hans")).content.decode()
    assert "{{分类垃圾箱}}" in page
    assert "Sorted bins" in page
    shipped = client.get(to("layout.shipped.build", "creation", "zh-hans")).content
    assert "{{标题}}" in lines(shipped)
    looked = bring(client, shipped)
    assert "预览" in looked.content.decode()
    assert standing(jinhui, "creation", "zh-hans") is None
    asked = {"token": token(looked)}
    preview = client.get(to("layout.preview.build", "creation", "zh-hans"), asked)
    assert "金汇社区居民委员会" in lines(preview.content)
    used = client.post(to("layout.use.build", "creation", "zh-hans"), asked, follow=True)
    assert "本单位.docx" in used.content.decode()
    assert client.get(to("layout.file.build", "creation", "zh-hans")).content == shipped
    back = client.post(to("layout.back.build", "creation", "zh-hans"), follow=True).content.decode()
    assert "按自带版式生成" in back
    assert "以前的版式" in back
    again = {"token": re.search(r'name="token" value="([^"]+)"', back)[1]}
    client.post(to("layout.use.build", "creation", "zh-hans"), again)
    assert standing(jinhui, "creation", "zh-hans").name == "本单位.docx"


@pytest.mark.parametrize(("language", "words"), [("zh-hans", "写死的数字"), ("en", "a bare number")])
def test_faults_are_told_in_the_language_of_the_page(language, words, jinhui, come_in, client):
    come_in("worker")
    client.cookies["django_language"] = language
    answer = bring(client, typed("{{title}}", "社区有垃圾箱60个。"))
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "token" not in re.findall(r'name="(token)"', answer.content.decode())
    assert bring(client, b"%PDF-1.7").status_code == 422


def test_nobody_uses_what_somebody_else_looked_at_or_what_nobody_did(jinhui, come_in, client):
    come_in("worker")
    asked = {"token": token(bring(client, typed("{{title}}")))}
    assert client.post(to("layout.use.build", "creation", "en"), asked).status_code == 404
    assert client.post(to("layout.use.build", "creation", "zh-hans"), {"token": "abc"}).status_code == 404
    client.logout()
    come_in("secretary")
    assert client.post(to("layout.use.build", "creation", "zh-hans"), asked).status_code == 404
    assert client.get(to("layout.build", "nothing", "zh-hans")).status_code == 404
    assert client.get(to("layout.build", "creation", "xx")).status_code == 404
