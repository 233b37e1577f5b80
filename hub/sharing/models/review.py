from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hub.sharing.enums import Part, Verdict
from hub.sharing.models.example import SharedExample


class Review(models.Model):
    """What a reviewer decided about one version of an example, once."""

    example = models.ForeignKey(SharedExample, on_delete=models.CASCADE, related_name="reviews")
    version = models.PositiveIntegerField(_("version that was read"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict)
    reason = models.TextField(_("reason"), blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("example", "pk")
        verbose_name = _("review of an example")
        verbose_name_plural = _("reviews of examples")
        constraints = [
            models.UniqueConstraint(
                fields=("example", "version"), name="one_review_of_each_version"
            )
        ]

    def __str__(self) -> str:
        return f"Review of version {self.version} of {self.example_id}"


class PartComment(models.Model):
    """What a reviewer says about one part of an example."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="comments")
    part = models.CharField(_("part"), max_length=20, choices=Part)
    text = models.TextField(_("comment"))

    class Meta:
        ordering = ("review", "pk")
        verbose_name = _("comment on a part of an example")
        verbose_name_plural = _("comments on parts of examples")
        constraints = [
            models.UniqueConstraint(fields=("review", "part"), name="one_comment_on_each_part")
        ]

    def __str__(self) -> str:
        return f"Comment on {self.part} in review {self.review_id}"
