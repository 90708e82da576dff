"""Forms of problem reports."""

from liangxing.records.forms import form_of

from ..models import Problem, ProblemStep

ProblemForm = form_of(Problem, "code sort place building geometry text private source household day until note")
ProblemStepForm = form_of(ProblemStep, "problem state text post household day note")
