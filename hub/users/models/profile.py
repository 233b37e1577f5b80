from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.wording import in_a_sentence


class ProfileQuerySet(models.QuerySet):
    def with_names(self) -> Self:
        """With the rows that a public label reads, so that it costs no query."""
        return self.select_related("agency_type", "organisation", "area")


class Profile(models.Model):
    """What a person says of their work. It gives no access: memberships do."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="profile"
    )
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    agency_type = models.ForeignKey(
        AgencyType, verbose_name=_("agency"), on_delete=models.PROTECT, null=True, blank=True
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
    )
    area = models.ForeignKey(
        Area, verbose_name=_("area"), on_delete=models.PROTECT, null=True, blank=True
    )

    objects = ProfileQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.user}: {self.public_label}"

    @property
    def public_label(self) -> str:
        """Job title or agency, then area; select `agency_type` and `area` to cost no query."""
        role = self.job_title or (self.agency_type.name if self.agency_type else _("Member"))
        return f"{role}, {self.area.name}" if self.area else str(role)

    @property
    def label_in_sentence(self) -> str:
        """The public label as words of a sentence: "a youth justice manager, Ardale".

        A kind of agency names no person, so that somebody without a job title is a colleague.
        """
        if self.agency_type and not self.job_title:
            return _now("a colleague (%(who)s)") % {"who": self.public_label}
        return in_a_sentence(self.public_label)
