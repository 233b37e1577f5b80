"""Domains of email addresses: how they are written down, and what an address proves."""

import idna
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hub.taxonomy.models import Organisation
from hub.users.verification.mail_domains import (
    EDUCATION_AGENCIES,
    PUBLIC_SUFFIXES,
    is_education,
    is_shared,
)

UNPLAIN = frozenset('@%!"\\ \t\r\n')


def normal_domain(written: str) -> str:
    """What an administrator wrote, as the lower-case ASCII form (IDNA 2008 after UTS 46).

    Raises ValidationError for what is no domain of an organisation.
    """
    text = written.strip().rstrip(".")
    if "@" in text:
        raise ValidationError(_("Enter the part behind the @, such as agency.gov.uk."))
    try:
        domain = idna.encode(text, uts46=True, std3_rules=True).decode("ascii").lower()
    except idna.IDNAError as error:
        raise ValidationError(_("Enter a domain such as agency.gov.uk.")) from error
    if "." not in domain or domain.rpartition(".")[2].isdecimal():
        raise ValidationError(_("Enter a domain such as agency.gov.uk."))
    if domain in PUBLIC_SUFFIXES:
        raise ValidationError(
            _("Many organisations have names under %(domain)s. Enter the whole domain of one."),
            params={"domain": domain},
        )
    return domain


def domain_of(address: str) -> str | None:
    """The domain of a confirmed address in ASCII, or None where it isn't plain to read.

    Stricter than `normal_domain`: nothing is mapped, so that no look-alike of a letter, of @ or of
    a dot becomes what it looks like. Old ways to route mail (two @, %, !) and a dot at the end
    aren't plain either.
    """
    local, _at, domain = address.partition("@")
    if not local or not address.isascii() or not UNPLAIN.isdisjoint(local + domain):
        return None
    try:
        return None if domain.endswith(".") else idna.encode(domain.lower()).decode("ascii")
    except idna.IDNAError:
        return None


def reason_against(domain: str, organisation: Organisation) -> str | Promise:
    """Why addresses on a domain can't verify by themselves for an organisation; empty if they can.

    Needs the organisation's agency type selected to cost no query.
    """
    if organisation.agency_type.slug in EDUCATION_AGENCIES or is_education(domain):
        return _("Pupils or students hold addresses there, so an approver decides each time.")
    if is_shared(domain):
        return _("People of many organisations hold addresses there, so an approver decides.")
    if not organisation.is_active:
        return _("The organisation takes no part any more.")
    return ""


def enclosing(domain: str) -> list[str]:
    """The domain and those that it lies under, the longest first."""
    labels = domain.split(".")
    return [".".join(labels[start:]) for start in range(len(labels))]
