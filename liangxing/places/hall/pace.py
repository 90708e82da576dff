"""Slowing down one device that checks in whole streets: never locked out, for it may be the shelter's own.

Counted in the memory of this process, under the address, and forgotten with it: nothing of it is kept. Each address
may say some at once (all who stand in one room share one), and then a few each second.
"""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from time import monotonic

AT_ONCE = 200  # check-ins from one address before the first wait: a hall full of families on one network
EACH_SECOND = 4.0  # and then: more than people type at one entrance
MOST = 20_000  # addresses that are remembered; whoever was quiet longest is forgotten first


class Pace:
    """How much each address has left, filled up again as time passes."""

    def __init__(self, at_once: int = AT_ONCE, each_second: float = EACH_SECOND) -> None:
        self.at_once, self.each_second = at_once, each_second
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait_s(self, address: str, moment: float | None = None) -> int:
        """Count one from *address*: 0 when it may go on, else after how many seconds it comes again (not counted)."""
        moment = monotonic() if moment is None else moment
        with self._lock:
            left, seen = self._left.pop(address, (float(self.at_once), moment))
            left = min(float(self.at_once), left + (moment - seen) * self.each_second)
            good = left >= 1
            self._left[address] = (left - 1 if good else left, moment)
            if len(self._left) > MOST:
                self._left.popitem(last=False)
        return 0 if good else max(1, round((1 - left) / self.each_second))


PACE = Pace()
