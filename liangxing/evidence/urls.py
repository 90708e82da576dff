"""Pages of evidence."""

from django.urls import path, register_converter

from . import views
from .thumbs import EDGES_PX


class Size:
    """A size in which pictures are shown."""

    regex = "|".join(EDGES_PX)

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    to_url = to_python


register_converter(Size, "size")
urlpatterns = [
    path("<uuid:pk>/", views.read, name="evidence.piece.read"),
    path("<uuid:pk>/<size:size>/", views.thumb, name="evidence.thumb.read"),
    path("attach/<str:kind>/<uuid:pk>/", views.attach, name="evidence.piece.attach"),
]
