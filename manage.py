"""Django's own commands, for those who develop."""

import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liangxing.site.settings")
execute_from_command_line()
