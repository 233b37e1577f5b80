from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hub.notices.enums import Category, Preset, Rhythm, Weekday
from hub.notices.presets import CHOSEN, PRESETS, Rhythms
from hub.notices.timing import QuietHours

NORMAL = PRESETS[Preset.NORMAL]


def rhythm_field(category: Category) -> Any:
    return models.CharField(category.label, max_length=10, choices=Rhythm, default=NORMAL[category])


class NoticeChoices(models.Model):
    """How soon a person wants mail, a rhythm for each category that can be chosen.

    Who chose nothing has no row. Quiet hours are whole hours in London, both or neither.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_choices"
    )
    reply = rhythm_field(Category.REPLY)
    task = rhythm_field(Category.TASK)
    followed = rhythm_field(Category.FOLLOWED)
    news = rhythm_field(Category.NEWS)
    survey = rhythm_field(Category.SURVEY)
    weekly_day = models.PositiveSmallIntegerField(
        _("day of the weekly round-up"), choices=Weekday, default=Weekday.MONDAY
    )
    quiet_from = models.PositiveSmallIntegerField(_("quiet from"), null=True)
    quiet_until = models.PositiveSmallIntegerField(_("quiet until"), null=True)
    mails_overflow = models.BooleanField(
        _("sends a daily round-up of what is beyond the emails of a day"), default=True
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(quiet_from=None, quiet_until=None)
                # A comparison with null is null, which a check lets pass.
                | Q(
                    Q(quiet_from__isnull=False, quiet_until__isnull=False),
                    Q(quiet_from__lt=24, quiet_until__lt=24),
                    ~Q(quiet_from=models.F("quiet_until")),
                ),
                name="quiet_hours_are_two_hours_of_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"Notices of {self.person}"

    def rhythm_of(self, category: Category) -> Rhythm:
        """Raises KeyError for a category that nobody chooses."""
        return self.rhythms[category]

    @property
    def rhythms(self) -> Rhythms:
        return {category: Rhythm(getattr(self, category)) for category in CHOSEN}

    @property
    def quiet(self) -> QuietHours | None:
        if self.quiet_from is None or self.quiet_until is None:
            return None
        return QuietHours(self.quiet_from, self.quiet_until)
