"""An import of 10,000 rows from a file, our ledger on, beside django-import-export: the same model and file."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import tablib
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import ForeignKeyWidget

from bench._ground import WHO, once, tell, write
from liangxing.evidence.channels.workbook.accept import accept
from liangxing.ledger.acts import act
from liangxing.records.actions import write_many
from liangxing.records.tables import export
from liangxing.register.models import Building, Household
from liangxing.rooms.saving.models import SavingMeasure

COUNT, DAY = 10_000, date(2020, 5, 1)
HEADER = ("household", "sort", "product", "day")
house = write(Building(code="1", day=DAY), **WHO)
write_many([Household(code=f"1-{n}", building=house, day=DAY) for n in range(3324)], **WHO)


def table(name: str, first: int, count: int) -> Path:
    """A workbook of saving measures, each of a household and a product of its own."""
    rows = [
        (f"1-{n % 3324}", "lamp", f"{name}{n}", f"2021-{n // 3324 % 12 + 1:02}-{n % 28 + 1:02}")
        for n in range(first, first + count)
    ]
    path = Path(tempfile.mkdtemp()) / f"{name}.xlsx"
    path.write_bytes(export.workbook([("saving measure", HEADER, rows)]))
    return path


class Resource(ModelResource):
    """Row by row through the model's own save, as the package's documentation begins: records refuse bulk_create."""

    household = Field("household", "household", ForeignKeyWidget(Household, "code"))

    class Meta:
        """Known by household, sort and day, as ours."""

        model = SavingMeasure
        fields = HEADER
        import_id_fields = ("household", "sort", "day")
        clean_model_instances = True
        use_transactions = True


def package(path: Path) -> None:
    """The package's import of the same file, within one act."""
    data = tablib.Dataset().load(path.read_bytes(), format="xlsx")
    with act("import", **WHO):
        result = Resource().import_data(data, raise_errors=True)
    assert not result.has_errors()


def ours(path: Path) -> None:
    """Our import: reading, checking, keeping, ledger and evidence."""
    outcome = accept([(path, path.name)], kind="saving.savingmeasure", **WHO)
    assert outcome.kept == COUNT, outcome.read.counts()


mine = once(lambda: ours(table("a", 0, COUNT)))
other = once(lambda: package(table("b", 20_000, COUNT)))
print(f"ours: {COUNT / mine:,.0f} rows a second; the package: {COUNT / other:,.0f}")
tell(f"import of {COUNT:,} rows", mine, other, "django-import-export")
