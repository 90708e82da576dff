"""All rooms with their kinds: how much is recorded of each, and when the last of it was."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Count, Max
from django.http import HttpResponse
from django.shortcuts import render

from liangxing.records.kinds import Kind, kinds
from liangxing.records.visit import Visit


def rooms(request: Visit) -> HttpResponse:
    """Every kind that the visitor sees, by the floor or room that keeps it; one query for each kind."""
    shown: dict[str, list[dict[str, Any]]] = {}
    for kind in kinds().values():
        if request.rights.may("list", kind.model):
            shown.setdefault(kind.app, []).append(_told(request, kind))
    told = [(apps.get_app_config(app), rows) for app, rows in shown.items()]
    empty = not any(row["count"] for _room, rows in told for row in rows)
    return render(request, "site/rooms.html", {"rooms": told, "empty": empty})


def _told(request: Visit, kind: Kind) -> dict[str, Any]:
    rows = request.rights.narrow(kind.model._default_manager.known().filter(community=request.community))
    counted = rows.order_by().aggregate(count=Count("id"), last=Max("recorded_at"))
    return {"kind": kind, "writes": request.rights.may("write", kind.model), **counted}
