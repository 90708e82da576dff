"""Routes: each floor and room under its own name, in the community whose door it is behind; a place where it says."""

from importlib.util import find_spec

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.urls import include, path

from liangxing.places.start.begin import begin
from liangxing.register.sign_in import OwnPassword, SignIn

from .offline import views as offline
from .pages import home, look, rooms, styleguide

_CALLED = {"measures": "figures/"}  # what people call a floor in an address, where it is not the floor's own name


def _at(app: AppConfig) -> str:
    """Where the pages of an app lie below the community: as it says itself, or under its name."""
    return str(getattr(app, "at", _CALLED.get(app.label, f"{app.label}/")))


_BEHIND_THE_DOOR = [
    app
    for app in apps.get_app_configs()
    if app.name.startswith("liangxing.")
    and app.name not in ("liangxing.site", *settings.PLACES)
    and find_spec(f"{app.name}.urls")
]
_PLACES = [
    path(f"<str:community>/{_at(place)}", include(f"{place.name}.urls"))
    for place in apps.get_app_configs()
    if place.name in settings.PLACES
]
urlpatterns = [
    path("", home.home, name="home"),
    path("begin/", begin, name="begin"),
    path("sign-in/", SignIn.as_view(), name="login"),
    path("password/", OwnPassword.as_view(), name="password"),
    path("sign-out/", LogoutView.as_view(), name="logout"),
    path("look/", look.look, name="look"),
    path("styleguide/", styleguide.styleguide, name="styleguide"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("sw.js", offline.worker, name="service_worker"),
    path("outbox-token/", offline.token, name="outbox_token"),
    path("<str:community>/manifest.webmanifest", offline.manifest, name="app.manifest.read"),
    path("<str:community>/offline/", offline.offline, name="offline.read"),
    path("<str:community>/outbox/", offline.outbox, name="outbox.read"),
    path("<str:community>/rooms/", rooms.rooms, name="rooms.read"),
    path("<str:community>/check/", include("liangxing.reports.check.urls")),
    path("<str:community>/import/", include("liangxing.evidence.channels.workbook.urls")),
    # What lies within another app's part comes before it.
    *[
        path(f"<str:community>/{_at(a)}", include(f"{a.name}.urls"))
        for a in sorted(_BEHIND_THE_DOOR, key=_at, reverse=True)
    ],
    *_PLACES,
]
