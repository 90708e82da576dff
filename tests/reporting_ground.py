"""Two households that report problems, a worker and a secretary, and a program that has a key."""

from __future__ import annotations

from hashlib import sha256

from django.utils.timezone import localdate

from liangxing.records.actions import write
from liangxing.rooms.environment.models import Problem, ServiceKey
from tests import hall_ground

SECRET = "a-key-that-nobody-guesses"


def found(community) -> None:
    """Write it down."""
    who, today = {"community": community, "by": "worker"}, localdate()
    lives = hall_ground.found(community)
    write(ServiceKey(code="K1", name="12345", sha256=sha256(SECRET.encode()).hexdigest(), day=today), **who)
    write(Problem(code="P-1", sort="pothole", text="<坑> & 洼", place=lives.square, day=today), **who)
