from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel

from hub.access.readers import ANONYMOUS
from search.enums import Grade
from search.models.entry import Entry


class JudgedQuery(ClusterableModel):
    """A search of which editors say what it should find."""

    query = models.CharField(_("search"), max_length=140, unique=True)
    note = models.CharField(
        _("note"), max_length=140, blank=True, help_text=_("What its asker needs.")
    )

    class Meta:
        ordering = ("query",)
        verbose_name = _("judged search")
        verbose_name_plural = _("judged searches")

    def __str__(self) -> str:
        return self.query

    def grades(self) -> dict[str, int]:
        """The addresses of its things as they are now, with their grades. A query for each."""
        return {thing.current_address: thing.grade for thing in self.things.all()}


class JudgedThing(models.Model):
    """A thing that a search should find. It is open to everybody when it is named here.

    Kind and id last when its address changes.
    """

    judged = ParentalKey(JudgedQuery, on_delete=models.CASCADE, related_name="things")
    address = models.CharField(
        _("address"),
        max_length=500,
        help_text=_("What stands behind the hub's name in the browser, such as /guidance/…/"),
    )
    grade = models.PositiveSmallIntegerField(
        _("grade"),
        choices=Grade,
        default=Grade.FIRST,
        help_text=_("How much it helps whoever searches for this."),
    )
    kind = models.CharField(max_length=40, editable=False)
    object_id = models.BigIntegerField(editable=False)

    panels = [FieldPanel("address"), FieldPanel("grade")]

    class Meta:
        ordering = ("-grade", "pk")

    def __str__(self) -> str:
        return self.address

    @property
    def current_address(self) -> str:
        """The one it was given under where search no longer holds it. One query."""
        entries = Entry.objects.filter(kind=self.kind, object_id=self.object_id)
        return entries.values_list("text__url", flat=True).first() or self.address

    def clean(self) -> None:
        super().clean()
        self.find()

    def find(self) -> None:
        """Fills in kind and id. Raises ValidationError where nobody signed out would find it."""
        path = self.address.strip().split("#")[0].split("?")[0]
        entry = Entry.objects.readable_by(ANONYMOUS).filter(text__url=path).first()
        if entry is None:
            raise ValidationError(
                {"address": _("Nothing that search can show to everybody has this address.")}
            )
        self.address, self.kind, self.object_id = path, entry.kind, entry.object_id


class Evaluation(models.Model):
    """How well the judged searches did at one moment: the mean, and each of them."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    engine = models.CharField(max_length=40)
    ndcg = models.FloatField()
    figures = models.JSONField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.ndcg:.3f}"

    def fallen_since(self, before: "Evaluation | None") -> dict[str, float]:
        """By how much each search got worse."""
        old: dict[str, Any] = before.figures if before else {}
        return {q: old[q] - now for q, now in self.figures.items() if old.get(q, now) > now}
