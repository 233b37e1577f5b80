"""What was approved becomes a page: a draft first, which the reviewers' workflow publishes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from hub.access.pages import rule_of_page
from hub.access.rules import EVERYONE
from hub.guidance.models import PracticeIndexPage, PracticePage
from hub.pages.beginnings import first_values
from hub.sharing.access import offered_interventions
from hub.sharing.enums import Status
from hub.sharing.figures import denominator_in_words, figures_in_words
from hub.sharing.models import SharedExample
from hub.sharing.services.copying import Copy, copy_files, open_files
from hub.sharing.services.standing import move
from hub.sharing.services.telling import tell_author
from hub.users.models import User

SAME = (
    "title",
    "summary",
    "place",
    "partners",
    "years",
    "problem",
    "what_was_done",
    "what_it_took",
    "results_period",
    "evidence_level",
    "what_did_not_work",
    "publisher",
    "publisher_url",
)


def draft_page(*, example: SharedExample, by: User, copies: list[Copy]) -> PracticePage:
    """A draft beside its like, sent to whoever publishes. For the transaction that decides."""
    page = PracticePage(live=False, owner=by, page_owner=by, **same_fields(example))
    page.review_on = first_values(PracticePage, by)["review_on"]
    page.results = "\r\n\r\n".join(filter(None, (figures_in_words(example), example.results)))
    note = _("What this is an example of")
    of = offered_interventions().filter(pk=example.intervention_id)
    page.results_of = denominator_in_words(example)
    page.themes = list(example.themes.all())
    page.links = [("link", {"page": named.page_ptr, "note": note}) for named in of]
    page.files = copy_files(example, by, copies)
    PracticeIndexPage.objects.order_by("path")[0].add_child(instance=page)
    page.save_revision(user=by)
    if workflow := page.get_workflow():
        workflow.start(page, by)
    return page


def same_fields(example: SharedExample) -> dict[str, object]:
    return {name: getattr(example, name) for name in SAME}


@transaction.atomic
def tell_of_publishing(page: Page) -> None:
    """Once, when the page that an example became first goes live: its author, with the address."""
    examples = SharedExample.objects.select_for_update()
    example = examples.filter(page=page.pk, status=Status.APPROVED).first()
    if example is None:
        return
    if rule_of_page(page) == EVERYONE:
        open_files([block.value[FILE_OF[block.block_type]] for block in page.specific.files])
    move(example, Status.PUBLISHED, timezone.now())
    tell_author(
        example,
        _("Your practice example %(reference)s is published"),
        detail=page.title,
        url=page.get_url() or "/",
    )


FILE_OF = {"picture": "image", "download": "document"}
