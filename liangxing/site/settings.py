"""Settings. Everything an installation chooses comes from the environment; the rest is the same everywhere."""

from __future__ import annotations

import os
import pkgutil
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import liangxing.places
import liangxing.reports
import liangxing.rooms

from .secret import secret_key

LIANGXING_DATA = Path(os.environ.get("LIANGXING_DATA", "data")).resolve()
LIANGXING_DATA.mkdir(parents=True, exist_ok=True)
# Where readers of a printed report find the pages: goes into its QR code.
LIANGXING_URL = os.environ.get("LIANGXING_URL", "http://127.0.0.1:8000")

ROOMS = [f"liangxing.rooms.{m.name}" for m in pkgutil.iter_modules(liangxing.rooms.__path__) if m.ispkg]
PLACES = [f"liangxing.places.{m.name}" for m in pkgutil.iter_modules(liangxing.places.__path__) if m.ispkg]
# What of the reports keeps records or files of its own.
SHELVES = [f"liangxing.reports.{m.name}" for m in pkgutil.iter_modules(liangxing.reports.__path__) if m.ispkg]
SHELVES = [name for name in SHELVES if find_spec(f"{name}.apps")]
FLOORS = ["ledger", "jobs", "records", "evidence", "measures", "register", "activities", "standards", "reports"]
INSTALLED_APPS = [
    # Ours come first: where Django's own apps have a word for something too, the community's word is shown.
    "liangxing.site",
    *[f"liangxing.{floor}" for floor in FLOORS if find_spec(f"liangxing.{floor}.apps")],
    *SHELVES,
    *ROOMS,
    *PLACES,
    "template_partials",
    "django_filters",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]
SECRET_KEY = secret_key(LIANGXING_DATA)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("LIANGXING_HOSTS", "127.0.0.1,localhost,testserver").split(",")
CSRF_TRUSTED_ORIGINS = [LIANGXING_URL]
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LIANGXING_URL.startswith("https:")
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "SAMEORIGIN"

# Opening a connection costs more than most pages ask of it: each thread that serves keeps its own.
_KEPT = {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}
_STORE = urlsplit(os.environ.get("LIANGXING_STORE", ""))
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _STORE.path.lstrip("/"),
        "HOST": unquote(_STORE.hostname or ""),  # %2Frun%2Fpostgresql is a folder with a socket
        "PORT": _STORE.port or "",
        "USER": unquote(_STORE.username or ""),
        "PASSWORD": unquote(_STORE.password or ""),
        "OPTIONS": {"options": "-c timezone=UTC"},
        **_KEPT,
    }
    if _STORE.scheme == "postgresql"
    else {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": LIANGXING_DATA / "liangxing.sqlite3",
        "OPTIONS": {
            # WAL alone let a tenth of concurrent read-then-write requests fail; IMMEDIATE lets none.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # Without recursive_triggers, INSERT OR REPLACE would pass the trigger that refuses to delete an entry.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;",
        },
        **_KEPT,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "liangxing.site.urls"
WSGI_APPLICATION = "liangxing.site.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "liangxing.site.compress.Compressed",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "liangxing.site.offline.answers.Answers",
    "liangxing.site.offline.kept.Kept",
    "liangxing.places.hall.shelter_door.ShelterDoor",
    "liangxing.register.door.Door",
    "liangxing.records.plain.Plain",
    "liangxing.records.written.Written",
    "liangxing.ledger.moment.Moment",
    "liangxing.records.once.Once",  # the last: it calls the view itself
]
CSRF_FAILURE_VIEW = "liangxing.site.pages.stale.stale"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The site's own templates come first: it knows all floors, and shows the common pages with all they have.
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["liangxing.records.templatetags.once"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "liangxing.site.context.face",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
# Scrypt costs a guesser memory too, and an old office PC two thirds of the time; older passwords still open.
PASSWORD_HASHERS = [f"django.contrib.auth.hashers.{way}PasswordHasher" for way in ("Scrypt", "PBKDF2")]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "Chinese"), ("en", "English")]
FORMAT_MODULE_PATH = "liangxing.site.formats"
LIANGXING_RIGHTS = "liangxing.register.rights.rights_of_account"  # by which work beside the pages is allowed
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
STATIC_URL = "static/"
STATIC_ROOT = LIANGXING_DATA / "static"
WHITENOISE_USE_FINDERS = True
MAX_UPLOAD_MB = 50  # a workbook of 1,048,576 rows as a spreadsheet program saves it stays below
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_UPLOAD_MB << 20
