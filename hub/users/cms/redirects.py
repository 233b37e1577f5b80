"""The list of redirects, without those to what is closed to the person who reads it."""

from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.views import IndexView

from hub.access.redirects import readable_redirects


class ReadableRedirects(IndexView):
    def get_base_queryset(self) -> QuerySet[Redirect]:
        return readable_redirects(super().get_base_queryset(), self.request.reader)


def shown(*, results_only: bool = False) -> object:
    return never_cache(require_admin_access(ReadableRedirects.as_view(results_only=results_only)))


urlpatterns: list[URLPattern] = [
    path("cms/redirects/", shown()),
    path("cms/redirects/results/", shown(results_only=True)),
]
