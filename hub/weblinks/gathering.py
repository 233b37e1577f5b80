"""Which page has which link, brought up to date some pages at a time."""

from django.db import transaction
from wagtail.models import Page

from hub.weblinks.finding import web_addresses
from hub.weblinks.models import PageLink, PageRead, WebLink

AT_ONCE = 100


def gather() -> int:
    """Reads the newest text, drafts included, of pages that changed; how many pages were read.

    Links that no page has any more go. Safe to repeat, and beside editors: a page that changes
    meanwhile is read again.
    """
    pages = list(Page.objects.filter(PageRead.unread(), depth__gt=1).order_by("pk")[:AT_ONCE])
    for page in pages:
        read(page)
    WebLink.objects.filter(pages=None).delete()
    return len(pages)


@transaction.atomic
def read(page: Page) -> None:
    """Four queries, and those of its blocks."""
    addresses = web_addresses(page.get_latest_revision_as_object())
    WebLink.objects.bulk_create([WebLink(url=a) for a in addresses], ignore_conflicts=True)
    PageLink.objects.filter(page=page).exclude(link__url__in=addresses).delete()
    links = WebLink.objects.filter(url__in=addresses)
    PageLink.objects.bulk_create(
        [PageLink(page=page, link=link) for link in links], ignore_conflicts=True
    )
    changed_at = page.latest_revision_created_at
    PageRead.objects.update_or_create(page=page, defaults={"changed_at": changed_at})
