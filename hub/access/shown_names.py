"""What the CMS calls a thing that a page names: nothing, where it is closed to who looks."""

from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from hub.access.cms_addresses import all_named
from hub.access.current import current_reader


def is_closed(thing: Model) -> bool:
    """Whether the person of this request may not open it. One query; none outside a request."""
    reader = current_reader()
    return reader is not None and any(
        named.hides(thing, reader) for named in all_named() if isinstance(thing, named.model())
    )


def shown_name(thing: Model) -> str:
    """Costs what `is_closed` does."""
    return closed_name(thing) if is_closed(thing) else str(thing)


def closed_name(thing: Model) -> str:
    if isinstance(thing, Page):
        return _("A page you can't open")
    if isinstance(thing, AbstractImage | AbstractDocument):
        return _("A file you can't open")
    return _("Something you can't open")
