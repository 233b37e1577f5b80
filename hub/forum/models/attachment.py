from secrets import token_hex

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.access.readers import Reader
from hub.forum.models.post import Post
from hub.pages.models.media import kind_in_words, size_in_words


def stored_at(_attachment: "Attachment", name: str) -> str:
    """A folder of its own, of 128 random bits, so that two files may have one name."""
    return f"attachments/{token_hex(16)}/{name}"


class AttachmentQuerySet(models.QuerySet):
    def open_to(self, reader: Reader) -> "AttachmentQuerySet":
        """Files of posts that this reader may see."""
        return self.filter(post__in=Post.objects.open_to(reader))


class Attachment(models.Model):
    """A file of a post. Whoever may see the post may fetch it, asked anew each time.

    `name` was cleaned by `hub.pages.uploads`. Nothing here says who attached it.
    """

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="attachments")
    name = models.CharField(_("name"), max_length=100)
    file = models.FileField(_("file"), upload_to=stored_at, max_length=200)
    size = models.PositiveIntegerField(_("size"), help_text=_("In bytes."))
    added_at = models.DateTimeField(default=timezone.now)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ("post", "pk")
        verbose_name = _("attached file")
        verbose_name_plural = _("attached files")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("forum:attachment", args=[self.pk])

    @property
    def in_words(self) -> str:
        return f"{kind_in_words(self.name)}, {size_in_words(self.size)}"
