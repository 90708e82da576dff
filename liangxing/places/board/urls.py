"""Pages of the public board."""

from django.urls import path

from .feed import News
from .pages import coming, works, year
from .pages.home import board
from .pages.map import geojson, ground_map

urlpatterns = [
    path("", board, name="board.read"),
    path("map/", ground_map, name="board.map.read"),
    path("map/places.geojson", geojson, name="board.geojson.read"),
    path("year/", year.newest, name="board.pictures.read"),
    path("year/<int:year>/", year.year, name="board.year.read"),
    path("before-and-after/", works.page, name="board.works.read"),
    path("coming/", coming.page, name="board.coming.read"),
    path("calendar.ics", coming.calendar, name="board.calendar.read"),
    path("calendar/<uuid:fact>.ics", coming.one, name="board.event.read"),
    path("feed.atom", News(), name="board.feed.read"),
]
