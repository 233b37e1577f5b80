"""One run of the sweep in a process of its own: worker.py PORT. DATABASE_URL names the database."""

import os
import sys

import django
from django.conf import settings


def main(port: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings.test")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    django.setup()
    from hub.notices.sending import send_due_notices

    send_due_notices.call()


if __name__ == "__main__":
    main(int(sys.argv[1]))
