"""Forms of problem reports."""

from liangxing.records.forms import form_of

from ..models import PhotoReview, Problem, ProblemDraw, ProblemStep, ProblemSupport

ProblemForm = form_of(
    Problem,
    "code sort place building geometry address text private source household contact post day fixed_on until note",
    numbered=True,
)
ProblemStepForm = form_of(ProblemStep, "problem state text post household day note")
ProblemSupportForm = form_of(ProblemSupport, "problem household day note")
ProblemDrawForm = form_of(ProblemDraw, "problem household seed rank among day note")
PhotoReviewForm = form_of(PhotoReview, "piece shown day note")
