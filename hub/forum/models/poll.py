"""Questions to choose an answer from. Who chose what is never shown, only numbers."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.forum.models.thread import Thread


class Poll(models.Model):
    """Open until the end of its last day, or until its writer closes it before: `closed_at`."""

    thread = models.OneToOneField(Thread, on_delete=models.CASCADE, related_name="poll")
    several = models.BooleanField(_("several answers may be chosen"), default=False)
    closes_on = models.DateField(_("last day to vote"))
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Poll of thread {self.thread_id}"

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None or timezone.localdate() > self.closes_on

    @property
    def last_day(self) -> date:
        """The last one on which people could vote, or can."""
        return timezone.localdate(self.closed_at) if self.closed_at else self.closes_on


class PollOption(models.Model):
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="options")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(_("answer"), max_length=150)

    class Meta:
        ordering = ("poll", "number")
        constraints = [
            models.UniqueConstraint(
                fields=("poll", "number"), name="one_answer_of_each_number_in_a_poll"
            )
        ]

    def __str__(self) -> str:
        return self.text


class PollVote(models.Model):
    """Somebody chose an answer. Only the number is shown, to nobody who."""

    option = models.ForeignKey(PollOption, on_delete=models.CASCADE, related_name="votes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("option", "person"), name="one_vote_of_a_person_for_an_answer"
            )
        ]

    def __str__(self) -> str:
        return f"Vote for answer {self.option_id}"
