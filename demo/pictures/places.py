"""What stands or was built: works before and after, bins, parking, shelters, stores."""

from __future__ import annotations

from . import canvas as k
from .canvas import Canvas, house, inside, outside, person, tree


def greening(c: Canvas, *, after: bool) -> None:
    """A bare patch between houses, and the same with trees and lawn."""
    outside(c, "#a9bf8e" if after else "#c7b394")
    if after:
        for n in range(5):
            tree(c, 150 + n * 36, 160 + n % 2 * 18, 0.7 + n % 3 * 0.1)
        for n in range(7):
            c.disc(30 + n * 44, 198, 16, 9, k.LEAF if n % 2 else k.DARK_LEAF)
        return
    for _ in range(14):
        x, y = c.chance.randint(10, 300), c.chance.randint(160, 206)
        c.line([(x, y), (x + 5, y - 9)], "#8a7a55", 2)
    c.disc(200, 184, 40, 9, "#a88f6a")


def ditch(c: Canvas, *, after: bool) -> None:
    """A ditch choked with rubbish, and the same with clear water."""
    c.box(0, 0, k.WIDTH, k.HEIGHT, "#dbe2cc" if after else "#c9c1a2")
    c.area([(110, 0), (210, 0), (264, 214), (56, 214)], "#cbc3b2" if after else "#9f9073")
    c.area([(138, 0), (182, 0), (206, 214), (114, 214)], k.BLUE if after else "#6b624c")
    if after:
        for y, wide in ((40, 28), (96, 42), (160, 58)):
            c.wave(160 - wide / 2, y, wide, 2.2, k.WHITE, 2)
        for x, y in ((40, 120), (282, 140), (26, 206), (300, 212)):
            tree(c, x, y, 0.9)
        return
    for x, y in ((130, 60), (168, 120), (140, 172)):
        c.area([(x, y), (x + 30, y + 12), (x + 8, y + 26)], "#e9e2cf")
    c.disc(160, 110, 24, 8, "#4f4938")


def railing(c: Canvas, *, after: bool) -> None:
    """A rusty railing with gaps, and a whole one."""
    outside(c, "#a9bf8e" if after else "#bcae8b")
    colour = k.DARK_LEAF if after else "#a0683f"
    for n in range(17):
        if not after and n in (4, 9, 10, 14):
            continue
        lean = 0 if after else c.chance.uniform(-7, 7)
        c.line([(12 + n * 18.5 + lean, 108), (12 + n * 18.5, 178)], colour, 3.4)
    for y in (118, 166):
        c.line([(4, y), (316, y if after else y + 6)], colour, 4)


def sewer(c: Canvas, *, after: bool) -> None:
    """A flooded manhole in a yard, and a dry one with its cover."""
    outside(c, k.STONE)
    if after:
        c.disc(160, 184, 36, 14, "#8b867a")
        c.disc(160, 182, 34, 13, "#6f6b61")
        for n in range(4):
            c.line([(136 + n * 16, 176), (136 + n * 16, 189)], "#8b867a", 3)
        person(c, 250, 194, clothes=k.BRICK)
        return
    c.disc(160, 186, 110, 24, "#7c7560")
    c.disc(160, 184, 30, 10, "#3f3a30")
    c.box(206, 150, 8, 40, k.GOLD)
    c.box(196, 146, 28, 14, k.BRICK)


def pavement(c: Canvas, *, after: bool) -> None:
    """Broken slabs, and a pavement laid anew with a strip for the blind."""
    outside(c, k.STONE)
    tree(c, 90, 154, 0.8)
    tree(c, 236, 154, 0.8)
    c.area([(130, 150), (190, 150), (270, 214), (50, 214)], "#cfc7b4" if after else "#a39a84")
    if after:
        for n in range(5):
            y = 161 + n * 11
            c.line([(116 - n * 14, y), (207 + n * 17, y)], "#e9e4d8", 1.5)
        c.line([(160, 150), (160, 214)], "#e9e4d8", 1.5)
        c.area([(118, 150), (124, 150), (54, 214), (40, 214)], k.GOLD)
        person(c, 196, 196, clothes=k.BRICK)
        return
    for _ in range(9):
        x, y = c.chance.randint(84, 226), c.chance.randint(162, 204)
        c.area([(x, y), (x + 16, y - 4), (x + 22, y + 5), (x + 5, y + 9)], "#7f7763")


