import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.groups.models.working_group import WorkingGroup
from hub.groups.periods import INVITED_FOR

CODE_BYTES = 16


def new_code() -> str:
    """128 bits that nobody guesses, in hexadecimal."""
    return secrets.token_hex(CODE_BYTES)


def end_of_invitation() -> datetime:
    return timezone.now() + INVITED_FOR


class InvitationQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Neither accepted nor taken back; perhaps run out."""
        return self.filter(accepted_at=None, withdrawn_at=None)

    def usable(self, now: datetime | None = None) -> Self:
        usable = self.standing().filter(expires_at__gt=now or timezone.now())
        return usable.filter(working_group__closed_at=None)

    def to(self, addresses: Iterable[str]) -> Self:
        return self.filter(email__in=[address.lower() for address in addresses])

    def mail_due(self, now: datetime) -> Self:
        return self.usable(now).filter(due_at__lte=now).order_by("due_at", "pk")


class Invitation(models.Model):
    """An address is asked into a group. It is bound to the address, runs out, and works once.

    `due_at` is when its mail may next be tried, and the lease of whoever is sending it.
    """

    working_group = models.ForeignKey(
        WorkingGroup, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(_("email address"))
    code = models.CharField(max_length=2 * CODE_BYTES, unique=True, default=new_code)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(default=end_of_invitation)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True, default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("working_group", "email"),
                condition=models.Q(accepted_at=None, withdrawn_at=None),
                name="one_standing_invitation_of_an_address",
            ),
            models.CheckConstraint(
                condition=models.Q(email=models.functions.Lower("email")),
                name="invited_address_is_lower_case",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} is invited to {self.working_group}"

    def get_absolute_url(self) -> str:
        return reverse("groups:invitation", args=[self.code])

    @property
    def has_run_out(self) -> bool:
        return self.expires_at <= timezone.now()
