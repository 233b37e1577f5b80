from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.practice import may_review_practice
from hub.access.readers import Reader
from hub.guidance.enums import EvidenceLevel
from hub.guidance.models import PracticePage
from hub.interventions.models import InterventionPage
from hub.sharing.enums import WITH_AUTHOR, Status
from hub.taxonomy.models import Theme


class SharedExampleQuerySet(models.QuerySet):
    def of(self, person_id: int | None) -> Self:
        """Those that this person writes."""
        return self.filter(author_id=person_id)

    def with_author(self) -> Self:
        return self.filter(status__in=WITH_AUTHOR)

    def waiting(self) -> Self:
        """What reviewers have to read, the oldest first."""
        return self.filter(status=Status.WAITING).order_by("status_since", "pk")

    def reviewable_by(self, reader: Reader) -> Self:
        """Whatever was sent to the reviewers, but by others than the reader."""
        if not may_review_practice(reader):
            return self.none()
        return self.exclude(reference="").exclude(author_id=reader.user_id)

    def readable_by(self, reader: Reader) -> Self:
        """For notices: one's own, and what one may review."""
        return self.of(reader.user_id) | self.reviewable_by(reader)

    def untouched_since(self, moment: datetime) -> Self:
        return self.filter(changed_at__lt=moment)


class SharedExample(models.Model):
    """What somebody without the CMS writes about their practice, until it is a page.

    The fields are those of a practice example. Nothing is asked of a draft, so that each answer can
    be kept as it comes. `version` grows with every change; whoever decides names the one they read.
    """

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="shared_examples"
    )
    reference = models.CharField(_("reference"), max_length=20, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.DRAFT)
    status_since = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    warned_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    title = models.CharField(_("title"), max_length=200, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    partners = models.CharField(_("partners"), max_length=300, blank=True)
    years = models.CharField(_("when it ran"), max_length=100, blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    intervention = models.ForeignKey(
        InterventionPage,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("intervention"),
    )
    problem = models.TextField(_("the problem"), blank=True)
    what_was_done = models.TextField(_("what was done"), blank=True)
    what_it_took = models.TextField(_("what it took"), blank=True)
    results = models.TextField(_("results"), blank=True)
    counted = models.PositiveIntegerField(_("how many"), null=True)
    out_of = models.PositiveIntegerField(_("out of how many"), null=True)
    of_whom = models.CharField(_("of whom"), max_length=150, blank=True)
    results_period = models.CharField(_("period of the results"), max_length=200, blank=True)
    evidence_level = models.PositiveSmallIntegerField(
        _("evidence"), choices=EvidenceLevel, null=True
    )
    what_did_not_work = models.TextField(_("what didn't work"), blank=True)
    agreed_by = models.TextField(_("who agreed"), blank=True)
    has_consent = models.BooleanField(_("whoever is named agreed"), default=False)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    publisher_url = models.URLField(_("publisher's page"), max_length=500, blank=True)

    page = models.OneToOneField(
        PracticePage, on_delete=models.SET_NULL, null=True, related_name="shared_example"
    )

    objects = SharedExampleQuerySet.as_manager()

    class Meta:
        ordering = ("-changed_at", "-pk")
        verbose_name = _("shared example")
        verbose_name_plural = _("shared examples")
        indexes = [models.Index(fields=("status", "status_since"), name="example_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=("reference",),
                condition=~Q(reference=""),
                name="one_example_for_a_reference",
            ),
            models.CheckConstraint(
                condition=Q(counted=None, out_of=None) | Q(counted__lte=F("out_of")),
                name="example_counts_no_more_than_there_are",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT) | ~Q(reference=""),
                name="example_has_a_reference_once_it_is_sent",
            ),
        ]

    def __str__(self) -> str:
        return self.reference or f"Draft {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("sharing:example", args=[self.pk])

    @property
    def review_url(self) -> str:
        return reverse("sharing:review", args=[self.pk])

    @property
    def is_with_author(self) -> bool:
        return self.status in WITH_AUTHOR

    @property
    def is_waiting(self) -> bool:
        return self.status == Status.WAITING
