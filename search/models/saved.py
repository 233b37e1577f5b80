from typing import Self

from django.conf import settings
from django.db import models
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

LONGEST_NAME = 100
LONGEST_QUERY = 2000


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def behind(self, newest: int) -> Self:
        """Those that send alerts and have not been looked at since entries came, longest first."""
        return self.filter(sends_alerts=True, seen_up_to__lt=newest).order_by("seen_up_to", "pk")


class SavedSearch(models.Model):
    """A search that a person keeps: `query` is what stands in its address, without a page.

    `seen_up_to` is the id of the newest entry there was when it was saved or last looked at:
    entries with a higher id are new to it.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches"
    )
    name = models.CharField(max_length=LONGEST_NAME)
    query = models.CharField(max_length=LONGEST_QUERY)
    sends_alerts = models.BooleanField(default=True)
    seen_up_to = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "saved searches"
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(fields=("person", "query"), name="one_saved_search_of_a_person")
        ]
        indexes = [
            models.Index(
                fields=("seen_up_to",),
                condition=models.Q(sends_alerts=True),
                name="saved_search_to_look_at",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('search:results')}?{self.query}"

    @property
    def address(self) -> QueryDict:
        return QueryDict(self.query)
