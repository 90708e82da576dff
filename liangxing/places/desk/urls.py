"""Pages of the desk. The last part of a name is the verb that the door asks for."""

from django.urls import path

from . import views
from .paste import paste
from .photos.views import heap, keep, thumb
from .quick.views import preview, quick

urlpatterns = [
    path("", views.today, name="desk.desk"),
    path("quick/", quick, name="desk.quick.write"),
    path("quick/preview/", preview, name="desk.preview.write"),
    path("paste/", paste, name="desk.paste.import"),
    path("photos/", heap, name="desk.photos.attach"),
    path("photos/keep/", keep, name="desk.keep.attach"),
    path("photos/<str:digest>/", thumb, name="desk.thumb.attach"),
    path("mine/", views.did, name="desk.mine.desk"),
    path("mine/<uuid:pk>/", views.take_back, name="desk.mine.strike"),
    path("keys/", views.keys, name="desk.keys.desk"),
]
