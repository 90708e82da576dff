"""List, write, correct, show and strike, for any kind of record.

``request.community`` and ``request.rights`` were put there by the door.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django_filters import FilterSet

from liangxing.kernel.errors import Refused

from . import actions, long
from .filters import found
from .forms import RecordForm
from .kinds import KINDS, Kind
from .looks import looked
from .models import Record, Records, column_of
from .proposed import proposed
from .tables.cells import read_choice
from .tables.columns import open_sets
from .tables.rows import MEDIA, answer
from .visit import Visit

PAGE = 50  # rows of a list page: two screens of an office monitor


def keyed(kind: Kind, told: QueryDict) -> QueryDict:
    """What a form *told*, with the words of open sets read as the keys by which they are kept."""
    read = told.copy()
    for name, words in open_sets(kind).items():
        if name in read:
            read[name] = read_choice(read[name], words).read_as
    return read


class Page:
    """A page of one kind; called with the request, as Django calls any view."""

    page: ClassVar[str]

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def __call__(self, request: Visit, **route: Any) -> HttpResponse:
        """Answer GET (and HEAD) or POST."""
        return self.post(request, **route) if request.method == "POST" else self.get(request, **route)

    def _not_here(self, request: Visit, **route: Any) -> HttpResponse:
        """Answer of a page that does not take this method."""
        raise Http404

    get: Callable[..., HttpResponse] = _not_here
    post: Callable[..., HttpResponse] = _not_here

    def rows(self, request: Visit) -> Records[Any]:
        """The records of the kind that the visitor may see: of the community at whose door they stand."""
        rows: Records[Any] = self.kind.model._default_manager.filter(community=request.community)
        return request.rights.narrow(rows)

    def found(self, request: Visit) -> FilterSet:
        """The filters that the address sets, over the records that stand, or over struck ones too."""
        return found(self.kind, request.GET, request.community, request.rights)

    def one(self, request: Visit, pk: object) -> Record:
        """One of them; 404 when it is not there for this visitor."""
        record: Record = get_object_or_404(self.rows(request).select_related("act"), pk=pk)
        return record

    def to(self, request: Visit, page: str, *args: object) -> HttpResponseRedirect:
        """On to another page of the same kind."""
        return redirect(reverse(self.kind.route(page), args=[request.community.code, *args]))

    def show(self, request: Visit, status: int = 200, **context: Any) -> HttpResponse:
        """The room's own page if it wrote one, else the common page; only its table for htmx."""
        part = "#table" if request.headers.get("HX-Request") else ""
        meta = self.kind.model._meta
        templates = [f"{meta.app_label}/{meta.model_name}_{self.page}.html", f"records/{self.page}.html"]
        return render(request, [name + part for name in templates], {"kind": self.kind, **context}, status=status)


class ListPage(Page):
    """Records of a kind, filtered and paged; struck ones are shown struck when asked for."""

    page = "list"

    def get(self, request: Visit, **route: Any) -> HttpResponse:
        """One page of the list."""
        filters = self.found(request)
        related = [f.name for f in self.kind.model._meta.fields if f.is_relation and f.name in self.kind.columns]
        pages = Paginator(filters.qs.select_related("act", *related), PAGE)
        page = pages.get_page(request.GET.get("page"))
        looked(request, page.object_list)
        return self.show(request, filter=filters, list=page)


class ExportPage(Page):
    """What a list has found, as a table that opens in a spreadsheet program."""

    page = "export"

    def get(self, request: Visit, ending: str, **route: Any) -> HttpResponse:
        """The .xlsx or .csv; 404 for another ending."""
        if ending not in MEDIA:
            raise Http404
        rows = self.found(request).qs
        if self.kind.model.confidential:
            looked(request, rows)
        if rows.count() > long.LONG:
            asked = {"kind": self.kind.key, "query": request.GET.urlencode(), "ending": ending}
            job = long.rows.ask(request, title=str(self.kind.model._meta.verbose_name_plural), **asked)
            return redirect("jobs.job.desk", request.community.code, job.pk)
        return answer(self.kind.key, ending, self.kind, rows, eyes=request.rights)


