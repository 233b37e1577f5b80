from typing import Self

from django.db import models
from django.db.models import F

from search.models.entry import Entry


class EntryVectorQuerySet(models.QuerySet["EntryVector"]):
    def fresh(self, fingerprint: str) -> Self:
        """Those that this model made of what their entries say now."""
        return self.filter(model=fingerprint, version=F("entry__version"))


class EntryVector(models.Model):
    """What an entry means, as numbers of one model; never more than its text rows say.

    `vectors` holds a vector for each passage, of length 1, one after another, as 16-bit floats.
    `version` is that of the entry when it was read, `digest` is of the passages.
    """

    entry = models.OneToOneField(
        Entry, on_delete=models.CASCADE, primary_key=True, related_name="meaning"
    )
    version = models.PositiveIntegerField()
    model = models.CharField(max_length=32)
    digest = models.CharField(max_length=64)
    dimensions = models.PositiveSmallIntegerField()
    vectors = models.BinaryField()

    objects = EntryVectorQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Vectors of entry {self.entry_id}"
