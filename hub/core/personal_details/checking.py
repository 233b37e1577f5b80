"""What a form knows of the personal details in one of its fields."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.crypto import salted_hmac
from django.utils.text import Truncator, get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hub.core.personal_details.finding import find_details
from hub.core.personal_details.kinds import Finding
from hub.core.personal_details.published import without_published

SALT = "hub.core.personal_details"
MARK_LENGTH = 20  # hexadecimal digits
MOST_QUOTES = 5
LONGEST_QUOTE = 80


class Decision(TextChoices):
    WARNED = "warned", gettext_lazy("Shown to the writer")
    CONFIRMED = "confirmed", gettext_lazy("Confirmed by the writer")
    MENDED = "mended", gettext_lazy("Changed by the writer")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What may be kept of a check: where, which kinds how often, and what the writer did."""

    place: str
    kinds: dict[str, int]
    decision: Decision


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """What was found in a field, what its writer confirmed, and what there is to say about it."""

    text: str
    findings: Sequence[Finding]
    confirmed: Collection[str]

    @property
    def open(self) -> list[Finding]:
        """What the writer was not yet asked about, or hasn't answered."""
        return [finding for finding in self.findings if mark_of(finding) not in self.confirmed]

    @property
    def marks(self) -> str:
        """Stands for all that was found, in the checkbox that confirms it."""
        return ".".join(dict.fromkeys(mark_of(finding) for finding in self.findings))

    @property
    def quoted(self) -> list[str]:
        """Each part once: what is still open, else everything that was found."""
        found = self.open or self.findings
        return list(dict.fromkeys(finding.quote(self.text) for finding in found))

    @property
    def quotes(self) -> str:
        """The writer's own words for that writer; nobody else ever sees them."""
        parts = self.quoted[:MOST_QUOTES]
        shown = [f"“{Truncator(part).chars(LONGEST_QUOTE)}”" for part in parts]
        return get_text_list(shown, _("and"))

    @property
    def page_sentence(self) -> str:
        return _("%(quotes)s could point to a real person. Look again before readers see it.") % {
            "quotes": self.quotes
        }

    @property
    def sentence(self) -> str:
        return ngettext(
            "%(quotes)s could point to a real person. Change it, or post it if it doesn't.",
            "%(quotes)s could point to a real person. Change them, or post them if they don't.",
            len(self.quoted),
        ) % {"quotes": self.quotes}


def check_text(text: str, confirmed: Collection[str] = ()) -> FieldCheck:
    return FieldCheck(text, without_published(find_details(text)), confirmed)


def mark_of(finding: Finding) -> str:
    """Stands for one detail: made with the hub's key, so that it can't be had without being asked.

    The same detail in another notation has the same mark; any other has another one.
    """
    said = f"{finding.kind}:{finding.value}"
    return salted_hmac(SALT, said, algorithm="sha256").hexdigest()[:MARK_LENGTH]
