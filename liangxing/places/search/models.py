"""The index: of each record that everybody may see, the words by which it is found. It can be made anew at any time."""

from __future__ import annotations

from django.db import models

from liangxing.ledger.models import Community


class Line(models.Model):
    """One record that stands: which, its day, its name as it is compared, and its words (``words.index_words``).

    No column that says who somebody is comes in, and no note. The words are indexed by the engine's own full text:
    a migration lays an FTS5 table over this one, or a column of ``tsvector`` into it.
    """

    # No index on it: SQLite would read all of a community by it, rather than the few lines that hold the words.
    community = models.ForeignKey(Community, models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=60)
    record = models.UUIDField(unique=True)
    day = models.DateField()
    name = models.CharField(max_length=200)
    words = models.TextField()


class Mark(models.Model):
    """How far the index has read a community's ledger, and by which ``way`` of reading; another way reads anew."""

    community = models.OneToOneField(Community, models.PROTECT, primary_key=True, related_name="+")
    seq = models.PositiveBigIntegerField(default=0)
    way = models.PositiveSmallIntegerField(default=0)
