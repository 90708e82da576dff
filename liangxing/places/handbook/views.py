"""The handbook's contents, its chapters and their pictures; open to everybody."""

from __future__ import annotations

from django.apps import apps
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from liangxing.kernel.language import nearest
from liangxing.records.visit import Visit

from .chapters import Chapter, chapters
from .shown import body


def index(request: Visit) -> HttpResponse:
    """The chapters by the floor or room that they are about."""
    language, parts = nearest(get_language()), dict[str, list[tuple[Chapter, str]]]()
    for chapter in chapters().values():
        parts.setdefault(chapter.app, []).append((chapter, chapter.title(language)))
    shown = [(apps.get_app_config(app), told) for app, told in parts.items()]
    return render(request, "handbook/index.html", {"parts": shown})


def read(request: Visit, app: str, key: str) -> HttpResponse:
    """One chapter, with the way to the others of its part."""
    chapter, language = _chapter(app, key), nearest(get_language())
    beside = [(other, other.title(language)) for (label, _key), other in chapters().items() if label == app]
    told = {
        "chapter": chapter,
        "title": chapter.title(language),
        "body": body(chapter, language, request.community.code),
        "room": apps.get_app_config(app),
        "beside": beside if len(beside) > 1 else [],
    }
    return render(request, "handbook/chapter.html", told)


def picture(request: Visit, app: str, key: str, name: str) -> FileResponse:
    """A picture that the chapter shows."""
    chapter = _chapter(app, key)
    if name not in chapter.pictures or not (file := chapter.folder / name).exists():
        raise Http404
    answer = FileResponse(file.open("rb"), content_type="image/webp")
    answer["Cache-Control"] = "max-age=86400"
    return answer


def _chapter(app: str, key: str) -> Chapter:
    if (app, key) not in chapters():
        raise Http404
    return chapters()[app, key]
