from django import forms
from django.utils.translation import gettext_lazy as _

WORDS = _("erase my account")


class EraseForm(forms.Form):
    """Typed, because what can't be undone should take more than a slip of the hand."""

    words = forms.CharField(
        label=_("To go on, type: erase my account"),
        error_messages={"required": _("Type the words: erase my account")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_words(self) -> str:
        typed = " ".join(self.cleaned_data["words"].split()).casefold()
        if typed != str(WORDS).casefold():
            raise forms.ValidationError(_("These aren't the words. Type: erase my account"))
        return typed