class WritePage(Page):
    """A form; what it keeps is one act."""

    page = "write"

    def get(self, request: Visit, **route: Any) -> HttpResponse:
        """The form; what is known and what the address says is filled in, ``again`` from the record it names."""
        known = proposed(self.kind, request.community, by=request.user.get_username(), again=self._again(request))
        said = request.GET.dict()
        form = self.kind.form(community=request.community, initial=known.values | said)
        form.hints = {name: hint for name, hint in known.hints.items() if name not in said}
        return self.show(request, form=form)

    def post(self, request: Visit, **route: Any) -> HttpResponse:
        """Keep the record, and show it."""
        form = self.kind.form(keyed(self.kind, request.POST), community=request.community)
        if form.is_valid() and not request.rights.concerns(form.instance):
            form.add_error(None, _("This lies outside what your post reaches: choose what is yours, or ask the desk."))
        if not form.is_valid():
            return self.show(request, status=422, form=form)
        if "sure" not in request.POST and (alike := self._alike(request, form)):
            return self.show(request, status=409, form=form, alike=alike)
        kept = actions.write(form.instance, community=request.community, by=request.user.get_username())
        self._told(request, kept)
        then = request.POST.get("then", "")
        if url_has_allowed_host_and_scheme(then, allowed_hosts={request.get_host()}):
            return redirect(then)
        return self.to(request, "page", kept.pk)

    def _alike(self, request: Visit, form: RecordForm[Any]) -> list[Any]:
        """Those of the records that may be the same that the visitor sees: the rest stays untold."""
        alike = [r.pk for r in form.alike()]
        return list(self.rows(request).filter(pk__in=alike)) if alike else []

    def _again(self, request: Visit) -> Record | None:
        """The record that is to be told once more, if the address names one."""
        try:
            return self.one(request, UUID(request.GET["again"])) if "again" in request.GET else None
        except ValueError:
            raise Http404 from None

    def _told(self, request: Visit, kept: Record) -> None:
        """Say that it is kept, with the way to undo it: striking it out, with a reason."""
        page = reverse(self.kind.route("page"), args=[request.community.code, kept.pk])
        link = format_html("<a href='{}'>{}</a>", page, kept)
        words = format_html(_("Kept: {}. What proves it can be attached on its page."), link)
        if request.rights.may("strike", self.kind.model):
            words = format_html("{} <a href='{}?strike=1#why'>{}</a>", words, page, _("Undo: strike it out"))
        messages.success(request, words)


class CorrectPage(Page):
    """The form of a record that stands, to be told anew with a reason."""

    page = "correct"

    def get(self, request: Visit, pk: object, **route: Any) -> HttpResponse:
        """The form, filled with what the record says and what the address says instead.

        Of an earlier telling, the one that stands is corrected.
        """
        old, said = self.one(request, pk), request.GET.dict()
        if old.struck_at and (now := self._now(request, old)):
            return self.to(request, "correct", now.pk)
        looked(request, [old])
        form = self._form(request, old, initial=said)
        form.hints = dict.fromkeys(said, "")
        return self.show(request, form=form, old=old)

    def post(self, request: Visit, pk: object, **route: Any) -> HttpResponse:
        """Keep the new telling; the old one stays readable."""
        old = self.one(request, pk)
        form = self._form(request, old, keyed(self.kind, request.POST))
        if not request.POST.get("why", "").strip():
            form.add_error(None, _("Say why: the reason stays with the correction."))
        if not form.is_valid():
            return self.show(request, status=422, form=form, old=old)
        columns = {column_of(type(old), name) for name in form.fields}
        changes = {column: getattr(form.instance, column) for column in columns}
        try:
            new = actions.correct(old, by=request.user.get_username(), why=request.POST["why"].strip()[:200], **changes)
        except Refused as refused:
            now = self._now(request, old)
            words = _("Somebody has corrected this record meanwhile: compare what it says now, and keep yours again.")
            form.add_error(None, words if now else str(refused))
            return self.show(request, status=409, form=form, old=old, now=now, refused=True)
        messages.success(request, _("Corrected. What it said before stays readable below."))
        return self.to(request, "page", new.pk)

    def _now(self, request: Visit, old: Record) -> Record | None:
        """The telling of the same fact that stands; ``None`` when it was struck out."""
        found: Record | None = self.rows(request).known().filter(fact=old.fact).select_related("act").first()
        return found

    def _form(self, request: Visit, old: Record, data: Any = None, **told: Any) -> RecordForm[Any]:
        """A form over a copy of *old* that is not kept."""
        return self.kind.form(data, instance=old.anew(), community=request.community, **told)


class RecordPage(Page):
    """One record, its tellings, evidence and acts; POST strikes it out."""

    page = "page"

    def get(self, request: Visit, pk: object, **route: Any) -> HttpResponse:
        """The record, and every telling of its fact, the newest first."""
        record = self.one(request, pk)
        looked(request, [record])
        tellings = self.rows(request).filter(fact=record.fact).select_related("act").order_by("-recorded_at")
        return self.show(request, record=record, tellings=tellings)

    def post(self, request: Visit, pk: object, **route: Any) -> HttpResponse:
        """Strike the record out."""
        record, why = self.one(request, pk), request.POST.get("why", "").strip()[:200]
        if why:
            actions.strike(record, by=request.user.get_username(), why=why)
            messages.success(request, _("Struck out. It stays readable here, and no figure counts it."))
        else:
            messages.error(request, _("Say why: the reason stays with what was struck."))
        return self.to(request, "page", record.pk)


PAGES: tuple[tuple[str, type[Page]], ...] = (
    ("", ListPage),
    ("rows.<str:ending>", ExportPage),
    ("write/", WritePage),
    ("<uuid:pk>/", RecordPage),
    ("<uuid:pk>/correct/", CorrectPage),
)


def urls_of(
    model: type[Record], form: type[RecordForm[Any]], *, columns: tuple[str, ...], filters: tuple[str, ...] = ()
) -> list[URLPattern]:
    """The routes of one kind of record, which becomes known by them."""
    kind = Kind(model._meta.label_lower, model, form, columns, filters)
    if kind.key not in KINDS:
        KINDS.add(kind)
    stem = model._meta.model_name
    return [path(f"{stem}/{route}", page(kind), name=kind.route(page.page)) for route, page in PAGES]
