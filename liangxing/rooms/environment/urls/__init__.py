"""Pages of the environment, a file for each part of the room."""

from . import grounds, problems, rounds, waste, works

urlpatterns = [
    *works.urlpatterns,
    *waste.urlpatterns,
    *grounds.urlpatterns,
    *problems.urlpatterns,
    *rounds.urlpatterns,
]
