"""The database: made whole from the models when it is new, and by migrations when it has data."""

from __future__ import annotations

from typing import cast

from django.apps import apps
from django.core.management import call_command
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations import RunPython
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps


def bring_up() -> None:
    """Give the database all its tables; to make a new one takes a second, to migrate it there twenty."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if connection.introspection.table_names():
        call_command("migrate", verbosity=0, interactive=False)
    else:
        _make(executor)


def _make(executor: MigrationExecutor) -> None:
    """Every table as its model says."""
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed:
                editor.create_model(model)
    finish(executor)
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def finish(executor: MigrationExecutor) -> None:
    """To tables that were just made: the triggers that refuse to change the ledger, and each migration noted as done.

    The triggers are what our migrations do in Python.
    """
    graph = executor.loader.graph
    with connection.schema_editor() as editor:
        for app, name in sorted(graph.nodes):
            if apps.get_app_config(app).name.startswith("liangxing."):
                for step in graph.nodes[app, name].operations:
                    if isinstance(step, RunPython):
                        step.code(cast(StateApps, apps), editor)  # our steps ask it for nothing
    executor.recorder.ensure_schema()
    for app, name in graph.nodes:
        executor.recorder.record_applied(app, name)
