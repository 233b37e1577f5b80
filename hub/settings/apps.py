"""Installed apps and middleware. The order of our own apps follows the layers, lowest first."""

OUR_APPS = [
    "hub.core",
    "hub.taxonomy",
    "hub.access",
    "hub.users",
    "hub.notices",
    "hub.pages",
    "hub.glossary",
    "hub.legislation",
    "hub.policy",
    "hub.guidance",
    "hub.interventions",
    "hub.forum",
    "courses",
    "search",
    "hub.home",
    "hub.demo",
]

from pathlib import Path as _P

_R = _P(__file__).resolve().parents[2]
OUR_APPS = [a for a in OUR_APPS if (_R / a.replace(".", "/") / "apps.py").exists()]

INSTALLED_APPS = [
    *OUR_APPS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "hub.users.cms.apps.CmsUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hub.core.middleware.ContentPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "hub.users.middleware.StaffGateMiddleware",
    "hub.access.middleware.ReaderMiddleware",
    "hub.access.middleware.ClosedPagesMiddleware",
    "hub.core.middleware.PrivateCacheMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "search.sync.middleware.CaptureMiddleware",
]

MIDDLEWARE = [
    m
    for m in MIDDLEWARE
    if not m.startswith(("hub.", "search."))
    or (_R / (m.rsplit(".", 1)[0].replace(".", "/") + ".py")).exists()
]
