"""Pages of a list. A page number that makes no sense shows the first or the last page."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest


def page_of(request: HttpRequest, items: QuerySet | list, per_page: int = 20) -> Page:
    """The page that `?page=` asks for. Costs one count query and one page query."""
    return Paginator(items, per_page).get_page(request.GET.get("page"))
