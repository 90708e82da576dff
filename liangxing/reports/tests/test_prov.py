"""Where a report comes from: read back by the library of the standard, complete, and without persons."""

from django.utils.timezone import localdate
from prov.model import ProvActivity, ProvAgent, ProvDerivation, ProvDocument, ProvEntity, ProvGeneration, ProvMembership

from liangxing.evidence.models import Piece
from liangxing.reports.prov import Telling, prov_json
from liangxing.reports.writing import write as write_report
from liangxing.rooms.environment.models import SortedBin
from tests import town


def test_a_report_tells_its_records_acts_evidence_and_agents_and_is_read_back(jinhui):
    lives = town.found(jinhui)
    document = write_report(jinhui, "creation", localdate())
    text = prov_json(jinhui, document)
    told = ProvDocument.deserialize(content=text, format="json")
    assert sorted(told.get_provn().splitlines()) == sorted(Telling(jinhui, document).whole().get_provn().splitlines())
    names = {str(record.identifier) for record in told.get_records(ProvEntity)}
    assert {f"c:record-{pk.hex}" for pk in SortedBin.objects.values_list("pk", flat=True)} <= names
    assert f"c:record-{lives.activity.pk.hex}" in names
    assert f"c:record-{lives.struck.pk.hex}" not in names
    shown = Piece.objects.get(proves=lives.works.fact, name="before.jpg")
    assert f"c:evidence-{shown.sha256}" in names
    assert {f"c:claim-{stated.anchor}" for stated in document.stated} <= names
    assert {str(agent.identifier) for agent in told.get_records(ProvAgent)} == {"c:committee", "c:liangxing"}
    for sort in (ProvActivity, ProvGeneration, ProvMembership, ProvDerivation):
        assert list(told.get_records(sort))
    for secret in ("秘而不宣", "13800000000", "before.jpg"):
        assert secret not in text


def test_it_is_for_staff_and_assessors(come_in, client, jinhui):
    address = f"/{jinhui.code}/reports/creation/prov.json"
    assert client.get(address).status_code == 302
    assert come_in("assessor").get(address).json()["entity"]
