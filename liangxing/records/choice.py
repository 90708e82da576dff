"""Naming a record in a form: by its code or its name, as people write it, never by a number of ours."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import CharField, Q
from django.forms import ModelChoiceField, TextInput
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from liangxing.ledger.models import Community

from .models import Record

LIST_UP_TO = 200  # choices a drop-down may hold before typing is quicker than scrolling
AT_ONCE = 500  # names that one question to the database asks for


if TYPE_CHECKING:
    Choice = ModelChoiceField[Any]
else:  # at run time Django's fields take no parameter
    Choice = ModelChoiceField


class RecordChoice(Choice):
    """A choice among the records of a kind that stand in *community*, by any column that the kind is ``called`` by."""

    queryset: Any

    default_error_messages = {
        "invalid_choice": _("There is no %(kind)s “%(value)s” here; record it first, or correct the name."),
        "ambiguous": _("“%(value)s” may be several %(kind)s; use the code."),
    }

    def __init__(self, kind: type[Record], community: Community, **kwargs: Any) -> None:
        self.kind = kind
        self.called: tuple[str, ...] = getattr(kind, "called", kind.natural[:1])
        self._every: dict[str, list[Record]] | None = None
        super().__init__(kind._default_manager.known().filter(community=community), **kwargs)
        if self.queryset.count() > LIST_UP_TO:
            self.widget = TextInput(attrs={"autocomplete": "off"})
        # Where a script may look names up as they are typed; without it, the list or the typed code does.
        self.widget.attrs["data-names"] = reverse("records.names.write", args=[community.code, kind._meta.label_lower])

    def remember(self, names: Collection[str] | None = None) -> None:
        """Read the choices once, for a form that will be asked ten thousand times: all, or those called by *names*."""
        self._every = {}
        texts = all(isinstance(self.kind._meta.get_field(column), CharField) for column in self.called)
        if names is None or not texts:
            for record in self.queryset:
                self.offer(record)
            return
        some = sorted(names)
        for start in range(0, len(some), AT_ONCE):
            for record in self._asked(some[start : start + AT_ONCE]):
                self.offer(record)

    def offer(self, record: Record) -> None:
        """Let *record* be chosen too, though it is not kept yet: an earlier line of the same import brings it.

        A correction takes the place of what it corrects: two tellings of one fact are not two records.
        """
        if self._every is None:
            self.remember()
        every: dict[str, list[Record]] = self._every  # type: ignore[assignment]
        for name in {str(getattr(record, column)) for column in self.called} - {""}:
            others = [o for o in every.get(name, ()) if not record.fact or o.fact != record.fact]
            every[name] = [*others, record]

    def prepare_value(self, value: Any) -> Any:
        """What stands in the field for a record: its code."""
        record = value if isinstance(value, Record) else None
        if record is None and value not in self.empty_values:
            record = self.queryset.model._default_manager.known().filter(fact__in=_ids(value)).first()
        return getattr(record, self.called[0]) if record else value

    def to_python(self, value: Any) -> Record | None:
        """The record that *value* names; the words of the refusal say which kind was looked for."""
        if value in self.empty_values:
            return None
        name = str(value).strip()
        found = self._every.get(name, []) if self._every is not None else list(self._asked([name])[:2])
        if len(found) != 1:
            code = "ambiguous" if found else "invalid_choice"
            told = {"value": name, "kind": self.kind._meta.verbose_name}
            raise ValidationError(self.error_messages[code], code=code, params=told)
        return found[0]

    def _asked(self, names: Collection[str]) -> Any:
        return self.queryset.filter(reduce(or_, (Q(**{f"{column}__in": names}) for column in self.called)))

    def validate(self, value: Any) -> None:
        """Only what is required is asked here; what was found is a record already."""
        if self.required and value in self.empty_values:
            raise ValidationError(self.error_messages["required"], code="required")


def _ids(value: Any) -> list[Any]:
    """*value* as a list of one id, or of none when it is the text of a form and no id at all."""
    try:
        return [value if isinstance(value, UUID) else UUID(str(value))]
    except ValueError:
        return []
