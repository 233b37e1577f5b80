from collections.abc import Mapping
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from hub.access.models import AccessRule
from hub.access.readers import Reader
from search.enums import Facet
from search.models.labels import Labels, LabelsById
from search.models.versions import by_version

UNSYNCED = Q(synced_version__lt=F("version"))
ACCESS_UNSYNCED = Q(synced_version__lt=F("access_version"))


class EntryQuerySet(models.QuerySet["Entry"]):
    def unexpired(self) -> Self:
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))

    def readable_by(self, reader: Reader) -> Self:
        """Entries this reader may see. Costs one query over the short table of rules."""
        allowed = AccessRule.objects.using(self.db).allowed_ids(reader)
        return self.unexpired().filter(rule_id__in=allowed)

    def unsynced(self) -> Self:
        """Entries of which an outside engine holds an older version, or nothing."""
        return self.filter(UNSYNCED)

    def access_unsynced(self) -> Self:
        """Entries whose copy in an outside engine may be open to the wrong people."""
        return self.filter(ACCESS_UNSYNCED)

    def mark_synced(self, versions: Mapping[int, int]) -> None:
        """Notes which version of each id the outside engine holds: one UPDATE for each version."""
        for version, pks in by_version(versions):
            self.filter(pk__in=pks, synced_version__lt=version).update(synced_version=version)

    def labelled(self, facet: Facet, slug: str) -> Self:
        """Entries that carry this theme, audience or nation. Costs one query over the labels."""
        labels = LabelsById(Labels.objects.using(self.db).values_list("pk", "slugs"))
        return self.filter(labels_id__in=labels.carrying(facet, [slug]))


class Entry(models.Model):
    """What search filters by, of one readable thing. Narrow on purpose: the text is elsewhere.

    `version` grows with each change, and `access_version` is the one of the last change of who may
    see it and until when; `synced_version` is what an outside engine surely holds.
    """

    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    rule = models.ForeignKey(AccessRule, on_delete=models.PROTECT, related_name="+")
    labels = models.ForeignKey(Labels, on_delete=models.PROTECT, related_name="+")
    date = models.DateField(null=True)
    expires_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    access_version = models.PositiveIntegerField(default=1)
    synced_version = models.PositiveIntegerField(default=0)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(fields=("kind", "object_id"), name="entry_of_one_thing")
        ]
        indexes = [
            # For what changed lately: without it every entry is read and put in order.
            models.Index(fields=("rule", "-date", "-id"), name="entry_newest_of_rule"),
            # What an outside engine lacks: nearly nothing, and looked up at every search.
            models.Index(fields=("id",), condition=UNSYNCED, name="entry_unsynced"),
            models.Index(fields=("id",), condition=ACCESS_UNSYNCED, name="entry_access_unsynced"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class EntryText(models.Model):
    """The words of an entry and what a result shows; `body` is all sections together.

    `aliases` are looked up: the other names, and the words that people search with.
    """

    entry = models.OneToOneField(
        Entry, on_delete=models.CASCADE, primary_key=True, related_name="text"
    )
    title = models.TextField()
    other_names = models.TextField(blank=True)
    aliases = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    url = models.TextField()

    def __str__(self) -> str:
        return self.title
