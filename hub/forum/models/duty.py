from datetime import datetime, time
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from hub.notices.enums import Weekday

MIDNIGHT = time(0)


class StaffedHours(models.Model):
    """When moderators read the forum, by the clock on the wall; on bank holidays nobody does.

    It ends on the same day: midnight as the end is that of the day.
    """

    first_day = models.PositiveSmallIntegerField(
        _("first day"),
        choices=Weekday,
        default=Weekday.MONDAY,
        help_text=_("The day of the week on which they begin. Bank holidays never count."),
    )
    last_day = models.PositiveSmallIntegerField(
        _("last day"),
        choices=Weekday,
        default=Weekday.FRIDAY,
        help_text=_("The same day again where they are about one day only."),
    )
    begins = models.TimeField(
        _("from"), help_text=_("When somebody begins to read on each of these days, like 9:00.")
    )
    ends = models.TimeField(
        _("until"),
        help_text=_(
            "When nobody reads any more, like 17:00. Enter 0:00 for midnight. What goes on after "
            "midnight is another row."
        ),
    )

    class Meta:
        ordering = ("first_day", "begins", "pk")
        verbose_name = _("staffed hours")
        verbose_name_plural = _("staffed hours")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="staffed_days_are_in_their_order"
            ),
            models.CheckConstraint(
                condition=Q(ends__gt=F("begins")) | Q(ends=MIDNIGHT),
                name="staffed_hours_end_after_they_begin",
            ),
        ]

    def __str__(self) -> str:
        days, hours = (self.first_day, self.last_day), (self.begins, self.ends)
        named = " – ".join(dict.fromkeys(str(Weekday(day).label) for day in days))
        return f"{named}, {' – '.join(f'{at:%H:%M}' for at in hours)}"

    def clean(self) -> None:
        wrong = {}
        if None not in (self.first_day, self.last_day) and self.last_day < self.first_day:
            wrong["last_day"] = _("It comes before the first day. Make two rows of it.")
        if self.begins and self.ends is not None and self.begins >= self.ends != MIDNIGHT:
            wrong["ends"] = _("It ends before it begins.")
        if wrong:
            raise ValidationError(wrong)


class DutyShiftQuerySet(models.QuerySet):
    def on_at(self, moment: datetime) -> Self:
        """Those that are on at a moment. The end is the first moment that isn't part of one."""
        return self.filter(begins__lte=moment, ends__gt=moment)


class DutyShift(models.Model):
    """When a moderator of the hub is alarmed first. Several may be on duty at the same time.

    That the person moderates still is asked when it counts: see `hub.forum.duty`.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("moderator"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Who is alerted at once. Moderators of the whole hub stand here."),
    )
    begins = models.DateTimeField(
        _("from"), help_text=_("Day and time, by the clock on the wall in London.")
    )
    ends = models.DateTimeField(
        _("until"),
        help_text=_("Day and time. The next shift can begin at the same moment."),
    )

    objects = DutyShiftQuerySet.as_manager()

    class Meta:
        ordering = ("-begins", "pk")
        verbose_name = _("duty shift")
        verbose_name_plural = _("duty shifts")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("begins")), name="a_shift_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        """Without the name, which would stay in the log of the CMS."""
        moments = (timezone.localtime(at) for at in (self.begins, self.ends))
        return " – ".join(date_format(at, "D j M Y, H:i") for at in moments)

    def clean(self) -> None:
        if self.begins and self.ends and self.ends <= self.begins:
            raise ValidationError({"ends": _("It ends before it begins.")})
