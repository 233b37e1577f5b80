"""One picture or document at a time, with words that say what it is."""

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from hub.core.personal_details.forms import ChecksPersonalDetails
from hub.pages.uploads import KINDS, PICTURES, extension_of, sound_file
from hub.sharing.forms.answering import Words

DOCUMENTS = tuple(kind for kind in KINDS if kind not in PICTURES)


class SoundFileField(forms.FileField):
    """Judged by what it holds; cleans to the file to keep."""

    def __init__(self, kinds: Collection[str], wrong: Words, **options: Any) -> None:
        accepted = ",".join(f".{kind}" for kind in kinds)
        super().__init__(widget=forms.FileInput(attrs={"accept": accepted}), **options)
        self.kinds, self.wrong = kinds, wrong

    def clean(self, data: Any, initial: Any = None) -> File:
        upload = super().clean(data, initial)
        if extension_of(upload.name or "") not in self.kinds:
            raise ValidationError(self.wrong)
        return sound_file(upload)


class FileForm(ChecksPersonalDetails, forms.Form):
    details_place = "sharing.file"
    most: ClassVar[int] = 3


class PictureForm(FileForm):
    file = SoundFileField(
        PICTURES,
        _("Choose a picture: a JPEG, PNG or WebP file."),
        label=_("Picture"),
        help_text=_(
            "At most 5 MB. No photograph in which somebody could be recognised. It loses the "
            "place where it was taken."
        ),
        error_messages={"required": _("Choose a picture."), "empty": _("That file is empty.")},
    )
    words = forms.CharField(
        label=_("What does the picture show?"),
        max_length=300,
        help_text=_("For people who can't see it: what it tells, in a sentence."),
        error_messages={"required": _("Say what the picture shows.")},
    )


class DocumentForm(FileForm):
    file = SoundFileField(
        DOCUMENTS,
        _("Choose a PDF, an office or a text file."),
        label=_("File"),
        help_text=_("At most 5 MB. A document shows who made it. No case papers."),
        error_messages={"required": _("Choose a file."), "empty": _("That file is empty.")},
    )
    words = forms.CharField(
        label=_("What is it for?"),
        max_length=255,
        help_text=_("Such as: the agreement that all five services signed."),
        error_messages={"required": _("Say what the file is for.")},
    )
