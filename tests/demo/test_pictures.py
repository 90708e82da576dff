"""The pictures: real files, each its own, the same each time."""

import io
from collections import Counter

from PIL import Image

from demo.facts import TODAY
from demo.pictures import write
from demo.pictures.proofs import proofs


def test_pictures_are_whole_small_and_each_its_own():
    drawn = [proof.png() for proof in proofs(TODAY)]
    assert len(set(drawn)) == len(drawn) > 200
    for png in drawn[::7]:
        with Image.open(io.BytesIO(png)) as picture:
            assert picture.size == (480, 321)
            picture.load()
        assert len(png) < 12_000


def test_the_same_picture_each_time():
    for one, two in zip(proofs(TODAY), proofs(TODAY), strict=True):
        assert one.png() == two.png()


def test_before_and_after_are_of_one_place_and_differ():
    works = [p for p in proofs(TODAY) if p.kind == "environment.works"]
    assert set(Counter(p.value for p in works).values()) == {2}
    for before, after in zip(works[::2], works[1::2], strict=True):
        assert before.seed == after.seed
        assert before.png() != after.png()


def test_a_name_is_given_once_for_a_record():
    assert max(Counter((p.kind, p.value, p.name) for p in proofs(TODAY)).values()) == 1


def test_some_records_stay_without():
    proved = {(p.kind, p.value) for p in proofs(TODAY)}
    assert ("environment.parkingplaces", "CW-5") not in proved
    assert len([value for kind, value in proved if kind == "honours.honour"]) == 9


def test_about_forty_scenes_as_files(tmp_path):
    assert 25 <= write(tmp_path, TODAY) <= 45
    assert len(list(tmp_path.iterdir())) >= 25
