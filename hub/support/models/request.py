from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.core.working_days import working_days_since
from hub.forum.models import Thread
from hub.support.enums import WITH_TEAM, Help, Helped, Status
from hub.support.permissions import is_front_line
from hub.taxonomy.models import Area


class SupportRequestQuerySet(models.QuerySet):
    def of(self, person_id: int | None) -> Self:
        """Those that this person asked."""
        return self.filter(asker_id=person_id)

    def at_desk(self, reader: Reader) -> Self:
        """What the team may open: nobody sees from inside what they asked themselves."""
        return self.exclude(asker_id=reader.user_id) if is_front_line(reader) else self.none()

    def readable_by(self, reader: Reader) -> Self:
        own = Q(asker_id=reader.user_id)
        return self.filter(own) if not is_front_line(reader) else self

    def open(self) -> Self:
        return self.exclude(status=Status.CLOSED)

    def longest_waiting_first(self) -> Self:
        """Those that wait for the team, the longest first; then the others, the latest first."""
        return self.order_by(F("waiting_since").asc(nulls_last=True), "-last_at", "-pk")

    def with_people(self) -> Self:
        """With everybody and everything that a row names, in the same query."""
        return self.select_related(
            "asker__profile__agency_type", "asker__profile__area", "assignee", "area", "thread"
        )


class SupportRequest(models.Model):
    """Somebody asks the front-line team in private.

    `waiting_since` is when it last came to wait for the team. `thread` is where the general part
    of it was published, which takes the asker's leave.
    """

    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="support_requests"
    )
    kind = models.CharField(_("kind of help"), max_length=20, choices=Help)
    title = models.CharField(_("title"), max_length=150)
    body = models.TextField(_("text"))
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True)
    may_publish = models.BooleanField(_("the general part may be published"), default=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.NEW)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    last_at = models.DateTimeField(default=timezone.now)
    waiting_since = models.DateTimeField(null=True, default=timezone.now)
    helped = models.CharField(_("did it help"), max_length=10, choices=Helped, blank=True)
    helped_reason = models.CharField(_("why"), max_length=300, blank=True)
    thread = models.ForeignKey(
        Thread, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = SupportRequestQuerySet.as_manager()

    class Meta:
        ordering = ("-last_at", "-pk")
        verbose_name = _("support request")
        verbose_name_plural = _("support requests")
        indexes = [
            models.Index(fields=("waiting_since", "-last_at"), name="support_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=WITH_TEAM, waiting_since__isnull=False)
                | Q(status__in=sorted(set(Status) - set(WITH_TEAM)), waiting_since=None),
                name="support_request_waits_while_it_is_with_the_team",
            ),
            models.CheckConstraint(
                condition=Q(thread=None) | Q(may_publish=True),
                name="support_request_is_published_with_leave",
            ),
        ]

    def __str__(self) -> str:
        return f"Request {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("support:request", args=[self.pk])

    @property
    def desk_url(self) -> str:
        """Where the team works on it."""
        return reverse("support:work", args=[self.pk])

    @property
    def is_with_team(self) -> bool:
        return self.status in WITH_TEAM

    @property
    def is_closed(self) -> bool:
        return self.status == Status.CLOSED

    @property
    def was_answered(self) -> bool:
        """Whether there is something that may have helped."""
        return self.status in (Status.ANSWERED, Status.CLOSED)

    @property
    def days_waiting(self) -> int | None:
        """Working days since it came to wait for the team; None where it doesn't."""
        if self.waiting_since is None:
            return None
        return working_days_since(self.waiting_since, timezone.now())
