"""Pages of problem reports."""

from liangxing.records.views import urls_of

from ..forms import ProblemForm, ProblemStepForm
from ..models import Problem, ProblemStep

urlpatterns = [
    *urls_of(
        Problem, ProblemForm, columns=("day", "code", "sort", "building", "place", "until"), filters=("sort", "source")
    ),
    *urls_of(ProblemStep, ProblemStepForm, columns=("day", "problem", "state", "post"), filters=("state",)),
]
