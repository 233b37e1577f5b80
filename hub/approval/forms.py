from django import forms
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.validators import validate_without_details

MOST = 2000


class CommentForm(forms.Form):
    """Wagtail's editor shows it too; its field keeps the name that Wagtail asks for."""

    comment = forms.CharField(
        label=_("Comment"),
        max_length=MOST,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        validators=[validate_without_details],
    )


class ReasonForm(CommentForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comment"].required = True
        self.fields["comment"].error_messages["required"] = _(
            "Say what should change: the author gets your words by mail."
        )
