"""The register: what lasts in a community. Each is a spell, so that the register too is known as of a day."""

from .changes import ChangeRequest, ChangeReview, Merge
from .people import Card, Household, Organisation, Post, Resident, ResidentsGroup
from .territory import Building, Coded, Entrance, Estate, Flat, Place, Profile

__all__ = [
    "Building", "Card", "ChangeRequest", "ChangeReview", "Coded", "Entrance", "Estate", "Flat", "Household", "Merge",
    "Organisation", "Place", "Post", "Profile", "Resident", "ResidentsGroup",
]  # fmt: skip
