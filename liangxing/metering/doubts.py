"""The doubts that readings leave: each has a name, and none is settled by a guess."""

from __future__ import annotations

from enum import IntFlag


class Doubt(IntFlag):
    """Why consumption is not known, or known with a question."""

    FALLS = 1  # the register shows less than before, and nobody told of a swap, a reset or a roll-over
    UNIT = 2  # it fits when read in another unit, such as ten thousand kWh
    TWO_METERS = 4  # readings of two meters seem to stand under one number
    SAME_DAY = 8  # one day tells two different things
    FUTURE = 16  # the day has not come
    NO_END = 32  # a swap or a reset without the last reading before it
    NO_START = 64  # a swap without the first reading after it
    ROLLOVER = 128  # it rolled over, and how far it counts is not known, or it shows more than before
    GAP = 256  # more than a year between two readings
    STILL = 512  # the register did not move for two months or longer
    NEGATIVE = 1024  # a reading or a use below nothing, or a run of days that ends before it begins
    OVERLAP = 2048  # two tellings of the same days differ

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each doubt in it, as it is kept: ``same-day``.

        >>> (Doubt.UNIT | Doubt.SAME_DAY).names
        ('unit', 'same-day')
        """
        return tuple(one.name.lower().replace("_", "-") for one in type(self) if one in self and one.name)
