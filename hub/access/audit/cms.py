"""What Wagtail logs of powers used in the CMS, carried over into the audit record.

Its own log holds titles and can be changed; it stays the place that editors look at.
"""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.log_actions import get_active_log_context
from wagtail.models import CollectionViewRestriction, PageLogEntry

from hub.access.services import record_audit

# Wagtail's names and ours. What is scheduled is recorded when somebody schedules it.
PAGE_ACTIONS = {
    "wagtail.publish": "page.published",
    "wagtail.publish.schedule": "page.scheduled",
    "wagtail.unpublish": "page.unpublished",
    "wagtail.delete": "page.deleted",
    "wagtail.move": "page.moved",
    "wagtail.workflow.approve": "page.approved",
    "wagtail.workflow.reject": "page.sent_back",
    "wagtail.view_restriction.create": "page.restricted",
    "wagtail.view_restriction.edit": "page.restricted",
    "wagtail.view_restriction.delete": "page.opened_up",
}


def page_logged(instance: PageLogEntry, created: bool, **_kwargs: Any) -> None:
    action = PAGE_ACTIONS.get(instance.action)
    if created and action and instance.user_id:
        subject = f"page {instance.page_id}"
        record_audit(action=action, subject=subject, person_id=instance.user_id)


def collection_restricted(instance: CollectionViewRestriction, **_kwargs: Any) -> None:
    record_collection("collection.restricted", instance)


def collection_opened_up(instance: CollectionViewRestriction, **_kwargs: Any) -> None:
    record_collection("collection.opened_up", instance)


def record_collection(action: str, restriction: CollectionViewRestriction) -> None:
    """Wagtail logs nothing of these; who is at work in the CMS stands in its log context."""
    user = get_active_log_context().user
    if user:
        subject = f"collection {restriction.collection_id}"
        record_audit(action=action, subject=subject, person_id=user.pk)


def connect() -> None:
    post_save.connect(page_logged, sender=PageLogEntry, dispatch_uid="access.page_logged")
    restriction = CollectionViewRestriction
    post_save.connect(collection_restricted, restriction, dispatch_uid="access.shelf_restricted")
    post_delete.connect(collection_opened_up, restriction, dispatch_uid="access.shelf_opened_up")
