"""Invented meters: some homes and the public areas, read every month, with all that befalls meters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from demo.facts import chance, years
from demo.people import pick
from demo.plan import buildings
from demo.rooms.weather import CAMPAIGN, cel
from demo.tables import Table, dotted, mixed

OURS = (
    "JQ-1-1-101"  # the home of the resident's account: not among the first, whom much befalls, and with bills of water
)
FIRST_YEAR, THERE_SINCE = 2025, date(2019, 3, 1)
HOMES, WATERED = 52, 20  # of the homes whose electricity is read, so many have bills of water too
LESS, LITTLE = range(34, 43), range(43, 53)  # since the campaign these use less, by a new appliance or by a pledge
BUSY = 720  # of the homes drawn for a year's pledges and measures, more than take one
LEFT, LEFT_LITTLE = 76, 96  # of a hundred, what they use of what they did
COOLED_CEL, HEATED_CEL = 25, 9
ROOMS = (("社区办公室", 420, 1), ("社工服务站", 260, 1), ("诚信书吧", 190, 1), ("玉兰路", 5, 40))  # kWh a month, ratio
METER = ["表号", "表种", "服务对象", "户编号", "楼栋", "场所", "倍率", "表盘位数", "装表日期"]
READING = ["表号", "抄表日期", "抄表方式", "读数", "新表起码"]
BILL = ["用户编号", "上次抄表日", "本次抄表日", "用水量", "水费"]
Row = tuple[object, ...]


def tables(today: date) -> list[Table]:
    """The meters, what they showed up to *today*, and the bills of water, two months each."""
    homes = _homes()
    stairs = [b.code for b in buildings() if b.use == "住宅"][:6]
    meters = [(f"D{n:04}", "电", "家庭", code, "", "", "", 5, dotted(THERE_SINCE)) for n, code in enumerate(homes, 1)]
    meters += [(f"S{n:04}", "水", "家庭", code, "", "", "", 5, dotted(THERE_SINCE))
               for n, code in enumerate(homes[:WATERED], 1)]  # fmt: skip
    meters += [(f"G{n:02}", "电", "公区", "", code, "", "", 6, dotted(THERE_SINCE)) for n, code in enumerate(stairs, 1)]
    meters += [(f"C{n:02}", "电", "公区", "", "", room, ratio, 6, dotted(THERE_SINCE))
               for n, (room, _kwh, ratio) in enumerate(ROOMS, 1)]  # fmt: skip
    days = list(_days(today))
    read = [row for n in range(1, HOMES + 1) for row in _home(n, days)]
    read += [row for n in range(1, len(stairs) + 1) for row in _plain(f"G{n:02}", days, 60)]
    read += [row for n, (_room, kwh, _r) in enumerate(ROOMS, 1) for row in _plain(f"C{n:02}", days, kwh)]
    bills = [row for n in range(1, WATERED + 1) for row in _bills(n, days)]
    return [
        Table("表计台账", METER, meters if days else [], title=["金汇社区表计台账（示例）"]),
        Table("抄表记录", READING, read),
        Table("水费单", BILL, bills),
    ]


def _days(today: date) -> Iterator[date]:
    """The first of every month, as far as there may be records."""
    for year, last in years(today):
        if year >= FIRST_YEAR:
            yield from (day for month in range(1, 13) if (day := date(year, month, 1)) <= last)


def _kwh(meter: str, day: date, mean: int) -> Decimal:
    """What flowed in the month before *day*: more the hotter or the colder it was."""
    month = (day - timedelta(1)).replace(day=1)
    days = [day - timedelta(n) for n in range(1, (day - month).days + 1)]
    weather = sum(70 + 11 * max(cel(d) - COOLED_CEL, 0) + 5 * max(HEATED_CEL - cel(d), 0) for d in days) / len(days)
    year = chance(f"meter/{meter}/{month.year}").randint(96, 104) * _left(meter) // 100 if month >= CAMPAIGN else 100
    scatter = chance(f"meter/{meter}/{day}").randint(95, 105)
    return Decimal(int(mean * weather * year * scatter / 100_000)) / 10


def _left(meter: str) -> int:
    """Of a hundred, how much a home uses that began to save."""
    n = int(meter[1:]) if meter[0] == "D" else 0
    return LEFT if n in LESS else LEFT_LITTLE if n in LITTLE else 100


def _homes() -> list[str]:
    """The metered homes; none of them began anything in the year of the campaign but on its day."""
    busy = {code for what in ("saving", "pledge") for code in pick(f"{what}/{CAMPAIGN.year}", BUSY)}
    homes = [code for code in pick("meters", HOMES * 2) if code not in busy and code != OURS][: HOMES - 1]
    homes.insert(WATERED - 1, OURS)
    return homes


def saving() -> tuple[list[str], list[str]]:
    """The households that put in an appliance on the day of the campaign, and those that gave a pledge."""
    homes = _homes()
    return [homes[n - 1] for n in LESS], [homes[n - 1] for n in LITTLE]


def _plain(meter: str, days: list[date], mean: int) -> Iterator[Row]:
    shown = Decimal(chance(f"meter/{meter}").randint(900, 30_000))
    for day in days:
        shown += _kwh(meter, day, mean)
        yield meter, mixed(day.month, day), "实抄", shown, ""


def _home(n: int, days: list[date]) -> Iterator[Row]:
    """A home's meter; the first ones are swapped, misread, estimated, or roll over."""
    meter = f"D{n:04}"
    for at, (_meter, day, sort, shown, _start) in enumerate(_plain(meter, days, 150)):
        if n == 1 and at >= 9:  # swapped in the tenth month, both readings written down
            yield (meter, day, "换表", shown, 0) if at == 9 else (meter, day, sort, _since(meter, days, 9, at), "")
        elif n == 2 and at >= 12:  # swapped too, and nobody read the old one
            yield (meter, day, "换表", "", 0) if at == 12 else (meter, day, sort, _since(meter, days, 12, at), "")
        elif n == 3 and at == 7:
            yield meter, day, sort, Decimal(str(shown)) / 10, ""
        elif n == 4 and at % 3 == 1:
            yield meter, day, "估抄", shown, ""
        elif n != 5 or not 4 <= at <= 18:  # the fifth was away, and nobody read it for more than a year
            yield meter, day, sort, shown, ""


def _since(meter: str, days: list[date], start: int, at: int) -> Decimal:
    return sum((_kwh(meter, day, 150) for day in days[start + 1 : at + 1]), Decimal(0))


def _bills(n: int, days: list[date]) -> Iterator[Row]:
    """Every two months, in cubic metres."""
    for first, after in pairwise(days[::2]):
        used = chance(f"water/{n}/{first}").randint(9, 34)
        yield f"S{n:04}", mixed(n, first), mixed(n, after), used, ""
