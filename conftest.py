"""Ground for all tests: a data folder of their own, a community to stand in, and skips that are counted."""

from __future__ import annotations

import os
from datetime import date

import hypothesis
import pytest

hypothesis.settings.register_profile("house", deadline=None)  # timings are measured in bench/, and asserted nowhere
hypothesis.settings.load_profile("house")
DAY = date(2026, 5, 3)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """With REQUIRE_ALL=1 a test that was skipped, for a tool is missing, fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = len(reporter.stats.get("skipped", [])) if reporter else 0
    if os.environ.get("REQUIRE_ALL") == "1" and skipped and exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"{skipped} tests were skipped, and REQUIRE_ALL=1 allows none.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The tests' database is made from the models, and finished like any new one."""
    with django_db_blocker.unblock():
        from django.db import connection
        from django.db.migrations.executor import MigrationExecutor

        from liangxing.site.database import finish

        finish(MigrationExecutor(connection))


@pytest.fixture(autouse=True)
def data_folder(tmp_path, settings):
    """Evidence, keys and witness of each test in a folder of its own."""
    settings.LIANGXING_DATA = tmp_path / "data"
    return settings.LIANGXING_DATA


@pytest.fixture
def jinhui(db):
    """The community of the demonstration."""
    from liangxing.ledger.models import Community

    return Community.objects.create(code="430103001001", name="金汇社区", name_en="Jinhui community")


@pytest.fixture
def who(jinhui):
    """Where and by whom, as every action asks."""
    return {"community": jinhui, "by": "worker"}


@pytest.fixture
def home(who):
    """A household in its building."""
    from liangxing.records.actions import write
    from liangxing.register.models import Building, Household

    house = write(Building(code="12", day=DAY), **who)
    return write(Household(code="12-301", day=DAY, building=house), **who)


@pytest.fixture
def come_in(client, django_user_model, jinhui, who):
    """Sign in as somebody with a role, whose post reaches as far as is said; in a *browser* of their own, if given."""

    def enter(role, browser=client, **reach):
        from liangxing.records.actions import write
        from liangxing.register.models import Post

        account = django_user_model.objects.create_user(role)
        browser.force_login(account)
        write(Post(code=role, role=role, account=role, day=DAY, **reach), **who)
        return browser

    return enter
