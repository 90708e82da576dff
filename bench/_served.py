"""Serve the pages on a port, as their settings have it: ``python -m bench._served PORT``."""

import sys

from django.core.wsgi import get_wsgi_application
from waitress import serve

serve(get_wsgi_application(), host="127.0.0.1", port=int(sys.argv[1]), threads=4, _quiet=True)
