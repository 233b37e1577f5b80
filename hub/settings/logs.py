"""Errors go to standard error, where the service manager keeps them.

Django's own settings print them in debug mode only and mail them otherwise.
"""

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        # Below an error it speaks of missing pages and refused methods: everyday life.
        "django.request": {"level": "ERROR"},
    },
}
