"""Drawing by lot can be done again by anybody, and the bounds of a share hold the truth as often as they say."""

from hashlib import sha256
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from liangxing.kernel.drawing import drawn, new_seed
from liangxing.kernel.interval import of_whole, wilson

patient = settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
lists = st.lists(st.text(min_size=1), unique=True, max_size=30)


@patient
@given(lists, st.integers(0, 40), st.text(), st.randoms(use_true_random=False))
def test_a_list_in_any_order_gives_the_same_and_a_longer_sample_begins_with_the_shorter(keys, many, seed, random):
    sample = drawn(keys, many, seed)
    assert sample == drawn(random.sample(keys, len(keys)), many, seed)
    assert sample == drawn(keys, many + 1, seed)[:many]
    assert len(sample) == len(set(sample)) == min(many, len(keys))


def test_it_is_the_rule_that_is_written_down():
    keys = [f"H{n}" for n in range(50)]
    by_hand = sorted(keys, key=lambda key: sha256(b"abc\n" + key.encode()).hexdigest())
    assert drawn(keys, 7, "abc") == by_hand[:7]


def test_everybody_is_drawn_about_as_often():
    times = dict.fromkeys(range(20), 0)
    for _ in range(2000):
        for one in drawn(times, 5, new_seed()):
            times[one] += 1
    assert all(400 < n < 600 for n in times.values()), times


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(ValueError, match="same key"):
        drawn(["a", "a"], 1, "s")
    with pytest.raises(ValueError, match="cannot be drawn"):
        drawn(["a"], -1, "s")


@pytest.mark.parametrize(("found", "asked", "low", "high"), [
    (0, 10, 0.0, 0.2775), (1, 29, 0.0061, 0.1718), (81, 263, 0.2553, 0.3662), (148, 148, 0.9747, 1.0),
])  # fmt: skip
def test_wilson_as_published(found, asked, low, high):
    share = wilson(found, asked)
    assert (round(share.low, 4), round(share.high, 4)) == (low, high)


@pytest.mark.parametrize("share", [0.0, 0.07, 0.5, 0.93, 1.0])
def test_the_bounds_of_a_whole_hold_the_truth_in_19_of_20_draws(share):
    random, whole, asked = Random(7), 120, 30
    has = [n < round(whole * share) for n in range(whole)]
    held = 0
    for _ in range(600):
        told = of_whole(sum(random.sample(has, asked)), asked, whole)
        held += told.low <= sum(has) / whole <= told.high
    assert held >= 570


@patient
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 200))
def test_bounds_are_narrower_than_those_of_an_endless_whole_and_close_when_all_are_asked(found, more, rest):
    asked = found + more
    told = of_whole(found, asked, asked + rest)
    assert (told is None) == (asked == 0)
    if told:
        assert 0 <= told.low <= told.value <= told.high <= 1
        assert rest or told.low == told.high == told.value


def test_what_cannot_be_counted_is_refused():
    for wrong in ((3, 2), (-1, 2)):
        with pytest.raises(ValueError, match="cannot be"):
            wilson(*wrong)
    with pytest.raises(ValueError, match="cannot have been asked"):
        of_whole(1, 3, 2)
