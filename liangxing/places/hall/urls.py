"""Pages of the hall. The last part of a name is the verb that the door asks for."""

from django.urls import path

from .pages import (
    activities,
    answers,
    cards,
    evacuation,
    home,
    hours,
    loans,
    notices,
    pledges,
    posters,
    problems,
    safe,
    votes,
)

urlpatterns = [
    path("", home.home, name="hall.home.read"),
    path("sign-in/<uuid:activity>/", activities.sign_in, name="hall.activity.signin"),
    path("sign-in/<uuid:activity>/poster/", activities.poster, name="hall.activity.print"),
    path("pledges/", pledges.pledges, name="hall.home.pledge"),
    path("report/", problems.report, name="hall.problem.report"),
    path("problems/", problems.problems, name="hall.problems.read"),
    path("problems/waiting/", answers.waiting, name="hall.problems.answer"),
    path("problems/<uuid:problem>/", problems.problem, name="hall.problem.read"),
    path("problems/<uuid:problem>/settled/", problems.judge, name="hall.settled.report"),
    path("problems/<uuid:problem>/answer/", answers.reply, name="hall.problem.answer"),
    path("loans/", loans.loans, name="hall.loans.borrow"),
    path("hours/", hours.hours, name="hall.hours.own"),
    path("votes/", votes.questions, name="hall.questions.read"),
    path("votes/<uuid:question>/", votes.question, name="hall.question.read"),
    path("votes/<uuid:question>/cast/", votes.vote, name="hall.question.vote"),
    path("notices/", notices.notices, name="hall.notices.read"),
    path("notices/<uuid:notice>/", notices.notice, name="hall.notice.read"),
    path("evacuation/", evacuation.mine, name="hall.evacuation.own"),
    path("evacuation/<uuid:building>/", evacuation.of_building, name="hall.evacuation.read"),
    path("safe/", safe.check_in, name="hall.safe.checkin"),
    path("safe/<uuid:emergency>/count/", safe.count, name="hall.emergency.count"),
    path("safe/<uuid:emergency>/poster/", safe.poster, name="hall.emergency.print"),
    path("safe/<uuid:emergency>/<str:code>/", safe.at_shelter, name="hall.shelter.scan"),
    path("card/<str:code>/", cards.scan, name="hall.card.vouch"),
    path("cards/", cards.cards, name="hall.household.cards"),
    path("print/", posters.posters, name="hall.posters.print"),
]
