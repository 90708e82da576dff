"""Two households, and somebody to sign in as."""

import pytest

from tests import hall_ground


@pytest.fixture
def lives(jinhui):
    return hall_ground.found(jinhui)


@pytest.fixture
def as_ours(client, django_user_model, lives):
    """The browser of the first household."""
    client.force_login(django_user_model.objects.create_user("ours"))
    return client
