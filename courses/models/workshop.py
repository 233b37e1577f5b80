import datetime

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.codes import new_code
from courses.enums import Seat
from courses.models.pages import CoursePage
from courses.querysets.workshops import BookingQuerySet, SignOffQuerySet, WorkshopQuerySet


class Workshop(models.Model):
    """One meeting of people who take a course. Whoever may read the course may book.

    `sequence` counts moves, as calendars ask. A workshop is cancelled, never deleted: the calendars
    of those who booked hold it by its code.
    """

    code = models.CharField(max_length=32, unique=True, default=new_code, editable=False)
    course = models.ForeignKey(
        CoursePage,
        verbose_name=_("course"),
        on_delete=models.PROTECT,
        related_name="workshops",
        help_text=_("Whoever may read the course may book. Its page shows the dates."),
    )
    title = models.CharField(
        _("title"), max_length=200, help_text=_("What people practise, in a few words.")
    )
    about = models.TextField(
        _("what to know before"),
        blank=True,
        help_text=_("What happens there, what to read or bring, and how people get in."),
    )
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("trainer"),
        on_delete=models.PROTECT,
        null=True,
        related_name="workshops_given",
        help_text=_("Nobody else but administrators sees who booked and who came."),
    )
    starts_at = models.DateTimeField(_("starts"), help_text=_("In London time."))
    ends_at = models.DateTimeField(
        _("ends"), help_text=_("The time between counts in learning records.")
    )
    place = models.TextField(
        _("place"), blank=True, help_text=_("Room and address, so that people find it.")
    )
    link = models.URLField(
        _("link"), blank=True, help_text=_("To join online. Only people with a seat see it.")
    )
    capacity = models.PositiveSmallIntegerField(
        _("seats"),
        default=12,
        validators=[MinValueValidator(1)],
        help_text=_("Who comes later waits and gets the next seat that is given up."),
    )
    closes_at = models.DateTimeField(
        _("booking closes"),
        null=True,
        blank=True,
        help_text=_("Leave empty to let people book until it starts."),
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_reason = models.TextField(blank=True, editable=False)

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        ordering = ("starts_at", "pk")
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="workshop_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(capacity__gte=1), name="workshop_has_a_seat"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("courses:workshop", args=[self.code])

    @property
    def minutes(self) -> int:
        return round((self.ends_at - self.starts_at).total_seconds() / 60)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def has_begun(self, now: datetime.datetime | None = None) -> bool:
        return (now or timezone.now()) >= self.starts_at

    def may_be_booked(self, now: datetime.datetime | None = None) -> bool:
        moment = now or timezone.now()
        closes = min(self.closes_at or self.starts_at, self.starts_at)
        return not self.is_cancelled and moment < closes


class Booking(models.Model):
    """Somebody's seat, or place on the waiting list, and whether they came.

    `asked_at` is the order of the waiting list. `came` is None until the trainer has said so.
    `reminded_at` is the last reminder.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.PROTECT, related_name="bookings")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="workshop_bookings"
    )
    seat = models.CharField(max_length=10, choices=Seat, default=Seat.BOOKED)
    asked_at = models.DateTimeField(default=timezone.now)
    reminded_at = models.DateTimeField(null=True, blank=True)
    came = models.BooleanField(null=True, blank=True)
    marked_at = models.DateTimeField(null=True, blank=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendance_marked",
    )

    objects = BookingQuerySet.as_manager()

    class Meta:
        ordering = ("asked_at", "pk")
        verbose_name = _("workshop booking")
        constraints = [
            models.UniqueConstraint(fields=("workshop", "person"), name="booked_once_in_workshop")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.workshop_id}"


class SignOff(models.Model):
    """What a trainer says of somebody who takes a course: ready, or not yet and why.

    The newest that wasn't taken back counts.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sign_offs"
    )
    course = models.ForeignKey(CoursePage, on_delete=models.PROTECT, related_name="sign_offs")
    is_ready = models.BooleanField(_("ready"), default=True)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="sign_offs_given",
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sign_offs_taken_back",
    )

    objects = SignOffQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-pk")
        verbose_name = _("sign-off")
        indexes = [models.Index(fields=("person", "course"), name="sign_off_by_person")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.course_id}"
