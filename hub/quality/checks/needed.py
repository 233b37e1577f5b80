from collections.abc import Iterator

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from hub.pages.models import HubPage
from hub.quality.enums import FindingKind
from hub.quality.finding import Finding, Place


def needed(page: HubPage) -> Iterator[Finding]:
    """What the form of the page refuses to publish without."""
    for name in page.needed_by_readers:
        if not getattr(page, name):
            label = capfirst(str(page._meta.get_field(name).verbose_name))
            yield Finding(FindingKind.NEEDED, Place(name, label), _("It is empty."))
