"""Forms of enterprises."""

from liangxing.records.forms import form_of

from .models import Application, PartyBranch, Payment, Policy, Request, Union, Window

WindowForm = form_of(Window, "code name day until note")
RequestForm = form_of(Request, "code organisation subject outcome day until note", numbered=True)
PolicyForm = form_of(Policy, "code name issuer output_cny day until note")
ApplicationForm = form_of(Application, "organisation policy year day note")
PaymentForm = form_of(Payment, "organisation policy year amount_cny day note", same="policy")
PartyBranchForm = form_of(PartyBranch, "organisation name full_members day until note")
UnionForm = form_of(Union, "code name joint approved estate day until note")
