"""What every environment shares; demo, test and production each add their own."""

from django.utils.translation import gettext_lazy as _

from hub.settings import environment
from hub.settings.apps import *
from hub.settings.badges import *
from hub.settings.cms import *
from hub.settings.limits import *
from hub.settings.logs import *
from hub.settings.operator import *
from hub.settings.retention import *
from hub.settings.search import *
from hub.settings.security import *
from hub.settings.signin import *
from hub.settings.verification import *

BASE_DIR = environment.BASE_DIR
VAR_DIR = BASE_DIR / "var"

DEBUG = False
ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": environment.database(VAR_DIR / "hub.sqlite3")}

LANGUAGE_CODE = "en-gb"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en-gb", _("English")), ("cy", _("Welsh"))]
LOCALE_PATHS = [BASE_DIR / "hub" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "hub" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
# Backups and the list of erasures: better on another disk.
BACKUP_DIR = environment.text("HUB_BACKUP_DIR") or VAR_DIR / "backups"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    # Counts of tries; processes count together where they share it.
    "default": environment.cache(),
    # Of each process; at some 30 KB a page, 500 of them are 15 MB.
    "pages": {"BACKEND": MEMORY, "LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 500}},
}
# hub.cache: keep whole pages for strangers, and note what changes them.
PAGE_CACHE = environment.text("HUB_PAGE_CACHE", "on") == "on"
WATCH_CHANGES = True
# Set to the internal location of nginx, such as /protected/, to let it send the files.
MEDIA_ACCEL_PREFIX = environment.text("MEDIA_ACCEL_PREFIX")
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "Common Ground <hub@demo.example>")
# Seconds for each answer of the mail server; all of a mail's together are less than a lease.
EMAIL_TIMEOUT = 30
PROCESSES = 1
DEMO = False
# hub.access: whether the database itself refuses to change the audit record.
AUDIT_GUARD = True
