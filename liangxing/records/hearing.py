"""One form that reads many lines: made once, asked ten thousand times, and each thing it hears is cleaned once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django.forms import Field, ValidationError

from liangxing.ledger.models import Community

from .choice import RecordChoice
from .forms import RecordForm
from .models import Record


class _Reading:
    """Mixed into a form that reads all lines of a table: it leaves the constraints to the database.

    What a column says is cleaned once, however many lines say it: thousands share a day, a word, a household.
    """

    def _post_clean(self) -> None: ...

    def _clean_fields(self) -> None:
        form = cast(Any, self)
        for name, field in form.fields.items():
            read = form.heard(name, field, form.data.get(name))
            if isinstance(read, ValidationError):
                form.add_error(name, read)
                continue
            form.cleaned_data[name] = read
            if own := getattr(form, f"clean_{name}", None):
                try:
                    form.cleaned_data[name] = own()
                except ValidationError as error:
                    form.add_error(name, error)

    def heard(self, name: str, field: Field, told: Any) -> Any:
        """What *field* reads of what a line *told* it, or why it cannot; text that was heard before is not read anew.

        Only text: 1, 1.0 and ``True`` would be one key, and are three things to hear.
        """
        if type(told) is not str:
            return _clean(field, name, told)
        seen = cast(Any, self).seen.setdefault(name, {})
        if told not in seen:
            seen[told] = _clean(field, name, told)
        return seen[told]


def _clean(field: Field, name: str, told: Any) -> Any:
    try:
        return field.clean(field.widget.value_from_datadict({name: told}, {}, name))
    except ValidationError as error:
        return error


def reader(
    form: type[RecordForm[Any]], rows: Sequence[Mapping[str, Any]], community: Community, offered: Sequence[Record]
) -> RecordForm[Any]:
    """One form for all *rows*. Of what they may refer to it knows what they name, and what is *offered* beside."""
    made: RecordForm[Any] = type(form.__name__, (_Reading, form), {"seen": {}})({}, community=community)
    for name, asked in made.fields.items():
        if isinstance(asked, RecordChoice):
            asked.remember({str(row.get(name) or "").strip() for row in rows})
            for record in offered:
                if isinstance(record, asked.kind):
                    asked.offer(record)
    return made
