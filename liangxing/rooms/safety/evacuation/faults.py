"""What can be wrong with what was entered, each by its name, with what to do; the page that shows one translates it."""

from __future__ import annotations

from collections.abc import Sequence

from liangxing.kernel.errors import Refused


def gettext_noop(text: str) -> str:
    """*text*, marked for the catalogue of translations."""
    return text


class Fault(Refused):
    """One thing that is wrong: ``sentence`` with ``values`` is for people, ``where`` are the ids it is about."""

    sentence = ""

    def __init__(self, *where: str, **values: object) -> None:
        self.where = where
        self.values = {"where": ", ".join(where[:12]) + (" …" if len(where) > 12 else ""), **values}
        super().__init__(self.sentence % self.values)


class Unsound(Refused):
    """Nothing can be computed with what was entered; ``faults`` says all that is wrong at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


class BadField(Fault):
    """Plain data that is not of the form in ``network.schema.json``."""

    sentence = gettext_noop("Not in the form of a network: %(where)s. Compare it with network.schema.json.")


class Nobody(Fault):
    """Not one resident was entered."""

    sentence = gettext_noop("No residents are entered. Enter how many people live behind each stairwell.")


class NegativePeople(Fault):
    """A number of people that cannot be."""

    sentence = gettext_noop(
        "Numbers of people that cannot be at %(where)s: none may be below zero, "
        "and no more can walk slowly than live there."
    )


class NotNamedOnce(Fault):
    """Two things under one id."""

    sentence = gettext_noop("Entered twice under one name: %(where)s. Give each its own, or take one away.")


class UnknownSpot(Fault):
    """A way, stairwell or shelter at a spot that is not there."""

    sentence = gettext_noop("At a spot that is not on the map: %(where)s. Draw the spot, or choose another.")


class Loop(Fault):
    """A way that ends where it begins."""

    sentence = gettext_noop("These ways end where they begin: %(where)s. Choose another spot for one end.")


class Doubled(Fault):
    """Two ways between the same two spots."""

    sentence = gettext_noop(
        "Drawn twice between the same spots: %(where)s. Take one away; for two real ways, put a spot on one of them."
    )


class NoWidth(Fault):
    """A way that has no width."""

    sentence = gettext_noop("Without a width: %(where)s. Measure the narrowest place, in metres.")


class Narrow(Fault):
    """A way that is not wider than what people keep from its walls."""

    sentence = gettext_noop(
        "Too narrow to count on: %(where)s. People keep %(boundary_m)s m from the walls, and nothing is left. "
        "Measure again, or take the way away."
    )


class Wide(Fault):
    """A way so wide that it is a square, or a slip of the hand."""

    sentence = gettext_noop(
        "Wider than %(most_m)s m: %(where)s. Enter the width of the narrowest place, where people can walk."
    )


class NoLength(Fault):
    """A way of no length, or longer than any in a community."""

    sentence = gettext_noop("A length that cannot be: %(where)s. Enter metres, more than 0 and at most %(most_m)s.")


class Kilometres(Fault):
    """Lengths far below what lies between the spots."""

    sentence = gettext_noop("Lengths that look like kilometres: %(where)s. Enter metres.")


class ShorterThanStraight(Fault):
    """A way shorter than the straight line between its ends."""

    sentence = gettext_noop(
        "Shorter than the straight line between their ends: %(where)s. Correct the length, or where the spots lie."
    )


class Swapped(Fault):
    """Longitude and latitude in each other's place."""

    sentence = gettext_noop("Longitude and latitude look swapped at %(where)s. Exchange the two numbers.")


class BadTime(Fault):
    """A time that cannot be, or a speed."""

    sentence = gettext_noop(
        "Times or speeds that cannot be: %(where)s. A way opens before it closes, and speeds lie between 0.1 and 3 m/s."
    )


class NoStairs(Fault):
    """Buildings in which people are, and which the network does not know."""

    sentence = gettext_noop(
        "People live in %(where)s, and no spot says where their stairs begin. Draw one, and the way to the street."
    )


class NoCapacity(Fault):
    """Shelters of which nobody said how many they hold."""

    sentence = gettext_noop("Without a capacity: %(where)s. Enter how many people the shelter holds.")


class NoShelter(Fault):
    """No shelter at all."""

    sentence = gettext_noop("No shelter is entered. Enter at least one, with its area.")


class SheltersTooSmall(Fault):
    """More people than all shelters hold."""

    sentence = gettext_noop(
        "The shelters hold %(room)s people, and %(people)s must leave: room is missing for %(missing)s. "
        "Enter another shelter, or check the areas."
    )


class RoomOutOfReach(Fault):
    """Enough room in all, and too little where these people can get to."""

    sentence = gettext_noop(
        "The shelters that can be reached hold %(room)s people, and %(people)s live in %(where)s: room is missing for "
        "%(missing)s. Open a way to another shelter, or enter one more."
    )

    def __init__(self, *where: str, people: int, room: int) -> None:
        self.missing = people - room
        super().__init__(*where, people=people, room=room, missing=self.missing)


class NoGate(Fault):
    """An estate that one cannot leave."""

    sentence = gettext_noop("Walled in without a gate: %(where)s. Draw the gate of the estate.")


class CutOff(Fault):
    """Buildings from which no open way leads to a shelter."""

    sentence = gettext_noop(
        "No open way leads to a shelter from %(where)s. "
        "Open a gate, draw the missing way, or plan for help from outside."
    )


class ClosedTooSoon(Fault):
    """Ways close before everybody has passed."""

    sentence = gettext_noop(
        "%(people)s people cannot reach a shelter before the ways close. Warn earlier, or plan shelter on this side."
    )


class StepTooCoarse(Fault):
    """Rounding to whole steps changes the walking times too much."""

    sentence = gettext_noop(
        "Steps of %(step_s)s s lengthen the walks by %(percent)s %%. Use steps of %(better_s)s s or less."
    )


class DoNotFit(Fault):
    """No way was found to send each stairwell to one shelter."""

    sentence = gettext_noop(
        "The shelters are so full that stairwells would have to part. Enter a little more room, "
        "or divide the largest stairwells."
    )


class TooLarge(Fault):
    """More than the memory allows, told before it is taken."""

    sentence = gettext_noop(
        "Too large for this computer: about %(needed_mb)s MB are needed and %(allowed_mb)s MB are allowed. "
        "Use longer steps, or divide the area at a main road."
    )


class NoSolver(Fault):
    """The program that computes maximum flows is not installed."""

    sentence = gettext_noop(
        "The computing part for evacuation is not installed on this computer. "
        "Whoever looks after it can add it: pip install 'liangxing[evacuation]'."
    )
