"""Real people: everything secret comes from the environment, and the demo is refused."""

from hub.settings import environment
from hub.settings.base import *

SECRET_KEY = environment.required("SECRET_KEY")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")
WAGTAILADMIN_BASE_URL = environment.required("PUBLIC_ADDRESS")
OPERATOR_NAME = environment.required("OPERATOR_NAME")
OPERATOR_EMAIL = environment.required("OPERATOR_EMAIL")
INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "hub.demo"]

SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# What gunicorn reads too. With more than one, REDIS_URL lets them count tries together.
PROCESSES = environment.number("WEB_CONCURRENCY", 1)
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("TRUSTED_PROXY_COUNT", 1)

EMAIL_HOST = environment.text("EMAIL_HOST", "localhost")
EMAIL_PORT = environment.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = environment.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = environment.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = environment.text("EMAIL_USE_TLS", "yes") == "yes"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
