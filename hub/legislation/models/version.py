from datetime import date
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from hub.legislation.enums import Status
from hub.pages.over_time import TextOverTime


class ProvisionVersionQuerySet(models.QuerySet):
    def shown_on(self, day: date) -> Self:
        """The version to show on a day first: the latest that had started, else the next one.

        A version without a start date counts as started: its text says what is known.
        """
        started = Q(effective_from=None) | Q(effective_from__lte=day)
        is_future = Case(When(started, then=0), default=1, output_field=IntegerField())
        past = Case(When(started, then=F("effective_from")), default=Value(None))
        return self.alias(is_future=is_future, past=past).order_by(
            "is_future", past_order(), F("effective_from").asc(nulls_first=True), "-pk"
        )


def past_order() -> models.expressions.OrderBy:
    return F("past").desc(nulls_last=True)


class ProvisionVersion(models.Model):
    """The law as it stood between two days. Both days are included; an open end has no date."""

    provision = ParentalKey(
        "legislation.ProvisionPage", on_delete=models.CASCADE, related_name="versions"
    )
    effective_from = models.DateField(
        _("in force from"),
        null=True,
        blank=True,
        help_text=_("Leave empty if the day isn't known, and say below what is."),
    )
    effective_to = models.DateField(
        _("in force until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it held. Leave empty while it still does."),
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Status,
        default=Status.IN_FORCE,
        help_text=_("On the days above. If you aren't sure, choose “Start to be checked”."),
    )
    in_force_text = models.CharField(
        _("what is known of its start and changes"),
        max_length=400,
        blank=True,
        help_text=_(
            "In words: commencement, known changes still to come, and what we couldn't confirm."
        ),
    )
    test = models.TextField(
        _("the test"),
        blank=True,
        help_text=_("What must be shown, in plain words and in the act's order."),
    )
    how = models.TextField(
        _("how it is used"), blank=True, help_text=_("Who applies to whom, and what follows.")
    )
    penalty = models.TextField(_("maximum penalty or duration"), blank=True)
    extent = models.CharField(
        _("extent"),
        max_length=300,
        blank=True,
        help_text=_("The nations in which it is law, such as England and Wales."),
    )
    as_at = models.DateField(
        _("stated as at"),
        null=True,
        blank=True,
        help_text=_("The day on which the official text said this."),
    )
    checked = models.BooleanField(
        _("checked against the official text"),
        default=False,
        help_text=_(
            "Tick only after reading the official text yourself. Readers see whether it was."
        ),
    )
    checked_note = models.CharField(_("what was checked"), max_length=300, blank=True)

    objects = ProvisionVersionQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("effective_from"), FieldPanel("effective_to")]),
        FieldPanel("status"),
        FieldPanel("in_force_text"),
        FieldPanel("test"),
        FieldPanel("how"),
        FieldPanel("penalty"),
        FieldPanel("extent"),
        FieldRowPanel([FieldPanel("as_at"), FieldPanel("checked")]),
        FieldPanel("checked_note"),
    ]

    class Meta:
        ordering = ("effective_from", "pk")
        verbose_name = _("version")
        verbose_name_plural = _("versions")

    def __str__(self) -> str:
        return f"{self.get_status_display()} {self.effective_from or ''}".strip()

    def clean(self) -> None:
        super().clean()
        if self.effective_from and self.effective_to and self.effective_to < self.effective_from:
            raise ValidationError(
                {"effective_to": _("Enter a date on or after the day it came into force.")}
            )

    def over_time(self) -> TextOverTime:
        texts = (self.in_force_text, self.test, self.how, self.penalty)
        return TextOverTime(
            valid_from=self.effective_from,
            valid_to=self.effective_to,
            status=self.status,
            extent=self.extent,
            text="\n\n".join(filter(None, texts)),
            as_at=self.as_at,
            checked=self.checked,
        )

    def has_started_by(self, day: date) -> bool:
        return self.effective_from is None or self.effective_from <= day

    def has_ended_by(self, day: date) -> bool:
        return self.effective_to is not None and self.effective_to < day
