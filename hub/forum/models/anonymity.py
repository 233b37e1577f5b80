"""Who wrote what is anonymous to members, and who found out. See hub/forum/authorship.py."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.forum.enums import UnmaskingGround
from hub.forum.models.post import Post
from hub.forum.models.thread import Thread
from hub.users.models import User


class HiddenAuthor(models.Model):
    """Who wrote an anonymous post, said here alone. `hub.forum.authorship` alone reads it."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, primary_key=True, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"Author of post {self.post_id}"


class UnmaskingQuerySet(models.QuerySet):
    def readable_by(self, reader: Reader) -> Self:
        return self.filter(post__thread__in=Thread.objects.readable_by(reader))

    def with_people(self) -> Self:
        return self.select_related(
            "asked_by", "seconded_by", "reviewed_by", "post__thread__space__access_rule"
        )

    def waiting_first(self) -> Self:
        """What somebody has to do first, then the newest."""
        wish = Q(ground=UnmaskingGround.TWO, seconded_at=None, withdrawn_at=None)
        review = Q(ground=UnmaskingGround.LIFE, reviewed_at=None)
        done = Case(When(wish | review, then=Value(0)), default=Value(1))
        return self.order_by(done, "-asked_at", "-pk")

    def decided_by(self, person: User) -> Self:
        """Those after which this person may see the name."""
        alone = Q(ground=UnmaskingGround.LIFE, asked_by=person)
        agreed = Q(seconded_at__isnull=False) & (Q(asked_by=person) | Q(seconded_by=person))
        return self.filter(alone | agreed)

    def waiting_for_second(self) -> Self:
        return self.filter(ground=UnmaskingGround.TWO, seconded_at=None, withdrawn_at=None)

    def waiting_for_review(self) -> Self:
        return self.filter(ground=UnmaskingGround.LIFE, reviewed_at=None)


class Unmasking(models.Model):
    """One decision to look who wrote an anonymous post, and who took it with whom.

    Two moderators: the second agrees. To protect life or a child the safeguarding lead looks
    alone, and somebody else reviews it by `review_due`.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="unmaskings")
    ground = models.CharField(_("ground"), max_length=10, choices=UnmaskingGround)
    reason = models.CharField(_("reason"), max_length=1000)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    seconded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    review_due = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    was_right = models.BooleanField(_("it was right"), null=True, blank=True)
    review_note = models.CharField(_("what the review found"), max_length=1000, blank=True)

    objects = UnmaskingQuerySet.as_manager()

    class Meta:
        ordering = ("-asked_at", "-pk")
        verbose_name = _("look at an anonymous author")
        verbose_name_plural = _("looks at anonymous authors")
        constraints = [
            models.UniqueConstraint(
                fields=("post",),
                condition=Q(ground="two", seconded_at=None, withdrawn_at=None),
                name="one_open_wish_to_unmask_a_post",
            ),
            models.CheckConstraint(
                condition=Q(seconded_by=None) | ~Q(seconded_by=models.F("asked_by")),
                name="nobody_seconds_their_own_wish_to_unmask",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=models.F("asked_by")),
                name="nobody_reviews_their_own_unmasking",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_ground_display()}: post {self.post_id}"

    def get_absolute_url(self) -> str:
        return reverse("forum:unmasking", args=[self.pk])

    @property
    def waits_for_second(self) -> bool:
        open_wish = self.seconded_at is None and self.withdrawn_at is None
        return self.ground == UnmaskingGround.TWO and open_wish

    @property
    def waits_for_review(self) -> bool:
        return self.ground == UnmaskingGround.LIFE and self.reviewed_at is None

    @property
    def is_overdue(self) -> bool:
        due = self.review_due
        return self.waits_for_review and due is not None and due < timezone.localdate()

    @property
    def is_decided(self) -> bool:
        """Whether those who decided it may see the name."""
        return self.ground == UnmaskingGround.LIFE or self.seconded_at is not None
