from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.forum.models.post import Post


class Mention(models.Model):
    """Somebody whom the writer of a post chose to tell of it. See `hub.forum.naming`."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ("post", "pk")
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [
            models.UniqueConstraint(fields=("post", "person"), name="a_post_names_a_person_once")
        ]

    def __str__(self) -> str:
        return f"Mention in {self.post_id}"
