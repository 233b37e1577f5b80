from typing import Any

from django.urls import URLPattern
from wagtail.admin.viewsets.model import ModelViewSet


class KeptRows(ModelViewSet):
    """Rows that other records point at for good, so there is no page to delete them."""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**{"delete_url_name": None, **kwargs})

    def get_urlpatterns(self) -> list[URLPattern]:
        return [item for item in super().get_urlpatterns() if item.name != "delete"]
