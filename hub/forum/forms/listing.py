from django import forms
from django.utils.translation import gettext_lazy as _

from hub.forum.enums import ThreadState
from hub.taxonomy.models import Theme


class ThreadFilterForm(forms.Form):
    """What the list is narrowed to; a value that makes no sense narrows nothing."""

    state = forms.ChoiceField(
        label=_("Show"), required=False, choices=[("", _("All questions")), *ThreadState.choices]
    )
    theme = forms.ModelChoiceField(
        label=_("Theme"),
        required=False,
        queryset=Theme.objects.all(),
        to_field_name="slug",
        empty_label=_("All themes"),
    )

    def chosen(self) -> tuple[str, Theme | None]:
        self.is_valid()
        return self.cleaned_data.get("state", ""), self.cleaned_data.get("theme")
