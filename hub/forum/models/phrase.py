from django.db import models
from django.utils.translation import gettext_lazy as _


class HeldPhrase(models.Model):
    """Words that hold a post until a moderator has looked at it. They never decide anything."""

    phrase = models.CharField(
        _("words"),
        max_length=80,
        unique=True,
        help_text=_(
            "A post with them waits for a moderator. Words of the field, those of the glossary, "
            "can't be held: people need them to ask for help."
        ),
    )
    whole_words = models.BooleanField(
        _("whole words only"),
        default=True,
        help_text=_("Leave it ticked unless the words come with many endings."),
    )
    why = models.CharField(
        _("why"),
        max_length=200,
        help_text=_("Moderators see this beside the post. Writers don't."),
    )

    class Meta:
        ordering = ("phrase",)
        verbose_name = _("words that hold a post")
        verbose_name_plural = _("words that hold a post")

    def __str__(self) -> str:
        return self.phrase
