"""Addresses of GeoReport v2. The last part of a name is the verb that the door asks for; a key is asked for inside."""

from django.urls import path, re_path

from . import services, tickets, updates
from .answers import not_there
from .described import description
from .discovery import discovery

FORM = r"\.(?P<form>xml|json)$"
urlpatterns = [
    re_path(rf"^discovery{FORM}", discovery, name="open311.discovery.read"),
    path("v2/openapi.json", description, name="open311.description.read"),
    re_path(rf"^v2/services{FORM}", services.many, name="open311.services.read"),
    re_path(rf"^v2/services/(?P<code>[^/]+?){FORM}", services.one, name="open311.service.read"),
    re_path(rf"^v2/requests{FORM}", tickets.many, name="open311.requests.read"),
    re_path(rf"^v2/requests?/(?P<number>[^/]+?){FORM}", tickets.one, name="open311.request.read"),
    re_path(rf"^v2/tokens/(?P<number>[^/]+?){FORM}", tickets.token, name="open311.token.read"),
    re_path(rf"^v2/servicerequestupdates{FORM}", updates.many, name="open311.updates.read"),
    path("v2/<path:rest>", not_there, name="open311.nothing.read"),
]
