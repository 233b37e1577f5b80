"""Addresses. The hub's own come first; Wagtail's pages answer what is left.

tests/architecture/address_policy.py says for each who may use it.
"""

from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from hub.api import urls as api_urls
from hub.groups.cms import privacy
from hub.home.views.health import healthz, readyz
from hub.home.views.sitemap import sitemap
from hub.home.views.style_guide import style_guide
from hub.mydata.views.inventory import data_inventory
from hub.pages.routing import serve
from hub.pages.views.media import serve_media
from hub.pages.views.paper import page_pdf
from hub.pages.views.picture import what_rests_on_what
from hub.users import closed_doors
from hub.users.agency_views import start_agency_sign_in
from hub.users.cms import redirects, reports

handler429 = "hub.home.views.errors.too_many"

urlpatterns = [
    *closed_doors.urlpatterns,
    *privacy.urlpatterns,
    *redirects.urlpatterns,
    *reports.urlpatterns,
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("style-guide/", style_guide, name="style_guide"),
    path("accounts/oidc/<slug:provider_id>/login/", start_agency_sign_in),
    path("accounts/", include("allauth.urls")),
    path("account/", include("hub.users.urls")),
    path("account/notices/", include("hub.notices.urls")),
    path("account/data/", include("hub.mydata.urls")),
    path("data-inventory/", data_inventory, name="data_inventory"),
    path("pages/<int:page_id>/pdf/", page_pdf, name="page_pdf"),
    path("pages/<int:page_id>/rests-on/", what_rests_on_what, name="page_rests_on"),
    path("useful/", include("hub.usefulness.urls")),
    path("groups/", include("hub.groups.urls")),
    path("people/", include("hub.directory.urls")),
    path("", include("hub.interventions.urls")),
    path("legislation/", include("hub.legislation.urls")),
    path("forum/", include("hub.forum.urls")),
    path("support/", include("hub.support.urls")),
    path("practice/share/", include("hub.sharing.urls")),
    path("api/", include(api_urls)),
    path("feeds/", include("hub.forum.feed_urls")),
    path("feeds/", include("hub.api.feed_urls")),
    path("search/", include("search.urls")),
    path("", include("courses.urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.+)$", serve_media, name="media"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("hub.demo.urls")))
urlpatterns += [
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
]
