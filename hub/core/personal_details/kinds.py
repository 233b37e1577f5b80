from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DetailKind(TextChoices):
    NATIONAL_INSURANCE = "national_insurance", _("National Insurance number")
    NHS_NUMBER = "nhs_number", _("NHS number")
    DATE_OF_BIRTH = "date_of_birth", _("Date of birth")
    POSTCODE = "postcode", _("Full postcode")
    TELEPHONE = "telephone", _("Telephone number")
    EMAIL = "email", _("Email address")
    VEHICLE = "vehicle", _("Vehicle registration")
    CRIME_REFERENCE = "crime_reference", _("Crime reference")
    NAME_AND_AGE = "name_and_age", _("Name beside an age")
    ADDRESS = "address", _("Street with a house number")
    AGE_PLACE_DATE = "age_place_date", _("Age, place and date together")


@dataclass(frozen=True, slots=True)
class Finding:
    """Part of a text that may point at a person. Lives in memory only and is never stored.

    `start` and `end` are places in the text as it was given; `value` is what the part says whatever
    its notation, so that the same detail written twice compares as equal.
    """

    kind: DetailKind
    start: int
    end: int
    value: str

    def quote(self, text: str) -> str:
        """The part in its writer's own notation, on one line, for that writer alone."""
        return " ".join(text[self.start : self.end].split())


def count_kinds(findings: Iterable[Finding]) -> dict[str, int]:
    """How many of each kind: all that may be kept of what was found."""
    return dict(sorted(Counter(str(finding.kind) for finding in findings).items()))
