from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.forum.models import Attachment
from hub.pages.uploads import KINDS, MOST_FILES, WITHOUT_A_MAKER, extension_of, sound_file


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Up to three files, each checked and cleaned. Cleans to a list of files to keep."""

    def __init__(self) -> None:
        accepted = ",".join(f".{kind}" for kind in KINDS)
        super().__init__(
            label=_("Files"),
            required=False,
            widget=FilesInput(attrs={"accept": accepted}),
            help_text=_(
                "Up to 3 pictures, PDFs, office or text files of at most 5 MB. No photograph of "
                "a person, no case papers. A document shows who made it; a picture loses the "
                "place where it was taken."
            ),
        )

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        given: Sequence[UploadedFile] = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(file, initial) for file in given if file]
        if len(files) > MOST_FILES:
            raise ValidationError(_now("Attach at most %(n)d files.") % {"n": MOST_FILES})
        return [sound_file(file) for file in files]


def refuse_makers(files: Sequence[File]) -> None:
    """Raises ValidationError for a file that may say who made it, on a post without a name."""
    if any(extension_of(file.name or "") not in WITHOUT_A_MAKER for file in files):
        raise ValidationError(
            _now(
                "A document holds the name of whoever made it. Without your name you can attach "
                "pictures and text files only."
            )
        )


class AttachesFiles(ChecksPersonalDetails):
    """Of a form with the field `files`; without a name nothing goes that tells its maker."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.is_nameless(cleaned):
            try:
                refuse_makers(cleaned.get("files", []))
            except ValidationError as error:
                self.add_error("files", error)
        return cleaned

    def is_nameless(self, cleaned: dict[str, Any]) -> bool:
        return bool(cleaned.get("anonymous"))


class TakenOffField(forms.ModelMultipleChoiceField):
    """Files of the post that its writer takes off; the form says which there are."""

    def __init__(self) -> None:
        super().__init__(
            label=_("Take files off"),
            queryset=Attachment.objects.none(),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("They are deleted for good."),
        )
