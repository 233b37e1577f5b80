from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.forum.models.case import Case
from hub.forum.models.sanction import Sanction
from hub.forum.permissions import is_moderator


class AppealQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(decided_at=None)

    def moderated_by(self, reader: Reader) -> Self:
        """Of posts in spaces that this reader reads and moderates; sanctions in the whole hub."""
        moderated = Q(case__in=Case.objects.moderated_by(reader))
        if is_moderator(reader):
            moderated |= Q(sanction__isnull=False)
        return self.filter(moderated)

    def with_cases(self) -> Self:
        return self.select_related(
            "first_decided_by",
            "decided_by",
            "sanction__person",
            "case__post__thread__space__access_rule",
        )


class Appeal(models.Model):
    """What somebody says against a decision about their post or them, once; another answers.

    It names nobody: `hub.forum.authorship` knows who wrote the post, and the sanction whom it is
    about.
    """

    case = models.OneToOneField(
        Case, on_delete=models.CASCADE, null=True, blank=True, related_name="appeal"
    )
    sanction = models.OneToOneField(
        Sanction, on_delete=models.CASCADE, null=True, blank=True, related_name="appeal"
    )
    words = models.TextField(_("why the decision should change"), max_length=2000)
    made_at = models.DateTimeField(default=timezone.now)
    first_decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    is_granted = models.BooleanField(_("granted"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=300, blank=True)

    objects = AppealQuerySet.as_manager()

    class Meta:
        ordering = ("made_at", "pk")
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None, sanction__isnull=False)
                | Q(case__isnull=False, sanction=None),
                name="an_appeal_is_against_one_decision",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("first_decided_by")),
                name="an_appeal_is_decided_by_another_moderator",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None, decided_at=None, is_granted=None)
                | Q(decided_by__isnull=False, decided_at__isnull=False, is_granted__isnull=False),
                name="a_decided_appeal_says_what_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"Appeal {self.pk} against {self.case or self.sanction}"

    def get_absolute_url(self) -> str:
        return reverse("forum:appeal", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.decided_at is None
