"""Images and documents of our own from the first day: Wagtail can't change these models later."""

from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from hub.core.personal_details.validators import validate_file_name
from hub.pages.file_contents import is_what_it_says
from hub.pages.file_headings import headings_of
from hub.pages.files_in_use import USED_BY_FEWER, changes_place, is_used_by_fewer
from hub.pages.secret_markings import check_upload, is_secret_line, secret_heading_message

WORDS_FOR_KINDS = {
    "csv": _("Spreadsheet (CSV)"),
    "docx": _("Word document"),
    "jpeg": _("Picture"),
    "jpg": _("Picture"),
    "mp4": _("Video"),
    "pdf": _("PDF"),
    "png": _("Picture"),
    "pptx": _("Presentation"),
    "txt": _("Plain text"),
    "vtt": _("Captions"),
    "webm": _("Video"),
    "webp": _("Picture"),
    "xlsx": _("Spreadsheet"),
}
KILOBYTE = 1024


def kind_in_words(name: str) -> str:
    """Such as "Word document": an extension says nothing to many readers."""
    extension = PurePosixPath(name).suffix.lower().lstrip(".")
    return str(WORDS_FOR_KINDS.get(extension, extension.upper()))


def size_in_words(size: int) -> str:
    """Whole kilobytes, or megabytes to one place."""
    if size < KILOBYTE**2:
        return gettext("%(n)d KB") % {"n": max(1, round(size / KILOBYTE))}
    return gettext("%(n).1f MB") % {"n": size / KILOBYTE**2}


def refuse_telling_name(name: str) -> None:
    """File names stand in lists, addresses and mails. Raises ValidationError beside the file."""
    try:
        validate_file_name(PurePosixPath(name).stem)
    except ValidationError as error:
        raise ValidationError({"file": error.messages}) from error


def check_stored(item: "HubImage | HubDocument") -> None:
    """What may change of a file that is here already: its title, and its collection.

    Raises ValidationError beside the field.
    """
    problems: dict[str, list[str]] = {}
    if item.file._committed and is_secret_line(item.title):
        problems["title"] = [secret_heading_message()]
    if changes_place(item) and is_used_by_fewer(item, item.collection):
        problems["collection"] = [str(USED_BY_FEWER)]
    if problems:
        raise ValidationError(problems)


def without_tags(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Tags belong to no collection: everybody who adds a file would read everybody's."""
    return tuple(name for name in fields if name != "tags")


class HubImage(AbstractImage):
    admin_form_fields = without_tags(Image.admin_form_fields)

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        permissions = (("choose_hubimage", "Can choose image"),)

    def clean(self) -> None:
        """A picture has no lines; its name and its title may mark it as secret."""
        super().clean()
        check_stored(self)
        if not self.file._committed:
            refuse_telling_name(self.file.name)
            check_upload(self.file.name, [self.title])


class HubRendition(AbstractRendition):
    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition"
            )
        ]
        indexes = [models.Index(fields=("file",), name="rendition_by_file")]


class HubDocument(AbstractDocument):
    admin_form_fields = without_tags(Document.admin_form_fields)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = (("choose_hubdocument", "Can choose document"),)

    @property
    def kind_in_words(self) -> str:
        return kind_in_words(self.file.name)

    @property
    def size_in_words(self) -> str:
        """Empty where the file is gone.

        Wagtail's own method would store what it measured: looking at a page must write nothing.
        """
        try:
            size = self.file.size if self.file_size is None else self.file_size
        except OSError:
            return ""
        return size_in_words(size)

    @property
    def in_words(self) -> str:
        return ", ".join(filter(None, (self.kind_in_words, self.size_in_words)))

    def clean(self) -> None:
        """Wagtail looks at the extension alone. A file that is stored already isn't read again."""
        super().clean()
        check_stored(self)
        if self.file._committed:
            return
        refuse_telling_name(self.file.name)
        if not is_what_it_says(self.file, PurePosixPath(self.file.name).suffix):
            raise ValidationError(
                {"file": _("This file isn't what its name says. Save it again as that kind.")}
            )
        extension = PurePosixPath(self.file.name).suffix
        check_upload(self.file.name, [self.title, *headings_of(self.file, extension)])