def signs(c: Canvas, *, after: bool) -> None:
    """Shop fronts with signs of all kinds, and the same with signs of one kind."""
    c.box(0, 0, k.WIDTH, k.HEIGHT, k.SKY)
    house(c, 0, 4, 320, 100, k.WALL)
    c.box(0, 176, k.WIDTH, 38, k.STONE)
    for n in range(4):
        x = 6 + n * 79
        c.box(x, 100, 73, 78, "#cbb698")
        c.box(x + 8, 132, 57, 46, k.GLASS)
        if after:
            c.box(x, 104, 73, 20, k.DARK_LEAF)
            c.line([(x + 14, 114), (x + 58, 114)], "#e2eee5", 5)
            continue
        tall, aside = c.chance.randint(14, 36), c.chance.randint(-5, 6)
        c.box(x + aside, 126 - tall, c.chance.randint(46, 78), tall, c.chance.choice((k.BRICK, k.GOLD, k.PLUM, k.BLUE)))
    person(c, 150 + c.chance.randint(-60, 60), 208)


BIN_COLOURS = {"2008": (k.DARK_LEAF, k.GOLD), "2019": (k.BLUE, k.BRICK, k.DARK_LEAF, "#6f6b61")}


def bins(c: Canvas, *, edition: str) -> None:
    """Sorted bins by the kerb: two of the old marking, four of the new."""
    outside(c, k.STONE)
    tree(c, 40 + c.chance.randint(0, 240), 154, 0.9)
    colours = BIN_COLOURS[edition]
    wide = 44 if len(colours) == 4 else 56
    left = 160 - wide * len(colours) / 2 + c.chance.randint(-30, 30)
    for n, colour in enumerate(colours):
        x = left + n * wide
        c.box(x, 128, wide - 8, 62, colour, round_=4)
        c.box(x - 2, 122, wide - 4, 9, colour, round_=3)
        c.box(x + wide / 2 - 12, 138, 16, 5, k.INK, round_=2)
        c.ring(x + wide / 2 - 4, 164, 8, k.WHITE, 2)
    c.box(left - 6, 190, wide * len(colours) + 4, 5, "#8b867a")


def parking(c: Canvas) -> None:
    """Cars within fresh lines."""
    outside(c, "#a8a498")
    for n in range(7):
        c.line([(16 + n * 48, 206), (34 + n * 42, 158)], k.WHITE, 2.4)
    for n in range(6):
        if c.chance.random() < 0.25:
            continue
        x, colour = 30 + n * 46, c.chance.choice((k.BRICK, k.BLUE, k.WHITE, k.TEAL, k.GOLD))
        c.box(x, 178, 36, 15, colour, round_=5)
        c.box(x + 6, 168, 22, 13, colour, round_=5)
        c.box(x + 9, 171, 16, 8, k.GLASS, round_=2)
        for wheel in (x + 8, x + 28):
            c.disc(wheel, 194, 5, 5, k.INK)


def shelter(c: Canvas) -> None:
    """An open ground with the mark of a shelter."""
    outside(c, "#cdbf9f")
    for n in range(4):
        c.area([(40 + n * 64, 196), (66 + n * 64, 168), (92 + n * 64, 196)], k.BLUE if n % 2 else k.TEAL)
    c.box(252, 96, 44, 44, k.DARK_LEAF, round_=3)
    c.line([(274, 140), (274, 190)], k.INK, 4)
    person(c, 268, 130, clothes=k.WHITE, hair=k.WHITE, size=0.6)
    c.area([(280, 112), (290, 118), (280, 124)], k.WHITE)


def stores(c: Canvas) -> None:
    """Shelves of an emergency store: extinguishers, boxes, lamps."""
    inside(c, "#e9e2d2")
    for shelf in (96, 150):
        c.box(76, shelf, 230, 5, k.WOOD)
    for n in range(9):
        c.box(84 + n * 24, 66, 12, 30, k.BRICK, round_=4)
        c.box(87 + n * 24, 60, 6, 8, k.INK)
    for n in range(5):
        c.box(82 + n * 44, 118, 36, 32, c.chance.choice((k.WALL, k.GOLD, k.WHITE)))
        c.line([(92 + n * 44, 134), (108 + n * 44, 134)], k.BRICK, 4)
        c.line([(100 + n * 44, 126), (100 + n * 44, 142)], k.BRICK, 4)
    person(c, 46, 204, clothes=k.TEAL, size=1.2, arm=True)


def station(c: Canvas) -> None:
    """The station's counter, and two people talking."""
    inside(c)
    c.box(150, 40, 140, 30, k.DARK_LEAF, round_=3)
    c.line([(170, 55), (270, 55)], "#e2eee5", 6)
    person(c, 220, 158, clothes=k.TEAL, size=1.2)
    c.box(120, 142, 180, 48, k.WOOD, round_=3)
    c.box(120, 142, 180, 8, "#a98660")
    person(c, 78, 206, clothes=k.BRICK, size=1.2)
