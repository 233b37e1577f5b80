from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.forum.exchange.drafts import LARGEST, MOST_ROWS

CHECK, SAVE = "check", "save"


class ImportForm(forms.Form):
    """Nothing of a file is kept between the report and saving: it is chosen and read again."""

    file = forms.FileField(
        label=_("Table of threads (CSV)"),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )
    what = forms.ChoiceField(
        label=_("What to do"),
        choices=[
            (CHECK, _("Tell me what would come in, and save nothing")),
            (SAVE, _("Save all threads, if no row is refused")),
        ],
        widget=forms.RadioSelect,
        initial=CHECK,
    )
    points_to_nobody = forms.BooleanField(
        label=_("I looked at every row that the report marks. None points to a real person"),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        limits = {"rows": MOST_ROWS, "most": LARGEST // 1024**2}
        help_text = _now("At most %(rows)d rows and %(most)d MB, as an export makes it.") % limits
        self.fields["file"].help_text = help_text

    def clean_file(self) -> UploadedFile:
        """The size is looked at before anything is read."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            too_large = _now("The file is larger than %(n)d MB. Split it.")
            raise forms.ValidationError(too_large % {"n": LARGEST // 1024**2})
        return file
