from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.forum.proposing import Proposal, proposed_themes
from hub.taxonomy.models import Theme


class ThemesField(forms.ModelMultipleChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            queryset=Theme.objects.all(),
            to_field_name="slug",
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **options,
        )


class FittingField(ThemesField):
    """Themes that the text speaks for, to take with one click."""

    def __init__(self) -> None:
        super().__init__(label=_("Themes that fit what you wrote"))


class ProposesThemes:
    """Of a form with `title`, `body`, `themes`, and `fitting` for what is proposed beside them."""

    # Of the form that this is mixed into.
    fields: dict[str, Any]
    add_prefix: Any
    __getitem__: Any

    def propose_themes(self, reader: Reader) -> None:
        """Asks when it is drawn: a kept draft is filled in after this."""
        self.fields["fitting"].choices = partial(self.fitting_choices, reader)

    def fitting_choices(self, reader: Reader) -> list[tuple[str, str]]:
        """What was ticked here stays; what is ticked among all themes isn't proposed again."""
        written = (self.value_of("title"), self.value_of("body"))
        chosen, taken = self.value_of("themes") or [], self.value_of("fitting") or []
        found = proposed_themes("\n".join(map(str, filter(None, written))), reader)
        choices = {p.theme.slug: in_words(p) for p in found if p.theme.slug not in chosen}
        kept = Theme.objects.filter(slug__in=set(taken) - set(choices)) if taken else ()
        return [*choices.items(), *((theme.slug, theme.name) for theme in kept)]

    def value_of(self, name: str) -> Any:
        return self[name].value()

    def clean(self) -> dict[str, Any]:
        """Puts what was taken among the themes."""
        cleaned: dict[str, Any] = super().clean()  # type: ignore[misc]
        fitting = cleaned.pop("fitting", ())
        if "themes" in cleaned:
            cleaned["themes"] = list(dict.fromkeys([*cleaned["themes"], *fitting]))
        return cleaned


def in_words(proposal: Proposal) -> str:
    said = {"theme": proposal.theme.name, "words": "”, “".join(proposal.words)}
    return _now("%(theme)s (you wrote “%(words)s”)") % said
