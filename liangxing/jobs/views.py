"""Pages of jobs: one's own, how far each is, what it found; and giving one up."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from .models import KEPT, OPEN, Job, State
from .tasks import task_of


def mine(request: HttpRequest) -> Any:
    """The jobs that the visitor asked for here, the newest first, for as long as they are kept."""
    visit: Any = request
    return Job.objects.filter(community=visit.community, by=visit.user.get_username(), asked_at__gt=now() - 2 * KEPT)


def one(request: HttpRequest, pk: UUID | str) -> Job:
    """One of them; 404 when it is another's, is forgotten, or asks for what the visitor may no longer do."""
    try:
        job: Job = get_object_or_404(mine(request), pk=pk)
    except ValidationError:
        raise Http404 from None
    task, rights = task_of(job), request.rights  # type: ignore[attr-defined]
    if (task and not rights.may(task.verb)) or (job.ended_at and job.ended_at < now() - KEPT):
        raise Http404
    return job


def _told(job: Job) -> dict[str, Any]:
    task = task_of(job)
    opens = task.opens(job) if task and task.opens and job.state == State.DONE else ""
    return {"job": job, "name": task.name if task else job.task, "opens": opens}


def listing(request: HttpRequest) -> HttpResponse:
    """All jobs of the visitor."""
    return render(request, "jobs/list.html", {"jobs": [_told(job) for job in mine(request)]})


@never_cache
def page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One job; POST gives it up, as long as nothing was written."""
    job = one(request, pk)
    if request.method == "POST":
        given_up = Job.objects.filter(pk=job.pk, state__in=OPEN, writing=False)
        given_up.update(state=State.CANCELLED, ended_at=now(), seen=True)
        return redirect(request.path)
    if not job.is_open and not job.seen:
        Job.objects.filter(pk=job.pk).update(seen=True)
    return render(request, "jobs/job.html", _told(job))


@never_cache
def state(request: HttpRequest, pk: UUID) -> JsonResponse:
    """How far a job is, for the page that is open."""
    job = one(request, pk)
    return JsonResponse(
        {"open": job.is_open, "words": job.words, "percent": job.percent, "cancel": job.may_be_cancelled}
    )


def file(request: HttpRequest, pk: UUID, name: str) -> HttpResponseBase:
    """A file that a job made, to be saved."""
    job = one(request, pk)
    if name not in job.files:
        raise Http404
    return FileResponse((job.folder / "files" / name).open("rb"), as_attachment=True, filename=name)


def count(request: HttpRequest) -> int:
    """How many jobs of the visitor are open, or have ended and were not looked at yet."""
    visit: Any = request
    if not visit.user.is_authenticated:
        return 0
    return int(mine(request).filter(Q(state__in=OPEN) | Q(seen=False, ended_at__gt=now() - KEPT)).count())
