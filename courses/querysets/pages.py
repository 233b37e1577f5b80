from collections.abc import Iterable
from typing import Self

from django.db.models import Q
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet


class TeachingQuerySet(PageQuerySet):
    """Courses, modules and lessons."""

    def below(self, pages: Iterable[Page]) -> Self:
        """In tree order. One query for any number of pages; none for no pages."""
        inside = Q()
        for page in pages:
            inside |= Q(path__startswith=page.path, depth__gt=page.depth)
        return self.filter(inside).order_by("path") if inside else self.none()


TeachingManager = PageManager.from_queryset(TeachingQuerySet)
