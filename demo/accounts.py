"""The demonstration accounts. Their passwords are printed: they guard nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from .facts import CODE, REPORT_DAY

PASSWORD = "liangxing-demo"
PASS = "assessor-demo"  # the secret of the assessor's link


@dataclass(frozen=True, slots=True)
class Account:
    """A user name, the role of its post as the tables say it, since when, and how far the post reaches.

    ``told``: what the account is there to show, in Chinese and English.
    """

    user: str
    role: str
    since: date
    told: tuple[str, str]
    building: str = ""
    organisation: str = ""
    household: str = ""


SINCE = date(2021, 4, 1)
ACCOUNTS = (
    Account("secretary", "书记", SINCE, ("书记：全部功能", "the secretary: everything")),
    Account("deputy", "委员", SINCE, ("副书记、委员：审核与报告", "the deputy secretary: reviews and reports")),
    Account("worker", "社区专干", date(2011, 4, 1), ("社区工作者：录入、导入", "a community worker: records, imports")),
    Account("grid", "网格员", date(2019, 7, 1), ("网格员：自己的楼栋", "a grid worker: their buildings"),
            building="JQ-1"),
    Account("head", "楼栋长", date(2011, 5, 8), ("楼栋长：自己的楼", "a building head: their building"),
            building="JQ-2"),
    Account("volunteer", "志愿者", date(2012, 3, 5), ("志愿者", "a volunteer")),
    Account("enterprise", "企业联系人", date(2012, 6, 1), ("企业联系人：自己的企业", "an enterprise: its own requests"),
            organisation="湖南湘牛环保有限公司"),
    Account("resident", "居民", date(2012, 3, 1), ("居民：自己的家", "a resident: their household"),
            household="JQ-1-1-101"),
    Account("assessor", "考评员", date(2026, 1, 5), ("考评员：只读，不见姓名", "an assessor: reads, without names")),
)  # fmt: skip


def create(code: str = CODE) -> str:
    """Make the accounts that are not there, and the assessor's link; the secret in that link.

    The posts themselves come with the tables, but for the link's: a link is never kept in a table.
    """
    from django.contrib.auth import get_user_model
    from django.contrib.auth.hashers import make_password
    from django.utils.timezone import localdate

    from liangxing.ledger.models import Community
    from liangxing.places.assessors import links

    users = get_user_model()._default_manager
    there = set(users.values_list("username", flat=True))
    if missing := [account.user for account in ACCOUNTS if account.user not in there]:
        hashed = make_password(PASSWORD)  # half a second, and the same word for all
        users.bulk_create(get_user_model()(username=user, password=hashed) for user in missing)
    community, today = Community.objects.get(code=code), localdate()
    if not links.links(community).standing_on(today).filter(link=sha256(PASS.encode()).hexdigest()).exists():
        until = date(today.year + 1, 1, 1)
        links.make(
            community, "report:creation", REPORT_DAY, until=until, by="secretary", note="创建考评组", secret=PASS
        )
    return PASS
