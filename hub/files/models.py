from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.files.enums import Problem
from hub.files.extraction.parts import VERSION, Part
from hub.pages.models import HubDocument

MOST_ATTEMPTS = 3
# As long as one file may take at most, and more.
LEASE = timedelta(minutes=3)
# Films have no words to read, and their captions stand in the transcript of their page.
WITHOUT_PAGES = r"\.(mp4|webm|vtt)$"


class FileTextQuerySet(models.QuerySet["FileText"]):
    def current(self) -> Self:
        """Those that say what their document's file says, or that it can't be read."""
        unchanged = Q(document__file_hash="") | Q(document__file_hash=F("digest"))
        done = Q(finished_at__isnull=False) & unchanged
        given_up = Q(attempts__gte=MOST_ATTEMPTS)
        same_file = Q(file=F("document__file"), extractor=VERSION)
        return self.filter(same_file).filter(done | given_up)

    def being_read(self) -> Self:
        since = timezone.now() - LEASE
        return self.filter(finished_at=None, started_at__gt=since, extractor=VERSION)

    def with_problem(self) -> Self:
        return self.exclude(problem="")


class FileText(models.Model):
    """What the file of a document says, part by part, and which file and which reader said so.

    `file` and `digest` tell which file was read: a changed one is read anew, as are all when the
    reader changes. `attempts` ends what ends its worker each time.
    """

    document = models.OneToOneField(HubDocument, on_delete=models.CASCADE, related_name="text")
    file = models.CharField(max_length=255)
    digest = models.CharField(max_length=64, blank=True)
    extractor = models.PositiveSmallIntegerField()
    attempts = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    problem = models.CharField(_("problem"), max_length=20, choices=Problem, blank=True)
    parts = models.JSONField(default=list)

    objects = FileTextQuerySet.as_manager()

    class Meta:
        ordering = ("document",)
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")

    def __str__(self) -> str:
        return f"Text of document {self.document_id}"

    def read_parts(self) -> list[Part]:
        return [Part(*part) for part in self.parts]


def unread_documents() -> QuerySet[HubDocument]:
    """Documents whose file, or the newest reader, has not been heard, and nobody is at it."""
    current = FileText.objects.current().filter(document=OuterRef("pk"))
    busy = FileText.objects.being_read().filter(document=OuterRef("pk"))
    unread = HubDocument.objects.filter(~Exists(current), ~Exists(busy))
    return unread.exclude(file__iregex=WITHOUT_PAGES).order_by("pk")
