"""A film, uploaded with its captions or a plain link: no page asks another host for anything."""

from collections.abc import Iterator
from mimetypes import guess_type
from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from hub.core.html import plain_text
from hub.pages.blocks.features import TEXT_FEATURES

FILMS = frozenset({".mp4", ".webm"})
CAPTIONS = frozenset({".vtt"})


class VideoValue(blocks.StructValue):
    @property
    def content_type(self) -> str:
        return guess_type(self["film"].file.name)[0] or ""

    @property
    def missing(self) -> Iterator[str]:
        """What people who can't hear or see it lack, in words."""
        if self["film"] and not self["captions"]:
            yield gettext("The video “%(title)s” has no captions.") % {"title": self["title"]}
        if not plain_text(str(self["transcript"] or "")):
            yield gettext("The video “%(title)s” has no transcript.") % {"title": self["title"]}


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("What it shows"))
    film = DocumentChooserBlock(
        label=_("Video"),
        required=False,
        help_text=_("A file (MP4 or WebM). Nobody in it may be recognised who hasn't agreed."),
    )
    captions = DocumentChooserBlock(
        label=_("Captions"),
        required=False,
        help_text=_("A WebVTT file with what is said and heard, beside an uploaded video."),
    )
    link = blocks.URLBlock(
        label=_("Or a link"),
        required=False,
        help_text=_("To a video on another site. It opens there; it isn't shown in the page."),
    )
    transcript = blocks.RichTextBlock(
        label=_("Transcript"),
        features=TEXT_FEATURES,
        required=False,
        help_text=_("What is said and shown, to read instead and to search."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("A film with captions and a transcript, or a link to one.")
        template = "blocks/video.html"
        value_class = VideoValue

    def clean(self, value: VideoValue) -> VideoValue:
        """Raises StructBlockValidationError with what is wrong beside each field."""
        value = super().clean(value)
        problems = {
            "film": film_problem(value),
            "captions": kind_problem(value["captions"], CAPTIONS, _("Choose a WebVTT file.")),
        }
        wrong = {name: ValidationError(text) for name, text in problems.items() if text}
        if wrong:
            raise blocks.StructBlockValidationError(block_errors=wrong)
        return value


def film_problem(value: VideoValue) -> Any:
    if bool(value["film"]) == bool(value["link"]):
        return _("Choose a video or give a link, one of them.")
    return kind_problem(value["film"], FILMS, _("Choose an MP4 or WebM file."))


def kind_problem(document: Any, kinds: frozenset[str], text: Any) -> Any:
    if document and PurePosixPath(document.file.name).suffix.lower() not in kinds:
        return text
    return ""
