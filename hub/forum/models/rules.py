from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class HouseRules(models.Model):
    """The rules of the house as people last agreed them; the newest row counts, all are kept."""

    body = models.TextField(
        _("rules"), help_text=_("Short, and in the form of what to do. Earlier versions are kept.")
    )
    html = models.TextField(editable=False)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-written_at", "-pk")
        verbose_name = _("house rules")
        verbose_name_plural = _("house rules")

    def __str__(self) -> str:
        return f"{self.written_at:%Y-%m-%d}"
