"""What Wagtail and the pages keep of the people who write them."""

from datetime import datetime

from django.apps import apps
from django.contrib.auth.models import AbstractBaseUser
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
from hub.access.personal_data import Held, PersonalRecord, declare, delete_batch, release
from hub.pages.models import HubDocument, HubImage, HubPage

UPLOADER = ("uploaded_by_user",)
HUB_PAGES = [model for model in apps.get_models() if issubclass(model, HubPage)]
RESPONSIBLE = tuple(
    Held(model, ("page_owner", "reviewer"), ("title", "review_on")) for model in HUB_PAGES
)


def hand_pages_back(person: AbstractBaseUser) -> None:
    """Pages have an owner and a reviewer no longer, and none stays locked."""
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
            Held(Revision, ("user",), ("object_str", "created_at")),
            Held(PageLogEntry, ("user",), ("timestamp", "action", "label")),
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
            Held(Comment, ("user",), ("page__title", "text", "created_at", "updated_at")),
            Held(CommentReply, ("user",), ("comment__page__title", "text", "created_at")),
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
            Held(PageSubscription, ("user",), ("page__title", "comment_notifications")),
        ),
        ending=Ending.DELETED,
        erase=forget_preferences,
    )
)
