"""For every form in which people write freely."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core import signing
from django.forms import BoundField

from hub.core.personal_details.checking import Decision, FieldCheck, Outcome, check_text
from hub.core.personal_details.kinds import count_kinds

CONFIRMED = "details_confirmed"
WARNED = "details_warned"
SALT = "hub.core.personal_details.warned"


class CheckedBoundField(BoundField):
    """Knows what was found in its text: `components/field.html` draws the question beside it."""

    form: Any

    @property
    def details(self) -> FieldCheck | None:
        """None where there is nothing to ask."""
        return self.form.details_found.get(self.name)

    @property
    def details_warned(self) -> str:
        return self.form.details_warned


class ChecksPersonalDetails:
    """Asks about what could point at a person before the form counts as valid.

    Stands before the form class: `class ReplyForm(ChecksPersonalDetails, forms.Form)`. Every text
    field is looked at unless `details_exempt` names it. The writer changes the text or ticks one
    checkbox, which holds for what was found then: another detail is asked about again. A preview
    shows the question and asks for no answer. `details_outcome` is what may be recorded.
    """

    details_place = ""
    details_exempt: tuple[str, ...] = ()
    bound_field_class = CheckedBoundField

    # Of the form that this is mixed into.
    data: Any
    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]
    is_bound: bool
    add_error: Any
    is_valid: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.details_found: dict[str, FieldCheck] = {}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data  # type: ignore[misc]
        confirmed = set(self.sent(CONFIRMED).split("."))
        checks = {name: check_text(text, confirmed) for name, text in self.free_texts(cleaned)}
        self.details_found = {name: check for name, check in checks.items() if check.findings}
        if not self.is_preview:
            for name, check in self.details_found.items():
                if check.open:
                    self.add_error(name, check.sentence)
        return cleaned

    def free_texts(self, cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
        for name, field in self.fields.items():
            text = cleaned.get(name)
            if name in self.details_exempt or field.widget.is_hidden or not isinstance(text, str):
                continue
            if isinstance(field, forms.CharField):
                yield name, text

    @property
    def is_preview(self) -> bool:
        return "preview" in self.data

    @property
    def details_warned(self) -> str:
        """Goes along with the form, so that a later sending tells that the text was mended."""
        return signing.dumps(self.found_kinds(), salt=SALT)

    @property
    def details_outcome(self) -> Outcome | None:
        """None while nothing was found, before anything is sent, and in a preview."""
        if not self.is_bound or self.is_preview:
            return None
        valid = self.is_valid()
        if any(check.open for check in self.details_found.values()):
            return self.outcome(self.found_kinds(), Decision.WARNED)
        if not valid:
            return None
        if self.details_found:
            return self.outcome(self.found_kinds(), Decision.CONFIRMED)
        return self.outcome(self.kinds_warned_of(), Decision.MENDED)

    def outcome(self, kinds: dict[str, int], decision: Decision) -> Outcome | None:
        return Outcome(self.details_place, kinds, decision) if kinds else None

    def found_kinds(self) -> dict[str, int]:
        found = [finding for check in self.details_found.values() for finding in check.findings]
        return count_kinds(found)

    def kinds_warned_of(self) -> dict[str, int]:
        try:
            return signing.loads(self.sent(WARNED), salt=SALT)
        except signing.BadSignature:
            return {}

    def sent(self, name: str) -> str:
        """Several fields may be confirmed at once: their values together."""
        values = self.data.getlist(name) if hasattr(self.data, "getlist") else [self.data.get(name)]
        return ".".join(value for value in values if value)
