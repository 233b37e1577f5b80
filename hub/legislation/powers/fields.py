from typing import Any

from django import forms
from django.db import models
from django.utils.text import capfirst


class SeveralField(models.JSONField):
    """Several values of one closed list, as a list of words. The list is code: no row holds it."""

    def __init__(
        self, *args: Any, listed: type[models.TextChoices] | None = None, **options: Any
    ) -> None:
        self.listed = listed
        super().__init__(*args, **{"default": list, "blank": True} | options)

    def deconstruct(self) -> Any:
        """To the database it is plain JSON, whatever the list holds."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.JSONField", args, options

    def formfield(self, **_options: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            choices=self.listed.choices if self.listed else (),
            required=not self.blank,
            widget=forms.CheckboxSelectMultiple,
        )
