import datetime

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.codes import new_code
from courses.models.attempt import Attempt
from courses.models.pages import CoursePage
from courses.querysets.learning import CertificateQuerySet
from hub.access.models import AppendOnlyModel


class Certificate(AppendOnlyModel):
    """Proof of one passed attempt. It keeps the name and title as they were on that day."""

    code = models.CharField(max_length=32, unique=True, default=new_code, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="certificates"
    )
    course = models.ForeignKey(CoursePage, on_delete=models.PROTECT, related_name="certificates")
    attempt = models.OneToOneField(Attempt, on_delete=models.PROTECT, related_name="certificate")
    person_name = models.CharField(_("name"), max_length=120)
    course_title = models.CharField(_("course"), max_length=255)
    issued_at = models.DateTimeField(default=timezone.now)
    valid_until = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="certificates_revoked",
    )
    revoked_reason = models.TextField(_("why it was revoked"), blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ("-issued_at",)
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")

    def __str__(self) -> str:
        return f"{self.course_title}: {self.person_name}"

    @property
    def number(self) -> str:
        """The code in groups of four, as people read it out."""
        return " ".join(self.code[at : at + 4] for at in range(0, len(self.code), 4))

    def get_absolute_url(self) -> str:
        return reverse("courses:certificate", args=[self.code])

    def is_valid(self, on: datetime.date | None = None) -> bool:
        """Valid through the whole of its last day, London time."""
        day = on or timezone.localdate()
        return self.revoked_at is None and (self.valid_until is None or day <= self.valid_until)
