"""Pages of the public board."""

from django.urls import path

from .views import board

urlpatterns = [path("", board, name="board.read")]
