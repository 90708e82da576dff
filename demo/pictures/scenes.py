"""What is done together: lessons, cleaning, meetings, drills, and days on the square."""

from __future__ import annotations

from . import canvas as k
from .canvas import Canvas, house, inside, outside, people, person, tree


def square(c: Canvas) -> None:
    """A board with a globe on the square, and people before it."""
    outside(c)
    tree(c, 158, 152, 0.92)
    tree(c, 300, 154, 1.04)
    c.box(180, 92, 98, 44, k.DARK_LEAF)
    for x in (186, 272):
        c.line([(x, 136), (x, 156)], k.WOOD, 4)
    c.disc(204, 114, 13, 13, k.BLUE)
    c.disc(207, 112, 6, 4, k.HILL)
    for n, wide in enumerate((42, 42, 28)):
        c.line([(226, 104 + n * 10), (226 + wide, 104 + n * 10)], "#d6e4da", 4)
    people(c, 24, 300, 197, 7 + c.chance.randint(0, 2))


def lesson(c: Canvas) -> None:
    """A teacher at a board, and rows of heads."""
    inside(c)
    c.box(84, 26, 152, 84, k.WOOD, round_=4)
    c.box(89, 31, 142, 74, k.BOARD)
    c.line([(112, 90), (112, 54)], "#c9d0cb", 3)
    c.line([(112, 90), (172, 90)], "#c9d0cb", 3)
    heights = [c.chance.randint(58, 84) for _ in range(4)]
    c.line([(118 + n * 14, y) for n, y in enumerate(heights)], k.GOLD, 4)
    c.disc(202, 60, 14, 15, k.GOLD)
    c.line([(197, 79), (207, 79)], k.WHITE, 3)
    person(c, 262, 150, clothes=k.DARK_LEAF, size=1.15, arm=True)
    people(c, 10, 312, 207, 7 + c.chance.randint(0, 2), size=1.08)


def sanitation(c: Canvas) -> None:
    """People with brooms and bags along a road."""
    outside(c, k.STONE)
    c.box(0, 150, k.WIDTH, 14, "#d4c9b0")
    tree(c, 176, 152, 0.9)
    tree(c, 250, 153, 1.1)
    for n in range(5):
        x = 34 + n * 62 + c.chance.uniform(-6, 6)
        person(c, x, 196 + c.chance.uniform(-4, 4), clothes=c.chance.choice((k.DARK_LEAF, k.TEAL, k.BRICK)))
        c.line([(x + 8, 172), (x + 24, 204)], k.WOOD, 3)
        c.area([(x + 20, 198), (x + 32, 204), (x + 22, 210)], k.GOLD)
    c.disc(156, 200, 10, 12, "#e9e2cf")
    c.disc(222, 202, 9, 10, "#e9e2cf")


def litter(c: Canvas) -> None:
    """Picking up plastic litter from a green strip."""
    outside(c, "#b9c79d")
    for _ in range(9):
        x, y = c.chance.randint(20, 300), c.chance.randint(178, 206)
        c.area([(x, y), (x + 9, y - 3), (x + 12, y + 4), (x + 3, y + 6)], k.WHITE)
    for n in range(4):
        left = 50 + n * 72 + c.chance.uniform(-8, 8)
        person(c, left, 190, clothes=c.chance.choice((k.TEAL, k.BRICK, k.BLUE)))
        c.line([(left + 8, 170), (left + 22, 190)], k.INK, 2)
        c.disc(left - 14, 184, 9, 11, "#4f6f62")


def planting(c: Canvas) -> None:
    """Young trees are planted on a green."""
    outside(c, "#b9c79d")
    for n in range(5):
        x = 36 + n * 62
        tree(c, x, 186 - n % 2 * 8, 0.55 + c.chance.uniform(0, 0.15), k.LEAF)
        c.disc(x, 187 - n % 2 * 8, 11, 4, k.WOOD)
    for n in range(4):
        x = 66 + n * 62
        person(c, x, 204)
        c.line([(x + 9, 180), (x + 16, 206)], k.WOOD, 3)


def market(c: Canvas) -> None:
    """A stall where old things are changed for plants."""
    outside(c, "#d9cfae")
    c.area([(46, 112), (60, 88), (170, 88), (184, 112)], k.BRICK)
    for n in range(4):
        c.area([(74 + n * 28, 88), (82 + n * 28, 88), (84 + n * 30, 112), (74 + n * 30, 112)], "#d59a83")
    for x in (52, 178):
        c.line([(x, 112), (x, 164)], k.WOOD, 4)
    c.box(46, 156, 140, 12, k.WOOD)
    for n in range(5):
        c.area([(59 + n * 26, 156), (61 + n * 26, 143), (71 + n * 26, 143), (73 + n * 26, 156)], "#c98f68")
        c.disc(66 + n * 26, 134, 8, 10, k.LEAF if n % 2 else k.DARK_LEAF)
    people(c, 60, 180, 206, 2)
    people(c, 208, 304, 202, 3 + c.chance.randint(0, 1))


