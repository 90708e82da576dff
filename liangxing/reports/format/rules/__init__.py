"""The rules of the standard: one module each, with ``RULE`` and ``check``; found rather than listed."""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module

from liangxing.kernel.registry import Registry
from liangxing.reports.format.finding import Rule


@cache
def rules() -> Registry[Rule]:
    """Every rule by its key, in the order of the clauses."""
    found = []
    for module in pkgutil.iter_modules(__path__):
        told = import_module(f"{__name__}.{module.name}")
        if hasattr(told, "RULE"):
            found.append(replace(told.RULE, key=module.name.replace("_", "-"), check=told.check))
    kept: Registry[Rule] = Registry("rule of format")
    for rule in sorted(found, key=lambda r: [int(n) for n in (r.clause or "99").split(".")]):
        kept.add(rule)
    return kept
