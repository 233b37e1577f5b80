"""What Wagtail and the pages keep of the people who write them."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession, FormState
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Comment,
    CommentReply,
    Page,
    PageLogEntry,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from hub.access.enums import Basis, Ending
from hub.access.pages import readable_or_draft
from hub.access.personal_data import (
    Held,
    PersonalRecord,
    Row,
    declare,
    delete_batch,
    release,
)
from hub.access.readers import reader_for
from hub.pages.models import HubDocument, HubImage, HubPage

UPLOADER = ("uploaded_by_user",)
SHOWN = ("title", "first_published_at", "review_on")
PAGES = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]
HUB_PAGES = [model for model in PAGES if issubclass(model, HubPage)]
KEEPERS = ("page_owner", "deputy", "reviewer")
RESPONSIBLE = tuple(Held(model, KEEPERS, ("title", "review_on")) for model in HUB_PAGES)


def pages_with(*paths: str) -> Callable[[AbstractBaseUser], Iterator[Row]]:
    """Titles and dates of pages of any type that name the person and are open to them still.

    The start page and lists of pages have no reviewer and no date of review.
    """

    def take(person: AbstractBaseUser) -> Iterator[Row]:
        reader = reader_for(person)
        for model in PAGES:
            known = {field.name for field in model._meta.get_fields()}
            mine = [Q(**{path: person.pk}) for path in paths if path in known]
            if mine:
                rows = readable_or_draft(model.objects.filter(reduce(or_, mine)), reader)
                yield from rows.values(*(name for name in SHOWN if name in known))

    return take


def hand_pages_back(person: AbstractBaseUser) -> None:
    """Nobody owns, stands in for or reviews the pages any more, and none stays locked."""
    Page.objects.filter(locked_by_id=person.pk).update(locked=False, locked_by=None)
    for held in RESPONSIBLE:
        release(held, person)


def forget_preferences(person: AbstractBaseUser) -> None:
    """The picture lies in a file, which no row's deletion takes along."""
    for profile in UserProfile.objects.filter(user_id=person.pk):
        if profile.avatar:
            profile.avatar.delete(save=False)
        profile.delete()
    PageSubscription.objects.filter(user_id=person.pk).delete()


def forget_drafts(person: AbstractBaseUser) -> None:
    EditingSession.objects.filter(user_id=person.pk).delete()
    FormState.objects.filter(user_id=person.pk).delete()
    for upload in UploadedFile.objects.filter(uploaded_by_user_id=person.pk):
        upload.file.delete(save=False)
        upload.delete()


def purge_drafts(before: datetime) -> int:
    gone = delete_batch(EditingSession.objects.filter(last_seen_at__lt=before))
    return gone + delete_batch(FormState.objects.filter(last_updated_at__lt=before))


declare(
    PersonalRecord(
        name="pages",
        label=_("Pages that you made"),
        why=_("So that colleagues know whom to ask about a page."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Page, ("owner",), ("title", "first_published_at")),),
        take=pages_with("owner"),
        ending=Ending.STAYS,
        because=_("The pages are the agency’s. Nothing says any more that it was you."),
    )
)
declare(
    PersonalRecord(
        name="responsibilities",
        label=_("Pages that you keep, review or have locked"),
        why=_("So that somebody is asked when a page is due for review."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Page, ("locked_by",), ("title", "locked_at")), *RESPONSIBLE),
        ending=Ending.RELEASED,
        take=pages_with(*KEEPERS, "locked_by"),
        erase=hand_pages_back,
    )
)
declare(
    PersonalRecord(
        name="revisions",
        label=_("Your part in the history of pages"),
        why=_("So that it can be explained who changed what, and who approved it."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Revision, ("user",), ("content_type__model", "object_id", "created_at")),
            Held(PageLogEntry, ("user",), ("timestamp", "action", "page_id")),
            Held(WorkflowState, ("requested_by",), ("created_at", "status")),
            Held(TaskState, ("finished_by",), ("finished_at", "status", "comment")),
        ),
        ending=Ending.STAYS,
        because=_("A page’s history must stay whole. Nothing says any more that it was you."),
    )
)
declare(
    PersonalRecord(
        name="comments",
        label=_("Comments on drafts"),
        why=_("So that authors and reviewers can talk about a draft where it stands."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Comment, ("user",), ("page_id", "text", "created_at", "updated_at")),
            Held(CommentReply, ("user",), ("comment__page_id", "text", "created_at")),
        ),
        ending=Ending.STAYS,
        because=_("Others answered. Nothing says any more that it was you."),
    )
)
declare(
    PersonalRecord(
        name="resolved_comments",
        label=_("Comments on drafts that you marked as done"),
        why=_("So that authors see that a point was settled."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Comment, ("resolved_by",), ("pk", "resolved_at")),),
        ending=Ending.STAYS,
        because=_("The draft’s history must stay whole."),
    )
)
declare(
    PersonalRecord(
        name="uploads",
        label=_("Images and documents that you uploaded"),
        why=_("So that colleagues know whom to ask about a file."),
        basis=Basis.PUBLIC_TASK,
        holds=tuple(
            Held(model, UPLOADER, ("title", "created_at"))
            for model in (HubImage, HubDocument, Image, Document)
        ),
        ending=Ending.RELEASED,
    )
)
declare(
    PersonalRecord(
        name="cms_drafts",
        label=_("Forms of the editing system that you have not sent"),
        why=_("So that nothing is lost that you typed, and two people notice each other."),
        basis=Basis.LEGITIMATE_INTERESTS,
        holds=(
            Held(EditingSession, ("user",), ("last_seen_at", "is_editing")),
            Held(FormState, ("user",), ("data", "last_updated_at")),
            Held(UploadedFile, UPLOADER, ("file",)),
        ),
        ending=Ending.DELETED,
        erase=forget_drafts,
        kept="cms_drafts",
        purge=purge_drafts,
    )
)
declare(
    PersonalRecord(
        name="cms_preferences",
        label=_("Preferences in the editing system"),
        why=_("So that it looks and tells you things as you chose."),
        basis=Basis.CONSENT,
        holds=(
            Held(UserProfile, ("user",), ("preferred_language", "current_time_zone", "theme")),
            Held(PageSubscription, ("user",), ("page_id", "comment_notifications")),
        ),
        ending=Ending.DELETED,
        erase=forget_preferences,
    )
)
