"""Commands for those who develop: ``python manage.py …``."""
