"""Drawing in the manner of the product's own pictures: flat warm colours, round people, no outlines."""

from __future__ import annotations

import io
import math
import random
from collections.abc import Sequence

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 320, 214  # units of a drawing; a picture is 480 × 321 pixels
FINER, SMALLER = 3, 2  # drawn at three pixels a unit and made smaller by two, so that edges are smooth

PAPER, SAND, SKY, WALL, CLAY = "#f3ead8", "#e2d3b8", "#dfe9e0", "#e9d9c0", "#d8b894"
LEAF, DARK_LEAF, HILL, WOOD, INK = "#5f9472", "#3f7a5c", "#b9ceae", "#8a6a4c", "#2f2b28"
BRICK, GOLD, BLUE, PLUM, TEAL, COPPER = "#b5583a", "#e3b75f", "#7fa3ad", "#7a6a94", "#57827a", "#c27a52"
BOARD, STONE, WHITE, SKIN, GLASS = "#3b4a43", "#b9b3a4", "#ffffff", "#eec7a2", "#a6bdb8"
CLOTHES = (BRICK, GOLD, BLUE, PLUM, TEAL, COPPER, DARK_LEAF)
HAIR = (INK, "#3b3a38", "#6b5a48", "#d9d4ca")

At = tuple[float, float]


class Canvas:
    """A drawing of 320 × 214 units; *seed* moves what may be moved, so that no two pictures are the same."""

    def __init__(self, seed: str, ground: str = PAPER) -> None:
        self.chance = random.Random(f"picture/{seed}")
        self._image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), ground)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, width: float, height: float, fill: str, *, round_: float = 0) -> None:
        """A rectangle, with rounded corners when asked."""
        edges = [x * FINER, y * FINER, (x + width) * FINER - 1, (y + height) * FINER - 1]
        self._draw.rounded_rectangle(edges, round_ * FINER, fill=fill)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, thick: float) -> None:
        """The outline of a rectangle."""
        edges = [x * FINER, y * FINER, (x + width) * FINER, (y + height) * FINER]
        self._draw.rectangle(edges, outline=colour, width=round(thick * FINER))

    def disc(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        """An ellipse around its middle."""
        self._draw.ellipse([(x - rx) * FINER, (y - ry) * FINER, (x + rx) * FINER, (y + ry) * FINER], fill=fill)

    def area(self, points: Sequence[At], fill: str) -> None:
        """A polygon."""
        self._draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=fill)

    def line(self, points: Sequence[At], colour: str, thick: float) -> None:
        """A line with round joints."""
        self._draw.line(
            [(x * FINER, y * FINER) for x, y in points], fill=colour, width=round(thick * FINER), joint="curve"
        )

    def ring(self, x: float, y: float, radius: float, colour: str, thick: float) -> None:
        """A circle's outline."""
        edges = [(x - radius) * FINER, (y - radius) * FINER, (x + radius) * FINER, (y + radius) * FINER]
        self._draw.ellipse(edges, outline=colour, width=round(thick * FINER))

    def wave(self, x: float, y: float, width: float, high: float, colour: str, thick: float) -> None:
        """A wavy line, like handwriting from afar."""
        self.line([(x + n, y + math.sin(n / 2.3) * high) for n in range(int(width))], colour, thick)

    def png(self) -> bytes:
        """The picture, with few colours and without a date: the same drawing has the same bytes."""
        small = self._image.reduce(SMALLER).quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        kept = io.BytesIO()
        small.save(kept, "PNG", optimize=False, compress_level=6)
        return kept.getvalue()


def person(
    c: Canvas, x: float, foot: float, *, clothes: str = "", hair: str = "", size: float = 1, arm: bool = False
) -> None:
    """Somebody standing with their feet at *foot*; *arm*: one arm is raised."""
    clothes, hair = clothes or c.chance.choice(CLOTHES), hair or c.chance.choice(HAIR)
    half, tall = 9 * size, 29 * size
    top = foot - tall
    if arm:
        c.line([(x + 4 * size, top + 12 * size), (x + 17 * size, top + 2 * size)], clothes, 4.6 * size)
    c.disc(x, top + half, half, half * 1.1, clothes)
    c.box(x - half, top + half, 2 * half, tall - half, clothes)
    head = top - 7 * size
    c.disc(x, head, 7.8 * size, 8.2 * size, hair)
    c.disc(x, head + 2.6 * size, 6.9 * size, 5.9 * size, SKIN)


def people(c: Canvas, first: float, last: float, foot: float, count: int, *, size: float = 1) -> None:
    """A row of people between two places, no two quite alike."""
    for n in range(count):
        x = first + (last - first) * (n + 0.5) / count + c.chance.uniform(-4, 4)
        person(
            c, x, foot + c.chance.uniform(-3, 3), size=size * c.chance.uniform(0.88, 1.06), arm=c.chance.random() < 0.2
        )


def tree(c: Canvas, x: float, foot: float, size: float = 1, fill: str = "") -> None:
    """A tree with a round crown."""
    fill = fill or c.chance.choice((LEAF, DARK_LEAF))
    c.line([(x, foot), (x, foot - 32 * size)], WOOD, 4.8 * size)
    c.disc(x, foot - 50 * size, 21 * size, 27 * size, fill)


def house(c: Canvas, x: float, top: float, width: float, height: float, fill: str = CLAY) -> None:
    """A house with rows of windows."""
    c.box(x, top, width, height, fill)
    c.box(x, top, width, 5, "#cbb698" if fill == WALL else "#bf9f7c")
    across, down = max(2, int(width // 17)), max(3, int(height // 20))
    for m in range(across):
        for n in range(down):
            c.box(x + (m + 0.27) * width / across, top + 9 + n * (height - 12) / down, width / across * 0.46, 9, GLASS)


def outside(c: Canvas, ground: str = SAND) -> None:
    """Sky, hills, sun, two houses and a floor."""
    c.box(0, 0, WIDTH, HEIGHT, c.chance.choice((SKY, PAPER)))
    c.disc(c.chance.randint(200, 285), 42, 19, 19, "#efd0a0")
    c.disc(70, 190, 150, 80, HILL)
    c.disc(270, 196, 140, 78, HILL)
    house(c, c.chance.randint(4, 20), 52, 66, 100, WALL)
    house(c, c.chance.randint(82, 92), 78, 52, 74)
    c.box(0, 150, WIDTH, 64, ground)


def inside(c: Canvas, wall: str = "#f1e6d0") -> None:
    """A room: wall, window, floor."""
    c.box(0, 0, WIDTH, HEIGHT, wall)
    c.box(0, 168, WIDTH, 46, "#c9a77e")
    c.box(16, 36, 44, 58, "#b4c8cb")
    c.line([(38, 36), (38, 94)], WHITE, 3)
    c.line([(16, 65), (60, 65)], WHITE, 3)