def books(c: Canvas) -> None:
    """Shelves of the book bar, and somebody who takes a book."""
    c.box(0, 0, k.WIDTH, k.HEIGHT, "#efe2ca")
    c.box(0, 176, k.WIDTH, 38, "#bf9b70")
    for shelf in (68, 114, 160):
        c.box(22, shelf, 196, 6, k.WOOD)
        x = 30.0
        while x < 206:
            wide, high = c.chance.choice((7, 9, 11)), c.chance.randint(22, 33)
            if c.chance.random() < 0.93:
                c.box(x, shelf - high, wide, high, c.chance.choice(k.CLOTHES), round_=1)
            x += wide + 2
    c.line([(264, 20), (264, 60)], k.BOARD, 2)
    c.area([(242, 74), (252, 60), (276, 60), (286, 74)], k.GOLD)
    c.box(226, 150, 84, 8, k.WOOD)
    for x in (236, 300):
        c.line([(x, 158), (x, 198)], k.WOOD, 5)
    person(c, 112, 206, clothes=k.TEAL, size=1.2, arm=True)
    person(c, 268, 196, clothes=k.BRICK, hair="#d9d4ca", size=1.1)


def drill(c: Canvas) -> None:
    """People leave a building along a marked way; somebody with a flag shows it."""
    outside(c, "#cdbf9f")
    house(c, 196, 30, 104, 120, k.CLAY)
    c.box(238, 122, 22, 28, k.BOARD)
    for n in range(6):
        x = 232 - n * 34
        person(c, x, 172 + n * 5, size=0.86 + n * 0.04, clothes=c.chance.choice((k.BLUE, k.PLUM, k.GOLD, k.TEAL)))
    for n in range(5):
        c.area([(40 + n * 44, 206), (62 + n * 44, 206), (70 + n * 44, 211), (48 + n * 44, 211)], k.WHITE)
    person(c, 294, 198, clothes=k.BRICK, size=1.1, arm=True)
    c.area([(312, 164), (312, 150), (292, 156)], k.GOLD)


def stage(c: Canvas) -> None:
    """A performance in the evening."""
    c.box(0, 0, k.WIDTH, k.HEIGHT, "#56636b")
    c.area([(60, 0), (110, 150), (10, 150)], "#6f7b80")
    c.area([(260, 0), (310, 150), (210, 150)], "#6f7b80")
    c.box(30, 120, 260, 34, k.BRICK)
    c.box(30, 36, 14, 90, "#8f4630")
    c.box(276, 36, 14, 90, "#8f4630")
    people(c, 80, 240, 128, 5, size=1.05)
    c.box(0, 154, k.WIDTH, 60, "#3e484e")
    people(c, 8, 312, 216, 9, size=0.9)


def meeting(c: Canvas) -> None:
    """People around a long table."""
    inside(c)
    c.box(120, 34, 130, 54, k.WHITE, round_=3)
    for n in range(4):
        c.wave(132, 46 + n * 10, 100 - c.chance.randint(0, 50), 1.2, k.STONE, 2)
    people(c, 40, 280, 150, 6, size=1.05)
    c.area([(40, 138), (280, 138), (312, 182), (8, 182)], k.WOOD)
    c.area([(46, 138), (274, 138), (302, 176), (18, 176)], "#a98660")
    for n in range(5):
        c.area([(70 + n * 44, 150), (86 + n * 44, 150), (88 + n * 44, 162), (70 + n * 44, 162)], k.WHITE)
    people(c, 20, 300, 216, 5, size=1.2)


def signing(c: Canvas) -> None:
    """Names are written on a long board."""
    outside(c)
    c.box(40, 70, 240, 74, k.DARK_LEAF)
    c.box(46, 76, 228, 62, k.PAPER)
    for _ in range(26):
        x, y = c.chance.randint(52, 244), c.chance.randint(84, 130)
        c.wave(x, y, c.chance.randint(14, 24), 1.5, c.chance.choice((k.INK, k.BRICK, k.PLUM)), 1.6)
    people(c, 30, 300, 200, 7)


def festival(c: Canvas) -> None:
    """Pictures that children drew hang along a wall."""
    inside(c, "#ece3d0")
    for n in range(5):
        x = 76 + n * 46
        c.box(x, 44, 38, 46, k.WHITE)
        c.box(x + 3, 47, 32, 40, c.chance.choice((k.SKY, "#f6e7db", "#e2eee5")))
        c.disc(x + 12, 62, 6, 6, c.chance.choice((k.GOLD, k.BRICK)))
        c.disc(x + 24, 78, 9, 6, c.chance.choice((k.LEAF, k.BLUE)))
    people(c, 14, 306, 206, 7, size=1.12)
