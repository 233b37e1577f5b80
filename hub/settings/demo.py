"""The demonstration hub: one small machine, no outside service, fictional people."""

from hub.settings import environment
from hub.settings.base import *

DEMO = True
SECRET_KEY = environment.text("SECRET_KEY", "demonstration-only-key-never-for-real-people")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *environment.words("ALLOWED_HOSTS")]
DEMO_PASSWORD = "common-ground-demo"  # noqa: S105 printed by make run; production refuses it
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR_DIR / "mail"
BADGE_KEY_FILE = BADGE_KEY_FILE or str(VAR_DIR / "badge-key.pem")
BADGE_KEY_IS_MADE = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
