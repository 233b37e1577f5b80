"""The sitemap lists what someone without an account may read, of every kind."""

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hub.access.readers import ANONYMOUS
from hub.access.registry import Kind, kinds


class KindSitemap(Sitemap):
    """The public things of one kind."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind

    def items(self) -> QuerySet:
        return self.kind.readable(ANONYMOUS).order_by("pk")

    def location(self, item: Model) -> str:
        return self.kind.address(item)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All kinds in one file, with up to 50,000 addresses of each."""
    sections = {kind.name: KindSitemap(kind) for kind in kinds()}
    return sitemap_view(request, sections)
