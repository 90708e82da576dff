"""Keys with which other programs report problems."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from liangxing.register.models.territory import Named


class ServiceKey(Named):
    """A key given to another program, which may report problems with it; ended when it is withdrawn.

    Kept is only the SHA-256 of the key: whoever reads the records cannot use it.
    """

    personal = ("contact",)
    opens_doors: ClassVar[bool] = True

    contact = models.CharField(_("contact person"), max_length=120, blank=True)
    sha256 = models.CharField(_("SHA-256 of the key"), max_length=64, blank=True, editable=False, db_index=True)

    class Meta(Named.Meta):
        verbose_name = _("key for another program")
        verbose_name_plural = _("keys for other programs")

    def anew(self, **changes: Any) -> Self:
        """A correction of the name keeps the key."""
        made = super().anew(**changes)
        made.sha256 = self.sha256
        return made
