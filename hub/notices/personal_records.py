"""What this app keeps of people: notices, what they follow, and traces of work on the queue."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from hub.access.enums import Basis, Ending
from hub.access.personal_data import Held, PersonalRecord, declare, delete_batch
from hub.notices.models import Notice, Subscription


def purge_notices(before: datetime) -> int:
    return delete_batch(Notice.objects.filter(read_at__lt=before))


def purge_task_results(before: datetime) -> int:
    return delete_batch(DBTaskResult.objects.filter(finished_at__lt=before))


declare(
    PersonalRecord(
        name="notices",
        label=_("Notices"),
        why=_("To tell you what happened in the things that you follow."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Notice, ("person",), ("text", "url", "created_at", "read_at", "emailed_at")),),
        ending=Ending.DELETED,
        kept="notices",
        purge=purge_notices,
    )
)
declare(
    PersonalRecord(
        name="subscriptions",
        label=_("What you follow"),
        why=_("To know what you want to be told of."),
        basis=Basis.CONSENT,
        holds=(Held(Subscription, ("person",), ("kind", "object_id", "created_at")),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="task_results",
        label=_("Work on the queue"),
        why=_("To see that emails and other work were done. It names numbers of rows, no people."),
        basis=Basis.LEGITIMATE_INTERESTS,
        holds=(Held(DBTaskResult),),
        ending=Ending.STAYS,
        because=_("It goes by itself after the days stated here."),
        kept="task_results",
        purge=purge_task_results,
    )
)
