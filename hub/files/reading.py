"""The sweep that reads uploaded files. Safe to run twice, at once, and after a kill."""

import hashlib
import logging
import tempfile
from pathlib import PurePosixPath
from typing import IO

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from hub.files.enums import Problem
from hub.files.extraction.parts import VERSION
from hub.files.extraction.running import Extracted, extract
from hub.files.models import FileText, unread_documents
from hub.notices.tasks import enqueue
from hub.pages.models import HubDocument

LARGEST_FILE = 64 * 1024**2
CHUNK = 1024**2
logger = logging.getLogger(__name__)


def start_reading() -> str:
    """Starts the sweep where a file waits: after a restore, a kill, or a change of the reader."""
    waiting = unread_documents().count()
    if waiting:
        enqueue(read_files)
    return f"{waiting} waiting"


@task()
def read_files() -> int:
    """Reads every file that waits, one after another; gives how many."""
    number = 0
    while document := unread_documents().first():
        read_file(document)
        number += 1
    return number


def read_file(document: HubDocument) -> FileText:
    """Reads one file and keeps what it says. No file raises anything; a problem is noted."""
    started = begin(document)
    digest, extracted = read(document)
    problem = extracted.problem or ("" if extracted.parts else Problem.NO_TEXT.value)
    if problem:
        logger.warning("File of document %s: %s", document.pk, problem)
    started.digest = digest
    started.parts = [[part.number, part.name, part.text] for part in extracted.parts]
    started.problem = problem
    started.finished_at = timezone.now()
    return keep(started)


@transaction.atomic
def keep(row: FileText) -> FileText:
    """Stores what a file says, unless its document went while it was being read."""
    if FileText.objects.select_for_update().filter(pk=row.pk).exists():
        row.save()
    return row


@transaction.atomic
def begin(document: HubDocument) -> FileText:
    """Notes that the file is being read: one that takes its worker with it is tried three times.

    What an earlier file said goes at once.
    """
    row, made = FileText.objects.select_for_update().get_or_create(
        document=document,
        defaults={"extractor": VERSION, "started_at": timezone.now(), "file": document.file.name},
    )
    if made or (row.file, row.extractor) != (document.file.name, VERSION) or row.finished_at:
        row.attempts = 0
    if row.file != document.file.name:
        row.parts = []
    row.file, row.extractor = document.file.name, VERSION
    row.started_at, row.finished_at = timezone.now(), None
    row.problem = Problem.UNREADABLE.value  # true until it has been read
    row.attempts += 1
    row.save()
    return row


def read(document: HubDocument) -> tuple[str, Extracted]:
    """The file's SHA-1, which is how documents name theirs, and what it says."""
    extension = PurePosixPath(document.file.name).suffix.lower().lstrip(".")
    with tempfile.TemporaryFile() as copy:
        try:
            digest, is_whole = copied(document, copy)
        except OSError:
            return "", Extracted((), Problem.MISSING.value)
        if not is_whole:
            return digest, Extracted((), Problem.TOO_LARGE.value)
        copy.seek(0)
        return digest, extract(copy, extension)


def copied(document: HubDocument, target: IO[bytes]) -> tuple[str, bool]:
    """The digest of the whole file, and whether all of it was copied. Raises OSError."""
    digest, size = hashlib.sha1(usedforsecurity=False), 0
    with document.file.open("rb") as source:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
            if size <= LARGEST_FILE:
                target.write(chunk)
    target.flush()
    return digest.hexdigest(), size <= LARGEST_FILE
