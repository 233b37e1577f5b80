"""Access to pages. Restrictions on all ancestors add up; an alias has its source's as well."""

from collections.abc import Collection, Iterable
from typing import TypeVar

from django.db.models import Q
from wagtail.models import Page
from wagtail.query import PageQuerySet

from hub.access.enums import Marking
from hub.access.markings import marking_of
from hub.access.readers import Reader
from hub.access.restrictions import Restriction, clauses_for_path, page_restrictions
from hub.access.rules import Rule, allows, rule
from hub.access.sensitive import is_sensitive

Pages = TypeVar("Pages", bound=PageQuerySet)


def rule_of_page(page: Page, restrictions: Iterable[Restriction] | None = None) -> Rule:
    """The rule of one page. The queries of `page_restrictions`, or none when they are given."""
    known = page_restrictions() if restrictions is None else restrictions
    return rule(*clauses_for_path(page.path, known))


def marking_of_page(page: Page) -> Marking:
    """The highest marking of the page and of all above it. Costs as much as its rule."""
    return marking_of(rule_of_page(page))


def marking_above(page: Page) -> Marking:
    """The marking of the pages above, whatever stands on the page itself."""
    above = page.path[: -page.steplen]
    return marking_of(rule(*clauses_for_path(above, page_restrictions())))


def sensitive_pages(ids: Collection[int]) -> set[int]:
    """Those of these pages that are OFFICIAL-SENSITIVE. One query beside `page_restrictions`."""
    known = page_restrictions()
    paths = Page.objects.filter(pk__in=ids).values_list("pk", "path")
    return {pk for pk, path in paths if is_sensitive(rule(*clauses_for_path(path, known)))}


def may_read_page(page: Page, reader: Reader) -> bool:
    return allows(rule_of_page(page), reader.tokens)


def readable_or_draft(pages: Pages, reader: Reader) -> Pages:
    """Pages, live or not, that no restriction closes to this reader.

    Costs the queries of `page_restrictions`; the pages themselves are not read here.
    """
    closed = Q()
    for item in page_restrictions():
        if item.clause.isdisjoint(reader.tokens):
            closed |= Q(path__startswith=item.path)
    return pages.exclude(closed) if closed else pages


def readable_pages(pages: Pages, reader: Reader) -> Pages:
    """The live pages this reader may see. No query per page."""
    return readable_or_draft(pages, reader).live()
