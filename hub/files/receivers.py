from typing import Any

from django.db.models.signals import post_save

from hub.files.models import unread_documents
from hub.files.reading import read_files
from hub.notices.tasks import enqueue
from hub.pages.models import HubDocument


def document_saved(instance: HubDocument, raw: bool = False, **_kwargs: Any) -> None:
    """Has a new or changed file read. Costs one query where nothing has changed."""
    if not raw and unread_documents().filter(pk=instance.pk).exists():
        enqueue(read_files)


def connect() -> None:
    post_save.connect(document_saved, HubDocument, dispatch_uid="files.document_saved")
