"""What a form or an address asks for, read without trust."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from liangxing.records.models import Records


def one(rows: Records[Any], fact: object) -> Any:
    """The one of *rows* that tells this *fact*; 404 when none does, and when *fact* is no id at all."""
    try:
        asked = fact if isinstance(fact, UUID) else UUID(str(fact))
    except ValueError:
        raise Http404 from None
    return get_object_or_404(rows, fact=asked)


def words(request: HttpRequest, name: str, most: int = 300) -> str:
    """What the form says in the field *name*, at most so many letters, without what no database keeps."""
    return request.POST.get(name, "").replace("\0", "").strip()[:most]
