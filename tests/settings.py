"""Settings of the tests: a data folder of their own, so that nobody's records are touched."""

import os
import tempfile

os.environ["LIANGXING_DATA"] = tempfile.mkdtemp(prefix="liangxing-test-")

from liangxing.site.compile_messages import compile_all

compile_all()  # before Django reads its catalogues: pages are tested in the languages that people read them in

from liangxing.site.settings import *  # noqa: E402, F403
from liangxing.site.settings import DATABASES, STATIC_ROOT  # noqa: E402

DATABASES["default"]["TEST"] = {"MIGRATE": False}  # made from the models; that migrations make the same is a test
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a slow hash protects nobody here
STATIC_ROOT.mkdir(parents=True)  # the server of files warns where there is none
