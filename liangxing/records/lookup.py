"""Looking a record up while its name is typed: by code, by name, by pinyin or its initials."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.http import Http404, JsonResponse
from django.views.decorators.cache import never_cache

from .kinds import kinds
from .names import naming, sounding
from .visit import Visit

MOST = 20  # that a list below a field shows: who sees more types one letter more


@never_cache
def names(request: Visit, key: str) -> JsonResponse:
    """The records of the kind *key* that ``q`` may mean, of those that the visitor sees; the first by their codes."""
    if key not in kinds() or not request.rights.may("write", model := kinds()[key].model):
        raise Http404
    clear = request.rights.clear(model)
    columns, code = naming(model, clear=clear), getattr(model, "called", model.natural[:1])[0]
    rows: Any = request.rights.narrow(model._default_manager.known().filter(community=request.community))
    if word := request.GET.get("q", "").strip()[:40]:
        asked = [Q(**{f"{column}__icontains": word}) for column in columns]
        rows = rows.filter(reduce(or_, [*asked, Q(fact__in=sounding(model, request.community, word, clear=clear))]))
    return JsonResponse({"found": [_told(record, code, columns) for record in rows.order_by(code)[:MOST]]})


def _told(record: Any, code: str, columns: tuple[str, ...]) -> dict[str, str]:
    said = dict.fromkeys(str(getattr(record, column)) for column in columns)
    return {"value": str(getattr(record, code)), "label": " · ".join(name for name in said if name)}
