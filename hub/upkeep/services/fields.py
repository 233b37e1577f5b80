"""Changes what stands beside a page's text, in what readers see and in every draft alike."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q
from wagtail.models import TaskState

from hub.pages.models import HubPage
from hub.users.models import User

AnyHubPage = TypeVar("AnyHubPage", bound=HubPage)


@transaction.atomic
def set_fields(*, page: AnyHubPage, by: User | None, fields: Mapping[str, Any]) -> AnyHubPage:
    """The page as it is stored afterwards.

    It makes a version of its own: Wagtail tells whoever has the editor open that somebody saved a
    newer one. A draft stays a draft; what is planned or waits for approval takes the change along.
    """
    model = type(page)
    stored = model.objects.select_for_update(of=("self",)).get(pk=page.pk)
    has_draft = stored.latest_revision_id != stored.live_revision_id
    draft = put(stored.get_latest_revision_as_object(), fields)
    version = draft.save_revision(user=by, clean=False, log_action=True)
    if stored.live and not has_draft:
        version.publish(user=by, skip_permission_checks=True)
    else:
        put(model.objects.get(pk=page.pk), fields).save(clean=False, update_fields=list(fields))
    carry_along(draft, fields)
    return model.objects.get(pk=page.pk)


def put(page: AnyHubPage, fields: Mapping[str, Any]) -> AnyHubPage:
    for name, value in fields.items():
        setattr(page, name, value)
    return page


def carry_along(draft: HubPage, fields: Mapping[str, Any]) -> None:
    """Into earlier versions that will be published yet."""
    stored = draft.serializable_data()
    planned = Q(approved_go_live_at__isnull=False)
    sent = Q(task_states__status=TaskState.STATUS_IN_PROGRESS)
    for version in draft.revisions.filter(planned | sent).distinct():
        version.content |= {name: stored[name] for name in fields}
        version.save(update_fields=["content"])
