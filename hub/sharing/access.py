"""The one way to what an address names. Forbidden equals missing."""

from wagtail.query import PageQuerySet

from hub.access.pages import readable_pages
from hub.access.readers import ANONYMOUS, Reader
from hub.core.missing import found, require
from hub.interventions.models import InterventionPage
from hub.sharing.models import SharedExample, SharedFile


def access_own(example_id: int, reader: Reader) -> SharedExample:
    """An example of the reader's own. Raises Http404."""
    require(reader.is_signed_in)
    mine = SharedExample.objects.of(reader.user_id).select_related("page")
    return found(mine.filter(pk=example_id).first())


def access_for_review(example_id: int, reader: Reader) -> SharedExample:
    """What somebody else sent, for reviewers. Raises Http404, and for every draft."""
    sent = SharedExample.objects.reviewable_by(reader).select_related("author", "page")
    return found(sent.filter(pk=example_id).first())


def access_file(example: SharedExample, file_id: int) -> SharedFile:
    """A file of an example that the reader came by in one of the two ways. Raises Http404."""
    return found(example.files.filter(pk=file_id).first())


def offered_interventions() -> PageQuerySet:
    """Those that everybody may read, and that aren't withdrawn."""
    known = InterventionPage.objects.filter(withdrawn_on=None).order_by("title")
    return readable_pages(known, ANONYMOUS)
