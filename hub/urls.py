"""Addresses. The hub's own come first; Wagtail's pages answer what is left.

tests/architecture/address_policy.py says for each who may use it.
"""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from hub.home.views.health import healthz, readyz
from hub.pages.views.media import serve_media

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("accounts/", include("allauth.urls")),
    path("account/notices/", include("hub.notices.urls")),
    path("forum/", include("hub.forum.urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.+)$", serve_media, name="media"),
    path("", include(wagtail_urls)),
]
