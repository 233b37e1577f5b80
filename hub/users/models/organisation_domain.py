from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from hub.taxonomy.models import Organisation
from hub.users.verification.domains import domain_of, enclosing, normal_domain, reason_against


class OrganisationDomainQuerySet(models.QuerySet):
    def with_names(self) -> Self:
        return self.select_related("organisation__agency_type", "organisation__area")

    def that_verifies(self, address: str) -> "OrganisationDomain | None":
        """The row by which a confirmed address verifies, if any. One query.

        The row of the longest domain decides alone, so that a part of an agency can be left out.
        The shipped lists are asked each time: a domain may have come onto them since.
        """
        domain = domain_of(address)
        if domain is None:
            return None
        rows = self.with_names().filter(domain__in=enclosing(domain))
        row = max(rows, key=lambda row: len(row.domain), default=None)
        return row if row and row.verifies(domain) else None


class OrganisationDomain(models.Model):
    """A domain of email addresses that is one organisation's own.

    `domain` is lower-case ASCII. Whoever saves it with `may_verify` vouches that only people who
    work there get addresses; `save_domain` notes who and when.
    """

    domain = models.CharField(
        _("domain"),
        max_length=253,
        unique=True,
        help_text=_("The part of an address behind the @, such as agency.gov.uk."),
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="domains",
        help_text=_("Whose people have addresses there."),
    )
    may_verify = models.BooleanField(
        _("verifies by itself"),
        default=False,
        help_text=_(
            "Whoever confirms an address there is a verified practitioner at once. Tick it only if "
            "nobody but the organisation’s own staff gets such an address. Unticking it ends the "
            "verifications that rest on it."
        ),
    )
    with_subdomains = models.BooleanField(
        _("with subdomains"),
        default=False,
        help_text=_("Also for addresses such as name@team.agency.gov.uk."),
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("approved"), null=True, editable=False)

    objects = OrganisationDomainQuerySet.as_manager()

    class Meta:
        ordering = ("domain",)
        verbose_name = _("email domain")
        verbose_name_plural = _("email domains")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(domain=Lower("domain")), name="email_domain_is_lower_case"
            )
        ]

    def __str__(self) -> str:
        return self.domain

    def verifies(self, domain: str) -> bool:
        """Whether addresses on this domain, which is the row's or lies below, verify."""
        fits = domain == self.domain or self.with_subdomains
        return self.may_verify and fits and not reason_against(domain, self.organisation)

    def clean(self) -> None:
        self.domain = normal_domain(self.domain)
        if self.may_verify and (reason := reason_against(self.domain, self.organisation)):
            raise ValidationError({"may_verify": reason})
