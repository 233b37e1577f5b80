from django.db import models

from search.models.entry import Entry

SECTION_BITS = 10
SECTIONS_PER_ENTRY = 1 << SECTION_BITS


class EntrySection(models.Model):
    """One section of a page, or one post of a thread.

    The id is the entry's id with the number in its last ten bits: the full-text index knows which
    entry a section belongs to without reading this table.
    """

    id = models.BigIntegerField(primary_key=True)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="sections")
    number = models.PositiveSmallIntegerField()
    anchor = models.CharField(max_length=200, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("entry", "number")

    def __str__(self) -> str:
        return f"{self.entry_id}.{self.number} {self.heading}"

    @staticmethod
    def id_for(entry_id: int, number: int) -> int:
        return (entry_id << SECTION_BITS) | number
