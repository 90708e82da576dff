"""What is reported as out of order, and what was done about it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate, localtime, now
from django.utils.translation import gettext_lazy as _

from liangxing.kernel.ground import Spot
from liangxing.ledger.acts import doing
from liangxing.records.models import Event
from liangxing.register.models import Building, Household, Place, Post
from liangxing.register.models.territory import Coded, check_geometry

from ..triage.categories import Category, category
from ..triage.grid import cell_of
from ..triage.insults import insulting
from .recurring import comes_again
from .spots import place_of

OPEN = Q(struck_at=None, until=None)
PUBLIC = Q(struck_at=None, unlisted="", private=False)


class Problem(Coded):
    """Something out of order that was reported; it ends on the day on which a household confirms that it is settled.

    ``sort``: a key of ``triage/categories.toml``; an older or foreign word counts as something else. ``household``
    reported it; none when nobody gave a name. What is ``private`` is seen by that household and by those who work on
    it, and never stands on a public list. ``post`` is in charge; ``fixed_on``: when it was put right, once a household
    has confirmed it.
    ``same_as``: told before under that report; it then ends with the merging, and can be taken apart again.

    What follows from the rest is worked out when it is told (``stamp``): the place in millionths of a degree with its
    cell of the grid, whether it stands on public lists, the due day, whether the same comes again, and how it ended.
    """

    class Source(models.TextChoices):
        """How the community heard of it."""

        HALL = "hall", _("residents' hall")
        DESK = "desk", _("at the desk")
        TELEPHONE = "telephone", _("told by telephone")
        ROUND = "round", _("found on a round")
        OPEN311 = "open311", _("by Open311")

    class Held(models.TextChoices):
        """Words that may insult somebody wait for a worker, who shows them or keeps them back."""

        WAITS = "waits", _("waits for a worker to look")
        SHOWN = "shown", _("looked at, shown")
        KEPT = "kept", _("looked at, kept back")

    class Outcome(models.TextChoices):
        """How it ended."""

        IN_TIME = "in_time", _("put right in time")
        LATE = "late", _("put right late")
        MERGED = "merged", _("told before, merged")

    personal = (
        "household",
        "text",
        "geometry",
        "contact",
        "address",
        "answers",
        "media_url",
        "east_udeg",
        "north_udeg",
        "cell",
    )

    sort = models.CharField(_("sort of problem"), max_length=24, default="other")
    place = models.ForeignKey(Place, models.PROTECT, verbose_name=_("place"), related_name="+", null=True, blank=True)
    building = models.ForeignKey(
        Building, models.PROTECT, verbose_name=_("building"), related_name="+", null=True, blank=True
    )
    geometry = models.TextField(_("geometry (GeoJSON)"), blank=True, validators=[check_geometry])
    address = models.CharField(_("where, in words"), max_length=120, blank=True)
    text = models.CharField(_("what is out of order"), max_length=4000, blank=True)
    answers = models.TextField(_("answers to what its category asks"), blank=True)
    private = models.BooleanField(_("private"), default=False)
    source = models.CharField(_("how it was heard of"), max_length=10, choices=Source, default=Source.DESK)
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )
    contact = models.CharField(_("how to reach whoever told it"), max_length=120, blank=True)
    media_url = models.CharField(_("address of a picture elsewhere"), max_length=500, blank=True)
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("in charge"), related_name="+", null=True, blank=True)
    fixed_on = models.DateField(_("put right on"), null=True, blank=True)
    same_as = models.ForeignKey(
        "self", models.PROTECT, verbose_name=_("told before as"), related_name="+", null=True, blank=True
    )
    held = models.CharField(_("held back"), max_length=5, choices=Held, blank=True)

    unlisted = models.CharField(_("on no public list"), max_length=3, blank=True, editable=False)
    due_on = models.DateField(_("due on"), null=True, blank=True, editable=False)
    east_udeg = models.IntegerField(_("longitude (millionths of a degree)"), null=True, editable=False)
    north_udeg = models.IntegerField(_("latitude (millionths of a degree)"), null=True, editable=False)
    cell = models.BigIntegerField(_("cell of the grid"), null=True, editable=False)
    recurs = models.CharField(_("comes again"), max_length=5, blank=True, editable=False)
    outcome = models.CharField(_("how it ended"), max_length=8, choices=Outcome, blank=True, editable=False)
    settled_after_d = models.PositiveIntegerField(_("settled after (days)"), null=True, editable=False)

    class Meta(Coded.Meta):
        verbose_name = _("problem report")
        verbose_name_plural = _("problem reports")
        indexes = [
            *Coded.Meta.indexes,
            models.Index(fields=["community", "cell", "sort", "day"], name="problem_near"),
            # An engine reads the map and the list from these alone, and never opens the rows that it only counts.
            models.Index(
                fields=["community", "unlisted", "struck_at", "cell", "private", "until", "east_udeg", "north_udeg"],
                name="problem_mapped",
            ),
            models.Index(fields=["community", "unlisted", "struck_at", "day", "id", "private"], name="problem_in_list"),
            models.Index(fields=["community", "due_on", "id"], condition=OPEN, name="problem_open"),
        ]

    @property
    def category(self) -> Category:
        """What it is about."""
        return category(self.sort)

    @property
    def spot(self) -> Spot | None:
        """Degrees east and north; ``None`` when nothing says where it is."""
        if self.east_udeg is None or self.north_udeg is None:
            return None
        return self.east_udeg / 1e6, self.north_udeg / 1e6

    def locate(self) -> None:
        """Work out where it lies."""
        at = place_of(self)
        self.east_udeg, self.north_udeg = at or (None, None)
        self.cell = cell_of(*at) if at else None

    def stamp(self) -> None:
        """Also work out what follows from what it says."""
        super().stamp()
        self.locate()
        fresh = localtime(now()) if self.day == localdate() else None
        self.due_on = self.category.due_on(self.day, fresh)
        if not self.held and insulting(f"{self.text} {self.address} {self.note}"):
            self.held = self.Held.WAITS
        off = self.private or self.same_as_id or self.held in (self.Held.WAITS, self.Held.KEPT)
        self.unlisted = "yes" if off else ""
        self.recurs = "again" if comes_again(self, doing().act) else ""
        self._conclude()

    def _conclude(self) -> None:
        """How it ended, and after how many days; blank while it stands."""
        self.outcome, self.settled_after_d = "", None
        if self.until is None:
            return
        if self.same_as_id:
            self.outcome = self.Outcome.MERGED
            return
        late = self.due_on is not None and (self.fixed_on or self.until) > self.due_on
        self.outcome = self.Outcome.LATE if late else self.Outcome.IN_TIME
        self.settled_after_d = (self.until - self.day).days


class ProblemStep(Event):
    """What was done about a problem, by the holder of which ``post``, or what a ``household`` said of it afterwards.

    ``voice``: as who somebody spoke. Whoever put it right is not among those who confirm it.
    """

    class State(models.TextChoices):
        """How far it has come. Only a household confirms or opens again: who mends a thing does not call it good."""

        RECEIVED = "received", _("received")
        ASSIGNED = "assigned", _("somebody is on it")
        FIXED = "fixed", _("put right")
        CONFIRMED = "confirmed", _("settled, a resident confirms")
        REOPENED = "reopened", _("not right yet")

    class Voice(models.TextChoices):
        """As who somebody speaks."""

        REPORTER = "reporter", _("whoever reported it")
        DRAWN = "drawn", _("a neighbour drawn by lot")
        NEIGHBOUR = "neighbour", _("a neighbour")
        STAFF = "staff", _("those who work on it")

    natural = ("problem", "state", "day")
    personal = ("household",)

    problem = models.ForeignKey(Problem, models.PROTECT, verbose_name=_("problem report"), related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State)
    text = models.CharField(_("what was done"), max_length=300, blank=True)
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("post"), related_name="+", null=True, blank=True)
    household = models.ForeignKey(
        Household, models.PROTECT, verbose_name=_("household"), related_name="+", null=True, blank=True
    )
    voice = models.CharField(_("said as"), max_length=9, choices=Voice, blank=True)

    class Meta(Event.Meta):
        verbose_name = _("step on a problem")
        verbose_name_plural = _("steps on problems")

    def stamp(self) -> None:
        """Also say as who somebody spoke, where an import does not."""
        super().stamp()
        if not self.voice:
            own = self.household_id and self.household_id == self.problem.household_id
            spoke = self.Voice.REPORTER if own else self.Voice.NEIGHBOUR
            self.voice = spoke if self.household_id else self.Voice.STAFF


class ProblemSupport(Event):
    """A household says of a report that stands: it is this one, we too. Counted, never named."""

    natural = ("problem", "household")
    personal = ("household",)

    problem = models.ForeignKey(Problem, models.PROTECT, verbose_name=_("problem report"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")

    class Meta(Event.Meta):
        verbose_name = _("household with the same problem")
        verbose_name_plural = _("households with the same problem")


class ProblemDraw(Event):
    """A household that was drawn to say whether a problem is really settled.

    Drawn by ``kernel.drawing`` with ``seed`` among ``among`` households of the building, or of the estate, by their
    facts; ``rank``: it was drawn first, second, ….
    """

    natural = ("problem", "seed", "rank")
    personal = ("household",)

    problem = models.ForeignKey(Problem, models.PROTECT, verbose_name=_("problem report"), related_name="+")
    household = models.ForeignKey(Household, models.PROTECT, verbose_name=_("household"), related_name="+")
    seed = models.CharField(_("seed of the draw"), max_length=32)
    rank = models.PositiveSmallIntegerField(_("drawn as number"))
    among = models.PositiveIntegerField(_("drawn among"))

    class Meta(Event.Meta):
        verbose_name = _("neighbour drawn for a problem")
        verbose_name_plural = _("neighbours drawn for problems")
