from pathlib import PurePosixPath
from secrets import token_hex

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.pages.models.media import kind_in_words, size_in_words
from hub.pages.uploads import PICTURES
from hub.sharing.models.example import SharedExample


def stored_at(_file: "SharedFile", name: str) -> str:
    """A folder of its own, of 128 random bits, so that two files may have one name."""
    return f"shared/{token_hex(16)}/{name}"


class SharedFile(models.Model):
    """A picture or document of an example, which no address but the example's own gives out.

    `name` was cleaned by `hub.pages.uploads`. `words` are what a picture shows, or what a document
    is for.
    """

    example = models.ForeignKey(SharedExample, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(_("name"), max_length=100)
    file = models.FileField(_("file"), upload_to=stored_at, max_length=200)
    size = models.PositiveIntegerField(_("size"), help_text=_("In bytes."))
    words = models.CharField(_("description"), max_length=300)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("example", "pk")
        verbose_name = _("file of an example")
        verbose_name_plural = _("files of examples")

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return PurePosixPath(self.name).suffix.lower().lstrip(".") in PICTURES

    @property
    def in_words(self) -> str:
        return f"{kind_in_words(self.name)}, {size_in_words(self.size)}"
