"""The register: what lasts in a community. Each is a spell, so that the register too is known as of a day."""

from .access import Attempt, LinkUse, Ticket
from .changes import ChangeRequest, ChangeReview, Merge, Unlike
from .people import Card, Household, Organisation, Post, Resident, ResidentsGroup
from .territory import Building, Coded, Entrance, Estate, Flat, Place, Profile

__all__ = [
    "Attempt", "Building", "Card", "ChangeRequest", "ChangeReview", "Coded", "Entrance", "Estate", "Flat", "Household",
    "LinkUse", "Merge", "Organisation", "Place", "Post", "Profile", "Resident", "ResidentsGroup", "Ticket", "Unlike",
]  # fmt: skip
