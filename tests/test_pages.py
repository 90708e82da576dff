"""Every page of every kind, for every role, in one's own community and in another's: one table."""

import pytest
from django.http import HttpResponse
from django.urls import reverse

from liangxing.ledger.models import Community
from liangxing.records.kinds import kinds
from liangxing.register.roles import ROLES, Sight, asked_of, guard

PAGES = ("list", "write")


class Behind:
    """Middleware in place of every page behind the door: the door alone is asked."""

    def __init__(self, answer):
        self.answer = answer

    def __call__(self, request):
        return self.answer(request)

    def process_view(self, request, view, args, route):
        return HttpResponse()


@pytest.mark.parametrize("whole", [False, True], ids=["door", "page"])
@pytest.mark.parametrize("role", ROLES)
def test_a_page_opens_to_its_roles_and_only_at_home(role, whole, come_in, client, settings, monkeypatch):
    """The door for every kind; and the page itself for the kinds that fall to this role, so that each has its turn."""
    if role != "public":
        come_in(role)
    Community.objects.create(code="2", name="other")
    table, turn = ROLES[role], list(ROLES).index(role)
    if not whole:
        settings.MIDDLEWARE = [*settings.MIDDLEWARE, "tests.test_pages.Behind"]
        monkeypatch.setattr(
            "liangxing.site.urls.handler404", lambda _request, exception: HttpResponse(status=404), raising=False
        )
    for n, kind in enumerate(kinds().values()):
        if whole and n % len(ROLES) != turn:
            continue
        sees = table.sight[guard(kind.model)] is not Sight.NONE
        for page in PAGES:
            address = reverse(kind.route(page), args=["430103001001"])
            opens = sees and asked_of(page, kind.model) in table.verbs
            closed = 302 if role == "public" else 404
            assert client.get(address).status_code == (200 if opens else closed), (kind.key, page)
            if role != "public":
                elsewhere = reverse(kind.route(page), args=["2"])
                open_to_all = page == "list" and ROLES["public"].sight[guard(kind.model)] is not Sight.NONE
                assert client.get(elsewhere).status_code == (200 if open_to_all else 404), (kind.key, page)
