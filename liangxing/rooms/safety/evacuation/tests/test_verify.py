"""A plan that was tampered with is not accepted, by a file that needs nothing of ours."""

import json
import random
import shutil
import subprocess
import sys

import pytest

from liangxing.rooms.safety.evacuation import verify as verifier
from liangxing.rooms.safety.evacuation.document import told
from liangxing.rooms.safety.evacuation.invented import community
from liangxing.rooms.safety.evacuation.least_time import bound, least_time
from liangxing.rooms.safety.evacuation.verify import Rejected, verify


@pytest.fixture(scope="module")
def plan():
    network = community(5, people=300, buildings=8, side=6)
    least = least_time(network)
    return json.dumps(told(least, bound(network, least=least)))


def walked(document, rnd, least=1):
    return rnd.choice([group for group in document["plan"]["groups"] if len(group[3]) >= least])


def one_more(document, rnd):
    walked(document, rnd)[0] += 1


def one_forgotten(document, rnd):
    document["homes"][rnd.randrange(len(document["homes"]))][2] += 1


def a_group_lost(document, rnd):
    document["plan"]["groups"].pop(rnd.randrange(len(document["plan"]["groups"])))


def a_group_twice(document, rnd):
    document["plan"]["groups"].append(walked(document, rnd))


def from_another_house(document, rnd):
    group = walked(document, rnd)
    group[1] = (group[1] + rnd.randrange(1, len(document["homes"]))) % len(document["homes"])


def to_another_shelter(document, rnd):
    group = walked(document, rnd)
    group[2] = (group[2] + rnd.randrange(1, len(document["shelters"]))) % len(document["shelters"])


def too_late(document, rnd):
    walked(document, rnd)[3][-1][1] = document["plan"]["steps"]


def before_being_there(document, rnd):
    walks = walked(document, rnd, 3)[3]
    walks[rnd.randrange(1, len(walks))][1] -= document["plan"]["steps"]


def a_jump(document, rnd):
    walks = walked(document, rnd, 3)[3]
    del walks[rnd.randrange(1, len(walks) - 1)]


def all_at_once(document, rnd):
    for group in document["plan"]["groups"]:
        for arc, step in group[3][:1]:
            group[3][0] = [arc, step % 2]


def a_shelter_full(document, rnd):
    document["shelters"][walked(document, rnd)[2]][2] = 0


def a_way_narrowed(document, rnd):
    document["arcs"][walked(document, rnd)[3][-1][0]][3] = 1


def a_way_lengthened(document, rnd):
    document["arcs"][walked(document, rnd)[3][0][0]][2] *= 30


def a_way_closed(document, rnd):
    arc, step = walked(document, rnd)[3][-1]
    document["arcs"][arc][7] = step * document["step_s"] + 1


def a_step_faster(document, rnd):
    document["plan"]["steps"] -= 1


def a_step_slower(document, rnd):
    document["plan"]["steps"] += rnd.randrange(1, 9)


def a_better_bound(document, rnd):
    document["bound"]["steps"] = document["plan"]["steps"] + rnd.randrange(9)
    document["bound"]["threshold"] = [document["bound"]["steps"]] * len(document["spots"])


def a_proof_of_nothing(document, rnd):
    value = rnd.randrange(1, document["plan"]["steps"])
    document["proof"]["threshold"] = [value] * len(document["spots"])


def a_proof_cut_short(document, rnd):
    document["proof"]["threshold"].pop()


def half_a_person(document, rnd):
    walked(document, rnd)[0] += 0.5


def a_person_below_zero(document, rnd):
    walked(document, rnd)[0] *= -1


def a_truth_value(document, rnd):
    walked(document, rnd)[3][0][1] = True


def another_format(document, rnd):
    document["format"] = f"liangxing-evacuation/{rnd.randrange(2, 99)}"


def something_added(document, rnd):
    document[f"note-{rnd.random()}"] = "believe me"


def something_missing(document, rnd):
    del document[rnd.choice(sorted(document))]


WAYS = [
    one_more, one_forgotten, a_group_lost, a_group_twice, from_another_house, to_another_shelter, too_late,
    before_being_there, a_jump, all_at_once, a_shelter_full, a_way_narrowed, a_way_lengthened, a_way_closed,
    a_step_faster, a_step_slower, a_better_bound, a_proof_of_nothing, a_proof_cut_short, half_a_person,
    a_person_below_zero, a_truth_value, another_format, something_added, something_missing,
]  # fmt: skip


@pytest.mark.parametrize("tamper", WAYS, ids=lambda tamper: tamper.__name__)
def test_of_twenty_plans_tampered_with_in_one_way_none_is_accepted(plan, tamper):
    verify(json.loads(plan))
    for seed in range(20):
        document = json.loads(plan)
        tamper(document, random.Random(seed))
        assert json.dumps(document) != plan
        with pytest.raises(Rejected):
            verify(document)


def test_five_hundred_plans_are_tampered_with():
    assert len(WAYS) * 20 == 500


@pytest.mark.parametrize("odd", [None, [], 7, "plan", {}, {"format": "liangxing-evacuation/1"}])
def test_what_is_no_plan_is_refused_in_words(odd):
    with pytest.raises(Rejected):
        verify(odd)


def test_the_verifier_runs_alone_and_says_by_what_its_answer_stands(plan, tmp_path):
    alone = shutil.copy(verifier.__file__, tmp_path / "verify.py")
    (tmp_path / "plan.json").write_text(plan, encoding="utf-8")
    (tmp_path / "torn.json").write_text(plan[:900], encoding="utf-8")

    def said(name):
        run = [sys.executable, "-I", "-S", str(alone), str(tmp_path / name)]
        ran = subprocess.run(run, capture_output=True, text=True, check=False, timeout=60)
        return ran.returncode, ran.stdout

    status, words = said("plan.json")
    assert (status, "300 people are safe within" in words) == (0, True)
    assert "With the widths, numbers and speeds entered." in words
    assert "guarantee" not in words
    assert [said(name)[0] for name in ("torn.json", "nowhere.json")] == [1, 1]
