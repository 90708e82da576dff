"""The demonstration accounts. Their passwords are printed: they guard nothing."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "liangxing-demo"  # noqa: S105


@dataclass(frozen=True, slots=True)
class Account:
    """A user name, the role of its post, and how far the post reaches."""

    user: str
    role: str
    building: str = ""
    organisation: str = ""
    household: str = ""


ACCOUNTS = (
    Account("secretary", "书记"),
    Account("committee", "委员"),
    Account("worker", "社区专干"),
    Account("grid", "网格员", building="JQ-1"),
    Account("head", "楼栋长", building="JQ-2"),
    Account("volunteer", "志愿者"),
    Account("enterprise", "企业联系人", organisation="湖南湘牛环保有限公司"),
    Account("resident", "居民", household="JQ-1-1-101"),
)


def create() -> None:
    """Make the accounts that are not there; their posts come with the tables."""
    from django.contrib.auth.models import User

    for account in ACCOUNTS:
        if not User.objects.filter(username=account.user).exists():
            User.objects.create_user(account.user, password=PASSWORD)
