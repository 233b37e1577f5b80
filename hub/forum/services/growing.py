"""A solved thread becomes a draft of the knowledge base, which reviewers publish."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from hub.access.services import record_audit
from hub.forum.citing import refresh_citations
from hub.forum.models import GrownPage, Thanks, Thread
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.pages.models import HubPage
from hub.users.models import User


@transaction.atomic
def grow_page(*, thread: Thread, by: User, page: HubPage) -> GrownPage:
    """Keeps the page as a draft beside its like and sends it to the reviewers. Recorded.

    The thread cites it from now on. Who asked and who gave the accepted answer are asked whether
    the page may thank them; whoever gave no name isn't, since to thank them would name them.
    """
    page.live, page.owner = False, by
    page.themes = list(thread.themes.all())
    listing = page.allowed_parent_page_models()[0].objects.order_by("path")[0]
    listing.add_child(instance=page)
    page.save_revision(user=by)
    grown = GrownPage.objects.create(thread=thread, page=page, made_by=by)
    refresh_citations(thread)
    accepted = thread.accepted.author_id if thread.accepted else None
    for pk in filter(None, {thread.author_id, accepted}):
        ask_for_name(Thanks.objects.create(grown=grown, person_id=pk), page)
    record_audit(
        action="forum.page_grown",
        subject=f"page {page.pk} of thread {thread.pk}",
        person_id=by.pk,
    )
    if workflow := page.get_workflow():
        workflow.start(page, by)
    return grown


def ask_for_name(thanks: Thanks, page: Page) -> None:
    notify(
        people=[thanks.person_id],
        category=Category.TASK,
        text=_("What you wrote in the forum becomes a page. May it thank you by name?"),
        detail=page.title,
        url=reverse("forum:thanks", args=[thanks.pk]),
    )


@transaction.atomic
def answer_thanks(*, thanks: Thanks, agreed: bool) -> Thanks:
    """Names the person on the page, or takes the name off. Both count at once."""
    thanks.agreed = agreed
    thanks.save(update_fields=["agreed"])
    return thanks


@transaction.atomic
def tell_of_publishing(page: Page) -> None:
    """Once, when the page first goes live: whoever made it and whose words it grew out of."""
    grown = GrownPage.objects.select_for_update().filter(page=page.pk, told_at=None).first()
    if grown is None:
        return
    grown.told_at = timezone.now()
    grown.save(update_fields=["told_at"])
    notify(
        people=[grown.made_by_id, *grown.thanks.values_list("person_id", flat=True)],
        category=Category.TASK,
        text=_("A page that grew out of the forum is published: %(title)s") % {"title": page.title},
        url=page.get_url() or "/",
    )
