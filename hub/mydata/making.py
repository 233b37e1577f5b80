"""The sweep that makes the copies people asked for. Safe to run twice and after a kill."""

import logging
import tempfile
from datetime import timedelta

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from hub.access.services import record_audit
from hub.mydata.models import DataCopy
from hub.mydata.readable import write_zip
from hub.notices.enums import Category
from hub.notices.services import notify
from hub.notices.sweeping import claim

logger = logging.getLogger(__name__)

FOLDER = "copies"
IN_MEMORY = 5 * 1024 * 1024


@task()
def make_copies() -> int:
    """Makes what is due; returns how many. One that fails is tried again when its lease ends."""
    made = 0
    while copy := DataCopy.objects.due(timezone.now()).select_related("person").first():
        if not claim(copy):
            continue
        try:
            make_copy(copy)
            made += 1
        except Exception:
            logger.exception("Copy %s could not be made", copy.pk)
    return made


def make_copy(copy: DataCopy) -> None:
    """The file first, then its row and the notice together: a kill between leaves no half copy."""
    now = timezone.now()
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as scratch:
        write_zip(copy.person, now, scratch)
        scratch.seek(0)
        stored = copy.file.storage.save(f"{FOLDER}/{copy.code}.zip", File(scratch))
    with transaction.atomic():
        days = timedelta(days=settings.RETENTION_DAYS["copies"])
        finished = DataCopy.objects.waiting().filter(pk=copy.pk, person__is_active=True)
        if finished.update(file=stored, made_at=now, expires_at=now + days):
            tell(copy)
            return
    # Another run was faster, or the account is gone.
    copy.file.storage.delete(stored)


def tell(copy: DataCopy) -> None:
    record_audit(action="copy.made", subject=f"copy {copy.pk}", person_id=copy.person_id)
    notify(
        people=[copy.person_id],
        category=Category.ACCOUNT,
        text=_("The copy of your data is ready to download."),
        url=reverse("mydata:data"),
    )
