"""What one would write first, served by waitress: a table and a view that writes to it in one transaction.

With the settings of SQLite that ours has, for the same promise: what was answered is on the disk.
"""

from __future__ import annotations

import sys
from typing import Any

import django
from django.conf import settings

from liangxing.site import settings as ours

settings.configure(
    DATABASES=ours.DATABASES,
    INSTALLED_APPS=["bench"],
    ROOT_URLCONF="bench._plain_check_in",
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="only here",
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
    USE_TZ=True,
)
django.setup()

from django.core.wsgi import get_wsgi_application
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import re_path
from waitress import serve


class PlainCheckIn(models.Model):
    """A household and how it is."""

    flat = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=4)
    place = models.CharField(max_length=80)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        app_label = "bench"


def check_in(request: HttpRequest, **_route: Any) -> HttpResponse:
    """Keep what the form says."""
    said = {"state": request.POST["state"], "place": request.POST["place"]}
    with transaction.atomic():
        PlainCheckIn.objects.update_or_create(flat=request.POST["flat"], defaults=said)
    return HttpResponseRedirect(f"?kept={said['state']}")


urlpatterns = [
    re_path("sign-in/", lambda _request: HttpResponse("here")),
    re_path(".*", check_in),
]

if __name__ == "__main__":
    sys.modules["bench._plain_check_in"] = sys.modules["__main__"]
    with connection.schema_editor() as editor:
        editor.create_model(PlainCheckIn)
    serve(
        get_wsgi_application(), host="127.0.0.1", port=int(sys.argv[1]), threads=24, connection_limit=1000, _quiet=True
    )
