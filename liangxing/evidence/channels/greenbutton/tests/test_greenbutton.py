"""Green Button files: their sums are our sums, a second import adds nothing, and a bad one harms nobody."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import DAY
from liangxing.evidence.channels.greenbutton.reads import GreenButton
from liangxing.evidence.channels.workbook.accept import accept
from liangxing.kernel.errors import Refused
from liangxing.ledger.models import Entry
from liangxing.records.actions import write
from liangxing.records.tables.sheets import sheets
from liangxing.rooms.saving.actions import derive
from liangxing.rooms.saving.models import Meter, MonthlyUse, Usage

MAY = 1_777_564_800  # 2026-05-01 00:00 in China
HOUR = 3600


def entry(self, up, content, related="", title=""):
    return (
        f'<entry><id>urn:uuid:{self}</id><link rel="self" href="{self}"/><link rel="up" href="{up}"/>'
        f'<link rel="related" href="{related}"/><title>{title}</title><content>{content}</content></entry>'
    )


def block(point, intervals, quality=""):
    told = "".join(
        f"<IntervalReading>{quality}<timePeriod><duration>{long}</duration><start>{start}</start></timePeriod>"
        f"<value>{value}</value></IntervalReading>"
        for start, long, value in intervals
    )
    return entry(
        f"u/{point}/m/1/b/1", f"u/{point}/m/1/b", f'<IntervalBlock xmlns="http://naesb.org/espi">{told}</IntervalBlock>'
    )


def feed(points, *, uom=72, scale=0, flow=1, accumulation=4, extra=""):
    """A file of *points*: for each its title, and its intervals as (start, seconds, value)."""
    espi = 'xmlns="http://naesb.org/espi"'
    made = [f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">{extra}',
            entry("t", "l", f"<LocalTimeParameters {espi}><tzOffset>28800</tzOffset></LocalTimeParameters>"),
            entry("r/1", "r", f"<ReadingType {espi}><accumulationBehaviour>{accumulation}</accumulationBehaviour>"
                  f"<flowDirection>{flow}</flowDirection><powerOfTenMultiplier>{scale}</powerOfTenMultiplier>"
                  f"<uom>{uom}</uom></ReadingType>")]  # fmt: skip
    for title, intervals in points.items():
        made += [entry(f"u/{title}", "u", f"<UsagePoint {espi}/>", title=title),
                 entry(f"u/{title}/m/1", f"u/{title}/m", f"<MeterReading {espi}/>", related="r/1"),
                 block(title, intervals)]  # fmt: skip
    return "".join([*made, "</feed>"]).encode()


@pytest.fixture
def send(tmp_path, who):
    def sending(content):
        path = tmp_path / "usage.xml"
        path.write_bytes(content)
        return accept([(path, "usage.xml")], **who)

    return sending


@pytest.fixture
def meter(who, home):
    return write(
        Meter(code="GB-1", sort="electricity", serves="household", household=home, unit="MW.h", day=DAY), **who
    )


HOURS = [(MAY + n * HOUR, HOUR, 100 + n) for n in range(60)]


def test_the_sum_is_the_files_sum_and_a_second_import_adds_nothing(send, meter, jinhui):
    outcome = send(feed({"GB-1": HOURS}))
    assert (outcome.kept, outcome.wrong) == (3, None)
    kept = list(Usage.objects.order_by("day").values_list("day", "until", "used", "unit", "source"))
    assert sum(used for _d, _u, used, *_ in kept) == Decimal(sum(value for *_, value in HOURS)) / 1000
    assert kept[0] == (date(2026, 5, 1), date(2026, 5, 2), Decimal("2.676"), "kW.h", "intervals")
    entries = Entry.objects.count()
    assert send(feed({"GB-1": HOURS})).kept == 0
    assert Entry.objects.count() == entries
    derive(jinhui, today=date(2026, 7, 1), by="worker")
    [may] = MonthlyUse.objects.known()
    assert (may.used_kwh, may.known_d) == (Decimal("7.770"), 3), "kWh of the file, though the register counts MWh"


def test_what_cannot_be_counted_comes_back_and_the_rest_is_kept(send, meter):
    outcome = send(feed({"GB-1": HOURS[:3], "unknown": HOURS[:3]}))
    assert outcome.kept == 1
    assert "“unknown”" in " ".join(outcome.read.sheets[0].words(outcome.read.sheets[0].lines[1]))
    for wrong, left in ((dict(uom=38), 0), (dict(accumulation=1), 0), (dict(flow=19), 0), (dict(twice=7), 2)):
        told = [*HOURS, (MAY, HOUR, wrong.pop("twice"))] if "twice" in wrong else HOURS
        outcome = send(feed({"GB-1": told}, **wrong))
        assert outcome.wrong
        assert outcome.kept == left
        assert Usage.objects.known().get(day=date(2026, 5, 1)).used == Decimal("0.303")


def test_bills_longer_than_a_day_keep_their_days_and_estimates_are_said(send, meter):
    two_months = feed({"GB-1": [(MAY, 61 * 24 * HOUR, 122_000)]})
    guessed = two_months.replace(
        b"<IntervalReading>", b"<IntervalReading><ReadingQuality><quality>8</quality></ReadingQuality>"
    )
    assert send(guessed).kept == 1
    assert Usage.objects.values_list("day", "until", "used", "source").get() == (
        date(2026, 5, 1), date(2026, 7, 1), Decimal(122), "estimate")  # fmt: skip


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(("content", "said"), [
    (feed({"a": HOURS})[:900], "损坏"),
    (feed({"a": HOURS}).replace(b"<feed", BOMB + b"<feed", 1), "实体"),
    (feed({"a": HOURS}).replace(b"<feed", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><feed', 1), "实体"),
    (feed({"a": HOURS}).replace(b"<value>101</value>", b"<value>many</value>"), "many"),
    (feed({}), "没有"),
    (b"<feed xmlns='http://naesb.org/espi'/>", "没有"),
])  # fmt: skip
def test_a_bad_file_is_refused_in_words(content, said, send, meter):
    outcome = send(content)
    assert outcome.kept == 0
    assert said in " ".join(outcome.read.refused)
    assert Usage.objects.count() == 0


intervals = st.lists(
    st.tuples(st.integers(-900, 900).map(lambda n: MAY + n * 900), st.just(900), st.integers(0, 10**7)),
    max_size=40,
    unique_by=lambda i: i[0],
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(st.dictionaries(st.sampled_from("abc"), intervals.filter(bool), min_size=1), st.integers(-3, 3))
def test_every_value_of_a_file_is_in_its_lines_once(tmp_path_factory, points, scale):
    path = Path(tmp_path_factory.mktemp("gb")) / "f.xml"
    path.write_bytes(feed(points, scale=scale))
    [sheet] = sheets(path, "f.xml")
    for title, told in points.items():
        lines = [Decimal(row[3]) for _n, row in sheet.rows[1:] if row[0] == title]
        assert sum(lines) == Decimal(sum(value for *_, value in told)).scaleb(scale - 3)


def test_a_web_page_is_no_green_button_file(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes(b"<html><table></table></html>")
    assert not GreenButton().reads(path.read_bytes())
    with pytest.raises(Refused):
        sheets(path, "t.csv")
