"""A chapter as a page: CommonMark with tables, and no HTML of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

from .chapters import Chapter


@lru_cache(maxsize=64)
def body(chapter: Chapter, language: str, community: str) -> SafeString:
    """The chapter below its title as HTML; a picture that is not there is left out, with its words kept as text."""
    mark = MarkdownIt("commonmark", {"html": False}).enable("table")
    mark.add_render_rule("image", _picture)
    mark.add_render_rule("table_open", lambda *_: '<div class="scroll"><table>')
    mark.add_render_rule("table_close", lambda *_: "</table></div>")
    text = chapter.text(language).partition("\n")[2]
    made = mark.render(text, {"chapter": chapter, "community": community})
    shown: SafeString = mark_safe(made)  # markdown-it escapes all that the text says
    return shown


def _picture(renderer: Any, tokens: Any, at: int, options: Any, env: Any) -> str:
    token, chapter = tokens[at], env["chapter"]
    name = str(token.attrs["src"])
    if name not in chapter.pictures or not (chapter.folder / name).exists():
        return f"<em>{renderer.renderInlineAsText(token.children, options, env)}</em>"
    token.attrs["src"] = reverse("handbook.picture.read", args=[env["community"], chapter.app, chapter.key, name])
    token.attrs["loading"] = "lazy"
    token.attrs["class"] = "narrow" if ".390." in name else "wide"
    return str(renderer.image(tokens, at, options, env))
