"""What the store that the environment names has kept of check-ins: how often each number, and what is newest."""

import json
import sys
from collections import Counter

import django

django.setup()

from liangxing.ledger.models import Community
from liangxing.ledger.verify import verify
from liangxing.rooms.safety.models import CheckIn

assert verify(Community.objects.get()) is None
numbers = Counter(int(place[1:]) for place in CheckIn.objects.values_list("place", flat=True))
newest = {str(home): state for home, state in CheckIn.objects.known().values_list("household", "state")}
json.dump({"numbers": numbers, "newest": newest}, sys.stdout)
