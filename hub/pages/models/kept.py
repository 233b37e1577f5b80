from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.access.enums import STAFF_ROLES, Role
from hub.pages.banners import (
    Banner,
    overdue_banner,
    rests_on_change_banner,
    withdrawn_banner,
)

KEEPING_ROLES = [(role.value, role.label) for role in Role if role in STAFF_ROLES]


class KeptPage(models.Model):
    """Who keeps a page right, when it is due to be read again, and whether it still holds.

    A kind says after how many months it is due, and which role keeps it where nobody said more.
    """

    months_until_review: ClassVar[int] = 12
    usual_role: ClassVar[Role] = Role.REVIEWER

    page_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who keeps this page right, and is asked first when it is due for review."),
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deputy"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who is asked when the owner can’t, or has left."),
    )
    owner_role = models.CharField(
        _("role that keeps it"),
        max_length=20,
        choices=KEEPING_ROLES,
        default=Role.REVIEWER,
        help_text=_("Everybody with this role is asked when nobody who is named here answers."),
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewer"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Somebody else, who reads it with fresh eyes."),
    )
    reviewed_on = models.DateField(
        _("last reviewed"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last read all of it against its sources."),
    )
    review_on = models.DateField(
        _("next review"),
        null=True,
        blank=True,
        db_index=True,
        help_text=_("After this day readers are warned that the page is overdue."),
    )
    changed_below_on = models.DateField(null=True, blank=True, editable=False)
    withdrawn_on = models.DateField(
        _("withdrawn on"),
        null=True,
        blank=True,
        help_text=_("The page stays readable with a banner that says so."),
    )
    withdrawn_because = models.CharField(
        _("why it is withdrawn, and what to use instead"),
        max_length=300,
        blank=True,
        help_text=_("Readers see these words in the banner."),
    )
    replaced_by = models.ForeignKey(
        Page,
        verbose_name=_("page to use instead"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The banner leads there, if the reader may read that page."),
    )

    class Meta:
        abstract = True

    @property
    def is_overdue(self) -> bool:
        return self.review_on is not None and self.review_on < timezone.localdate()

    def banner(self) -> Banner | None:
        """The one banner of the page.

        Withdrawn, else what the kind warns of, else that something below it changed, else overdue.
        """
        if self.withdrawn_on:
            return withdrawn_banner(self.withdrawn_on, self.withdrawn_because)
        return self.kind_banner() or self.upkeep_banner()

    def upkeep_banner(self) -> Banner | None:
        if self.changed_below_on:
            return rests_on_change_banner(self.changed_below_on)
        return overdue_banner(self.review_on) if self.review_on and self.is_overdue else None

    def kind_banner(self) -> Banner | None:
        """What readers of this kind must know before they rely on the page."""
        return None

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """An older version says nothing about what has changed since below the page."""
        page = super().with_content_json(content)
        page.changed_below_on = self.changed_below_on
        return page
