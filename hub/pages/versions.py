"""Which version of a page somebody has before them."""

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from hub.core.dates import long_date


def version_in_words(page: Page) -> str:
    """By number and day; the number is unknown where the page was loaded, the day of a draft."""
    published = page.last_published_at or page.first_published_at
    day = long_date(timezone.localdate(published)) if published else ""
    number = page.live_revision_id
    if number and day:
        return _("Number %(number)s, published on %(day)s") % {"number": number, "day": day}
    if day:
        return _("Published on %(day)s") % {"day": day}
    return ""
