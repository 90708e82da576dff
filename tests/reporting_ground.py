"""Two households that report problems, a worker and a secretary, and a program that has a key."""

from __future__ import annotations

from django.utils.timezone import localdate

from liangxing.records.actions import write
from liangxing.register.keys import secret_hash
from liangxing.register.models import Post
from liangxing.register.roles import PROGRAM
from liangxing.rooms.environment.models import Problem
from tests import hall_ground

SECRET = "a-key-that-nobody-guesses"


def found(community) -> None:
    """Write it down."""
    who, today = {"community": community, "by": "worker"}, localdate()
    lives = hall_ground.found(community)
    write(Post(code="program-1", role=PROGRAM, link=secret_hash(SECRET), day=today), **who)
    write(Problem(code="P-1", sort="pothole", text="<坑> & 洼", place=lives.square, day=today), **who)
