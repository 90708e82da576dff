"""The engine's own full text over the words of the lines: FTS5 in SQLite, ``tsvector`` in PostgreSQL."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5("
    "words, content='search_line', content_rowid='id', tokenize='ascii', prefix='6')",
    "CREATE TRIGGER IF NOT EXISTS search_line_told AFTER INSERT ON search_line "
    "BEGIN INSERT INTO search_words(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER IF NOT EXISTS search_line_gone AFTER DELETE ON search_line "
    "BEGIN INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words); END",
)
POSTGRESQL = (
    "ALTER TABLE search_line ADD COLUMN IF NOT EXISTS vector tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED",
    "CREATE INDEX IF NOT EXISTS search_line_vector ON search_line USING gin (vector)",
)


def lay(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Lay the full text over a table that is empty."""
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement, params=None)


def take_up(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the full text away; the lines stay."""
    if editor.connection.vendor == "postgresql":
        editor.execute("ALTER TABLE search_line DROP COLUMN vector")
        return
    for what in ("TRIGGER search_line_told", "TRIGGER search_line_gone", "TABLE search_words"):
        editor.execute(f"DROP {what}")


class Migration(migrations.Migration):
    """Full text for SQLite and PostgreSQL."""

    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(lay, take_up)]
