from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.access.models.append_only import AppendOnlyModel
from hub.core.personal_details.checking import Decision


class DetailsCheck(AppendOnlyModel):
    """A writer was asked about personal details: where, which kinds how often, what they did.

    Neither the text nor the writer is kept: what is counted here must point at nobody. The nightly
    purge ends it by its period.
    """

    at = models.DateTimeField(_("at"), auto_now_add=True, db_index=True)
    place = models.CharField(_("form"), max_length=80)
    kinds = models.JSONField(_("kinds and how many"))
    decision = models.CharField(_("decision"), max_length=20, choices=Decision)

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.place} {self.decision}"
