"""Papers as a camera sees them: certificates, plaques, minutes, lists, and the plan with its risks. No letters."""

from __future__ import annotations

from demo import plan

from . import canvas as k
from .canvas import Canvas

RED = "#a8332b"


def _sheet(c: Canvas, ground: str = "#8f7a5e", paper: str = "#fbf8f0") -> None:
    c.box(0, 0, k.WIDTH, k.HEIGHT, ground)
    c.area([(52, 10), (272, 14), (268, 206), (48, 202)], paper)


def _seal(c: Canvas, x: float, y: float, size: float = 15) -> None:
    c.ring(x, y, size, RED, 2)
    c.area([(x, y - 6), (x + 2, y - 1), (x + 6, y - 1), (x + 3, y + 2), (x + 4, y + 6), (x, y + 4), (x - 4, y + 6),
            (x - 3, y + 2), (x - 6, y - 1), (x - 2, y - 1)], RED)  # fmt: skip


def certificate(c: Canvas) -> None:
    """A certificate of honour: gold border, ribbon, seal."""
    c.box(0, 0, k.WIDTH, k.HEIGHT, "#7d2f27")
    c.box(24, 20, 272, 174, "#fbf3df")
    c.frame(31, 27, 258, 160, k.GOLD, 4)
    c.frame(38, 34, 244, 146, "#d9b878", 1.4)
    c.disc(160, 56, 13, 13, RED)
    c.disc(160, 56, 8, 8, k.GOLD)
    wide = 120 + c.chance.randint(0, 50)
    c.line([(160 - wide / 2, 88), (160 + wide / 2, 88)], k.INK, 9)
    for n in range(2):
        short = c.chance.randint(40, 80)
        c.line([(70, 114 + n * 15), (250 - n * short, 114 + n * 15)], "#a39a84", 4)
    c.line([(196, 152), (252, 152)], "#a39a84", 4)
    _seal(c, 232, 158)


def plaque(c: Canvas) -> None:
    """A brass plaque beside a door, just uncovered."""
    c.box(0, 0, k.WIDTH, k.HEIGHT, "#cbb698")
    for n in range(6):
        c.line([(0, 18 + n * 36), (320, 18 + n * 36)], "#bfa988", 1.4)
    c.box(70, 56, 180, 92, "#6b5433", round_=3)
    c.box(74, 60, 172, 84, k.GOLD, round_=2)
    upper, lower = c.chance.uniform(40, 62), c.chance.uniform(24, 50)
    c.line([(160 - upper, 88), (160 + upper, 88)], RED, 10)
    c.line([(160 - lower, 116), (160 + lower, 116)], "#8a6a4c", 5)
    for x, y in ((82, 68), (238, 68), (82, 136), (238, 136)):
        c.disc(x, y, 3, 3, "#8a6a4c")
    c.area([(60, 40), (90, 50), (70, 78)], RED)
    c.disc(70, 46, 9 + c.chance.randint(-1, 2), 9, RED)


def minutes(c: Canvas) -> None:
    """A page of minutes by hand."""
    _sheet(c)
    c.line([(100, 34), (220, 34)], k.INK, 6)
    for n in range(11):
        c.wave(70, 56 + n * 13, c.chance.randint(110, 178), 1.3, "#4a5a78", 1.7)
    c.wave(190, 194, 56, 3, k.INK, 2)


def roster(c: Canvas) -> None:
    """A list with names signed by hand."""
    _sheet(c, "#a58e6c")
    c.line([(110, 32), (210, 32)], k.INK, 6)
    for n in range(10):
        y = 46 + n * 15
        c.line([(64, y), (256, y)], k.STONE, 1)
        if n < 9:
            c.wave(74, y + 9, c.chance.randint(18, 34), 1.6, k.INK, 1.7)
            c.wave(140, y + 9, c.chance.randint(24, 40), 1.6, "#4a5a78", 1.7)
            c.wave(208, y + 9, c.chance.randint(20, 38), 1.6, k.INK, 1.7)
    for x in (64, 130, 196, 256):
        c.line([(x, 46), (x, 181)], k.STONE, 1)


def document(c: Canvas) -> None:
    """A decision with a red head and a seal."""
    _sheet(c, "#97876c")
    c.line([(84, 36), (236, 36)], RED, 8)
    c.line([(70, 52), (250, 52)], RED, 2)
    c.line([(100, 70), (220, 70)], k.INK, 6)
    for n in range(7):
        c.line([(74, 88 + n * 12), (248 - (n == 6) * 90 - c.chance.randint(0, 4), 88 + n * 12)], "#a39a84", 3.4)
    _seal(c, 214, 182, 13)


def ballot(c: Canvas) -> None:
    """A ballot box, and a hand that puts a paper in."""
    c.box(0, 0, k.WIDTH, k.HEIGHT, "#f1e6d0")
    c.box(0, 160, k.WIDTH, 54, k.WOOD)
    c.box(104, 84, 112, 96, RED, round_=4)
    c.box(134, 92, 52, 6, "#5c1c17", round_=3)
    c.area([(146, 48), (178, 48), (176, 94), (148, 94)], k.WHITE)
    hand = c.chance.uniform(-9, 9)
    c.line([(162, 52), (214, 20 + hand)], k.SKIN, 15)
    c.line([(206, 26 + hand), (260, hand)], c.chance.choice((k.BLUE, k.TEAL, k.PLUM)), 22)
    c.disc(160, 136, 18, 18, k.GOLD)


def risk_map(c: Canvas) -> None:
    """The street plan with shelters in green and hazards in red."""
    street_plan(c)
    for x, y in ((0.84, 0.62), (0.93, 0.76)):
        c.disc(20 + x * 280, 196 - y * 176, 8, 8, k.DARK_LEAF)
    for _ in range(7):
        c.disc(20 + c.chance.random() * 276, 26 + c.chance.random() * 160, 4, 4, RED)


def street_plan(c: Canvas) -> None:
    """The street plan as it hangs in the office."""
    wide, high = max(x for x, _y in plan.BOUNDARY), max(y for _x, y in plan.BOUNDARY)

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return 20 + point[0] / wide * 280, 196 - point[1] / high * 176

    c.box(0, 0, k.WIDTH, k.HEIGHT, k.PAPER)
    c.area([at(p) for p in plan.BOUNDARY], "#fbf8f0")
    for _name, points in plan.ROADS.values():
        c.line([at(p) for p in points], "#d9cfae", 4)
    for _code, _name, ring in plan.greens():
        c.area([at(p) for p in ring], k.HILL)
    for building in plan.buildings():
        c.area([at(p) for p in building.ground], k.CLAY)
