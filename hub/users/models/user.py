from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.users.wording import in_a_sentence


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person with a lower-cased email. Raises ValueError without one."""
        if not email:
            raise ValueError("A person needs an email address.")
        user = self.model(email=email.lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Someone who may do everything, for the first sign-in to an empty hub."""
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A person, known by email. Never deleted, but anonymised, so that records keep their sense."""

    email = models.EmailField(_("email address"), unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)
    erased_at = models.DateTimeField(_("erased"), null=True, editable=False)

    objects = UserManager()

    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ("name", "email")
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="user_email_is_lower_case"
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        """The name to show; the part of the address before @ would identify people, so not that."""
        return self.name or str(_("Former member") if self.erased_at else _("A member"))

    def get_short_name(self) -> str:
        return self.get_full_name()

    @property
    def public_label(self) -> str:
        """What others read beside a post, such as "Youth justice manager, Ardale"."""
        profile = getattr(self, "profile", None)
        if profile is None:
            return str(_("Account closed") if self.erased_at else _("Member"))
        return profile.public_label

    @property
    def label_in_sentence(self) -> str:
        """The public label after "asked by" or "answered by"; costs what `public_label` does."""
        if self.erased_at:
            return in_a_sentence(self.get_full_name())
        profile = getattr(self, "profile", None)
        return in_a_sentence(self.public_label) if profile is None else profile.label_in_sentence
