"""A new request from another program, read as a problem report. Nothing is fetched from anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from liangxing.kernel.canonical import canonical
from liangxing.records.actions import write
from liangxing.records.visit import Visit
from liangxing.register.keys import called
from liangxing.register.models import Building, Place, Post
from liangxing.rooms.environment.models import Problem
from liangxing.rooms.environment.queries.where import NEAR_M, beyond_m
from liangxing.rooms.environment.triage.categories import Attribute, Category

from .answers import Fault, same_place
from .asked import moment
from .services import named

TEXT, ADDRESS, URL, CONTACT = 4000, 120, 500, 120
ANSWER = re.compile(r"attribute\[([^\]]*)\](?:\[\])?")
WHO = ("first_name", "last_name", "phone", "email", "account_id", "device_id")


def keep(request: Visit, told: Mapping[str, str], key: Post) -> Problem:
    """Keep the request that *told* describes; ``Fault`` says in words what of it is missing or wrong."""
    same_place(request, told.get("jurisdiction_id", ""))
    if not told.get("service_code"):
        raise Fault(400, _("service_code was not given."))
    asked = named(told["service_code"])
    made = Problem(sort=asked.key, source=Problem.Source.OPEN311, private=asked.private, day=localdate())
    made.code = f"O-{made.pk.hex[-8:]}"
    made.text = _short(told, "description", TEXT)
    made.contact = " ".join(filter(None, (told.get(name, "") for name in WHO)))[:CONTACT]
    made.media_url = _picture(told)
    made.answers = _answers(told, asked)
    _place(request, made, told)
    return write(made, community=request.community, by=called(key))


def _short(told: Mapping[str, str], name: str, most: int) -> str:
    words = told.get(name, "")
    if len(words) > most:
        raise Fault(400, _("%(name)s has at most %(most)s letters.") % {"name": name, "most": most})
    return words


def _picture(told: Mapping[str, str]) -> str:
    """The address of a picture, kept as it was given: who works on the report decides whether to open it."""
    address = _short(told, "media_url", URL)
    try:
        parts = urlsplit(address)
        good = not address or (parts.scheme in ("http", "https") and bool(parts.hostname) and address.isprintable())
    except ValueError:
        good = False
    if not good or " " in address:
        raise Fault(400, _("media_url is no address that begins with http:// or https://. It is not fetched."))
    return address


def _place(request: Visit, made: Problem, told: Mapping[str, str]) -> None:
    """By degrees, by the number of a building or place, or in words, of which those that name one are read so."""
    address = _short(told, "address_string", ADDRESS)
    if told.get("lat") or told.get("long"):
        made.geometry = json.dumps({"type": "Point", "coordinates": _degrees(told)})
        if (far := beyond_m(request.community, made.geometry)) > NEAR_M:
            raise Fault(400, _("This lies %s m outside the community.") % round(far))
    elif number := told.get("address_id"):
        if not _named(request, made, number):
            raise Fault(400, _("address_id names no building and no place here."))
    elif not address:
        raise Fault(400, _("Say where: lat and long, address_string or address_id."))
    made.address = address
    if address and not made.geometry and not made.building_id:
        _named(request, made, address)


def _degrees(told: Mapping[str, str]) -> tuple[float, float]:
    try:
        east, north = round(float(told["long"]), 6), round(float(told["lat"]), 6)
    except (KeyError, ValueError):
        raise Fault(400, _("lat and long are both needed, in degrees such as 28.111200.")) from None
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        raise Fault(400, _("lat lies from -90 to 90, and long from -180 to 180."))
    return east, north


def _named(request: Visit, made: Problem, word: str) -> bool:
    """Whether *word* is the code of a building, or the code or name of a place; the report is then put there."""
    today = localdate()
    houses = Building.objects.known().standing_on(today).filter(community=request.community, code=word)
    places = Place.objects.known().standing_on(today).filter(community=request.community)
    if house := houses.first():
        made.building_id = house.fact
    elif place := (places.filter(code=word).first() or places.filter(name=word).first()):
        made.place_id = place.fact
    return bool(made.building_id or made.place_id)


def _answers(told: Mapping[str, str], asked: Category) -> str:
    """What was answered to the category's own questions, as canonical JSON."""
    given = {m.group(1): value for name, value in told.items() if (m := ANSWER.fullmatch(name))}
    known = {each.code: each for each in asked.attributes}
    for each in asked.attributes:
        if each.required and not given.get(each.code):
            raise Fault(400, _("attribute[%s] is needed for this service.") % each.code)
    for code, value in given.items():
        if code not in known:
            raise Fault(400, _("attribute[%s] is not asked by this service.") % code[:40])
        if value:
            _check(known[code], value)
    return canonical({code: value for code, value in given.items() if value}).decode() if any(given.values()) else ""


def _check(asked: Attribute, value: str) -> None:
    """Raise ``Fault`` when *value* is no answer to what is *asked*."""
    if asked.values and not {part.strip() for part in value.split(",")} <= asked.values.keys():
        raise Fault(400, _("attribute[%(code)s] is one of: %(keys)s.") % {
            "code": asked.code, "keys": ", ".join(asked.values)
        })  # fmt: skip
    if asked.datatype == "number":
        try:
            float(value)
        except ValueError:
            raise Fault(400, _("attribute[%s] is a number.") % asked.code) from None
    if asked.datatype == "datetime":
        moment(value, f"attribute[{asked.code}]")
    if len(value) > TEXT:
        raise Fault(400, _("%(name)s has at most %(most)s letters.") % {"name": asked.code, "most": TEXT})
