from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.models.append_only import AppendOnlyModel
from hub.interventions.conditions import Condition, Presence, answers_to
from hub.taxonomy.models import Area

LONGEST_NOTE = 400


class AreaStatementQuerySet(models.QuerySet):
    def of(self, area: Area) -> Self:
        return self.filter(area=area)

    def about(self, condition: str) -> Self:
        return self.filter(condition=condition)

    def newest(self) -> Self:
        """The last word on each condition of each area."""
        last = self.order_by().values("area", "condition").annotate(last=Max("pk"))
        return self.filter(pk__in=last.values("last"))


class AreaStatement(AppendOnlyModel):
    """What an area says of itself about one condition. The newest one counts; all are kept.

    `as_of` is the day on which it was so, `stated_at` the moment at which somebody wrote it down.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="statements")
    condition = models.CharField(_("condition"), max_length=20, choices=Condition)
    presence = models.CharField(_("answer"), max_length=10, choices=Presence)
    note = models.CharField(_("note"), max_length=LONGEST_NOTE, blank=True)
    as_of = models.DateField(_("as of"), default=timezone.localdate)
    stated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    stated_at = models.DateTimeField(default=timezone.now)

    objects = AreaStatementQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("statement about an area")
        verbose_name_plural = _("statements about areas")
        indexes = [models.Index(fields=("area", "condition"), name="statement_by_area")]

    def __str__(self) -> str:
        return f"{self.condition} in area {self.area_id}: {self.presence}"

    @property
    def in_words(self) -> str:
        return str(dict(answers_to(Condition(self.condition)))[self.presence])
