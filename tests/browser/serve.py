"""Serve a small community on a port: ``python -m tests.browser.serve PORT [WORLD]``; its data folder is in the environment.

WORLD: the module of ``tests`` that writes the community down; whoever holds a post there with an account can sign in.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from importlib import import_module


def main(port: int, world: str = "town") -> None:
    """Make the database, write the community down, and serve until the process is ended."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "liangxing.site.settings"
    import django

    django.setup()
    from django.contrib.auth.models import User
    from waitress import serve

    from liangxing.jobs import workers
    from liangxing.ledger.models import Community
    from liangxing.records.actions import write
    from liangxing.register.models import Post
    from liangxing.site.compile_messages import compile_all
    from liangxing.site.database import bring_up
    from liangxing.site.wsgi import application

    compile_all()
    bring_up()
    community = Community.objects.create(code="430103001001", name="金汇社区", name_en="Jinhui community")
    import_module(f"tests.{world}").found(community)
    write(Post(code="w", role="worker", account="worker", day=date(2020, 1, 1)), community=community, by="worker")
    for post in Post.objects.known().exclude(account=""):
        User.objects.create_user(post.account, password="a-word-to-pass")
    workers.start()
    serve(application, host="127.0.0.1", port=port, threads=4, _quiet=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
