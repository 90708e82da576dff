"""Figures of enterprises."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from liangxing.measures.folds import Different, Most, Total
from liangxing.measures.measure import Flow, Stock

from .models import Application, PartyBranch, Payment, Policy, Request, Union, Window

WINDOWS = Stock(
    key="enterprises.windows",
    unit="{place}",
    title=_("Service windows"),
    says=_("Places where enterprises are served."),
    of=Window,
)
REQUESTS = Flow(
    key="enterprises.requests",
    unit="{request}",
    title=_("Requests of enterprises"),
    says=_("Requests that enterprises brought."),
    of=Request,
)
OPEN_REQUESTS = Stock(
    key="enterprises.open_requests",
    unit="{request}",
    title=_("Open requests"),
    says=_("Requests of enterprises that are not answered."),
    of=Request,
)
POLICIES = Stock(
    key="enterprises.policies",
    unit="{policy}",
    title=_("Enterprise policies"),
    says=_("Policies under which enterprises may get something."),
    of=Policy,
)
APPLICATIONS = Flow(
    key="enterprises.applications",
    unit="{application}",
    title=_("Applications"),
    says=_("Applications of enterprises that the community helped with."),
    of=Application,
)
PAYMENTS = Flow(
    key="enterprises.payments",
    unit="{payment}",
    title=_("Payments"),
    says=_("Payments that enterprises got under policies."),
    of=Payment,
)
PAID = Flow(
    key="enterprises.paid",
    unit="[CNY]",
    title=_("Paid to enterprises"),
    says=_("Money that reached enterprises under policies."),
    of=Payment,
    fold=Total("amount_cny"),
)
PAID_ENTERPRISES = Flow(
    key="enterprises.enterprises_paid",
    unit="{enterprise}",
    title=_("Enterprises that were paid"),
    says=_("Different enterprises that got money under policies."),
    of=Payment,
    fold=Different("organisation"),
)
BRANCHES = Stock(
    key="enterprises.branches",
    unit="{branch}",
    title=_("Party branches of enterprises"),
    says=_("Enterprises that have a party branch of their own."),
    of=PartyBranch,
)
FULL_BRANCHES = Stock(
    key="enterprises.branches_full",
    unit="{branch}",
    title=_("Party branches with three full members"),
    says=_("Party branches of enterprises that have at least three full members."),
    of=PartyBranch,
    where=Q(full_members__gte=3),
)
UNIONS = Stock(
    key="enterprises.unions",
    unit="{union}",
    title=_("Trade unions"),
    says=_("Trade unions in the community."),
    of=Union,
)
JOINT_UNIONS = Stock(
    key="enterprises.joint_unions",
    unit="{union}",
    title=_("Joint trade unions"),
    says=_("Trade unions that several enterprises formed together."),
    of=Union,
    where=Q(joint=True),
)
APPROVED_UNIONS = Stock(
    key="enterprises.joint_unions_approved",
    unit="{union}",
    title=_("Approved joint unions"),
    says=_("Joint trade unions that the union above has approved."),
    of=Union,
    where=Q(joint=True, approved=True),
)
OUTPUT_ASKED = Stock(
    key="enterprises.output_asked",
    unit="[CNY]",
    title=_("Output that a policy asks for"),
    says=_("The largest output that a policy in force asks of an enterprise."),
    of=Policy,
    fold=Most("output_cny"),
)
