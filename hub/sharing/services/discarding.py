"""Examples that go, with their files."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from hub.access.personal_data import BATCH
from hub.sharing.models import SharedExample, SharedFile
from hub.sharing.overtaken import Overtaken
from hub.sharing.services.attaching import delete_files
from hub.sharing.services.standing import locked


@transaction.atomic
def discard_draft(*, example: SharedExample) -> None:
    """Deletes what is its author's to change. Raises Overtaken once the reviewers have it."""
    row = locked(example)
    if not row.is_with_author:
        raise Overtaken(_("This example is with the reviewers by now. It wasn't deleted."))
    delete_examples(SharedExample.objects.filter(pk=row.pk))


@transaction.atomic
def delete_examples(examples: QuerySet[SharedExample]) -> int:
    """Deletes at most a batch, with their files; how many went. A page made of one stays."""
    some = list(examples.order_by("pk").values_list("pk", flat=True)[:BATCH])
    delete_files(SharedFile.objects.filter(example__in=some))
    SharedExample.objects.filter(pk__in=some).delete()
    return len(some)
