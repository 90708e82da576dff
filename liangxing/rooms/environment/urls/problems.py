"""Pages of problem reports."""

from liangxing.records.views import urls_of

from ..forms.problems import (
    PhotoReviewForm,
    ProblemDrawForm,
    ProblemForm,
    ProblemStepForm,
    ProblemSupportForm,
)
from ..models import PhotoReview, Problem, ProblemDraw, ProblemStep, ProblemSupport

urlpatterns = [
    *urls_of(
        Problem,
        ProblemForm,
        columns=("day", "code", "sort", "building", "place", "due_on", "until"),
        filters=("sort", "source"),
    ),
    *urls_of(ProblemStep, ProblemStepForm, columns=("day", "problem", "state", "post"), filters=("state", "voice")),
    *urls_of(ProblemSupport, ProblemSupportForm, columns=("day", "problem", "household")),
    *urls_of(ProblemDraw, ProblemDrawForm, columns=("day", "problem", "rank", "among", "seed")),
    *urls_of(PhotoReview, PhotoReviewForm, columns=("day", "piece", "shown")),
]
