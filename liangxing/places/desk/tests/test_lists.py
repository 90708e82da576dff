"""Every list leaves as a table: what was found and no more, no formula in it, and names only for whom they concern."""

import csv
import io
import re
from html import unescape

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from liangxing.records.actions import write
from liangxing.records.kinds import kinds
from liangxing.register.models import Place, Resident
from liangxing.register.roles import ROLES, Sight, guard

from .conftest import LONG_AGO

CODE = "430103001001"


def rows(client, address):
    """The table behind an address, header first."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    if ".csv" in address:
        return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def buttons(client, kind, query=""):
    """Where the buttons of a list lead."""
    body = client.get(reverse(f"{kind}.list", args=[CODE]) + query).content.decode()
    return [unescape(found) for found in re.findall(r'href="([^"]*/rows\.(?:xlsx|csv)[^"]*)"', body)]


@pytest.mark.parametrize(
    "kind", ["register.place", "register.estate", "bookbar.book", "activities.activity", "honours.honour"]
)
def test_both_buttons_are_on_a_list_and_give_its_rows(kind, named, come_in, client):
    come_in("worker")
    found = buttons(client, kind)
    assert [address.rpartition(".")[2] for address in found] == ["xlsx", "csv"]
    count = kinds()[kind].model._default_manager.known().count()
    assert [len(rows(client, address)) for address in found] == [count + 1, count + 1]


def test_the_conditions_of_a_list_go_along(named, come_in, client):
    come_in("worker")
    for address in buttons(client, "register.place", "?q=文源&page=1"):
        assert "q=" in address
        assert [row[1] for row in rows(client, address)[1:]] == ["文源小学"]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x","y")'])
def test_no_cell_is_a_formula(name, who, come_in, client):
    come_in("worker")
    write(Place(code="X", name=name, sort="road", day=LONG_AGO), **who)
    as_csv = rows(client, reverse("register.place.export", args=[CODE, "csv"]))[1][1]
    assert as_csv[0] not in "=+-@\t"
    content = client.get(reverse("register.place.export", args=[CODE, "xlsx"])).content
    assert load_workbook(io.BytesIO(content)).active["B2"].data_type == "s"


@pytest.mark.parametrize("role", ROLES)
def test_names_leave_only_with_those_who_see_them(role, home, who, come_in, client):
    write(Resident(code="R1", household=home, name="秘而不宣", phone="13800000000", day=LONG_AGO), **who)
    if role != "public":
        come_in(role)
    answer = client.get(reverse("register.resident.export", args=[CODE, "csv"]))
    sight = ROLES[role].sight[guard(Resident)]
    if "export" in ROLES[role].verbs and sight is not Sight.NONE:
        assert ("秘而不宣" in answer.content.decode()) is (sight in (Sight.ALL, Sight.OWN))
    else:
        assert answer.status_code in (302, 404)
