"""Pages of enterprises."""

from liangxing.records.views import urls_of

from .forms import ApplicationForm, PartyBranchForm, PaymentForm, PolicyForm, RequestForm, UnionForm, WindowForm
from .models import Application, PartyBranch, Payment, Policy, Request, Union, Window

urlpatterns = [
    *urls_of(Window, WindowForm, columns=("name", "day", "until")),
    *urls_of(Request, RequestForm, columns=("day", "organisation", "subject", "outcome", "until")),
    *urls_of(Policy, PolicyForm, columns=("name", "issuer", "output_cny", "day")),
    *urls_of(Application, ApplicationForm, columns=("day", "organisation", "policy", "year"), filters=("year",)),
    *urls_of(Payment, PaymentForm, columns=("year", "organisation", "policy", "amount_cny"), filters=("year",)),
    *urls_of(PartyBranch, PartyBranchForm, columns=("name", "organisation", "full_members", "day")),
    *urls_of(Union, UnionForm, columns=("name", "joint", "approved", "day"), filters=("joint",)),
]
