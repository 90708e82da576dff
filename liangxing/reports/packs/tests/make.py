"""Write the pack of a small town: ``python -m liangxing.reports.packs.tests.make``; the data folder is in the environment."""

from __future__ import annotations

import os
from pathlib import Path


def main() -> None:
    """Make a database, write the town down, and pack its report with the evidence."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "liangxing.site.settings"
    import django

    django.setup()
    from django.utils.timezone import localdate

    from liangxing.ledger.models import Community
    from liangxing.reports.packs.write import pack
    from liangxing.site.database import bring_up
    from tests import town

    bring_up()
    community = Community.objects.create(code="430103001001", name="金汇社区", name_en="Jinhui community")
    town.found(community)
    pack(community, "creation", localdate(), Path(os.environ["LIANGXING_DATA"]) / "town.pack.zip", evidence="all")


if __name__ == "__main__":
    main()
