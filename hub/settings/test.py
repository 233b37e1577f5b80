"""Fast and quiet; the real database engine, cheap password hashes, mail kept in memory."""

import atexit
import shutil
import tempfile
from pathlib import Path

from hub.settings import environment
from hub.settings.base import *

# A folder per process, gone when it ends: two test runs on one machine never meet.
SCRATCH = Path(tempfile.mkdtemp(prefix="hub-test-"))
atexit.register(shutil.rmtree, SCRATCH, ignore_errors=True)

DEMO = True
# Tests of meaning set it; whatever stands in the environment must not change the others.
SEMANTIC_MODEL_DIR = ""
# Tests of hub.cache switch both on; elsewhere a note beside each write would blur what is counted.
PAGE_CACHE = WATCH_CHANGES = False
# A flush after a test deletes rows of the audit record; tests of the guard make it themselves.
AUDIT_GUARD = False
# A thread would not see what a test has written.
SEARCH_SPELLING_IN_BACKGROUND = False
# Tests of the limits set them again.
HUB_RATE_LIMITS = dict.fromkeys(HUB_RATE_LIMITS, "")
# Most tests of the forum are about people who have posted before.
FORUM_APPROVED_POSTS = 0
SECRET_KEY = "for-tests-only"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DEMO_PASSWORD = "common-ground-demo"  # noqa: S105
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
EMAIL_FILE_PATH = SCRATCH / "mail"
MEDIA_ROOT = SCRATCH / "media"
BACKUP_DIR = SCRATCH / "backups"
BADGE_KEY_FILE, BADGE_KEY_IS_MADE = str(SCRATCH / "badge-key.pem"), True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
DATABASES = {"default": environment.database(SCRATCH / "unused.sqlite3")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, because an in-memory database fails under the parallel requests of a live server;
    # nobody needs it to survive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += ";PRAGMA synchronous=OFF"
