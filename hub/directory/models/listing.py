from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hub.taxonomy.models import Theme


class Listing(models.Model):
    """What somebody lets the directory say of them. It gives no access.

    Whether they are shown follows from it and from their memberships of the moment: see
    `hub.directory.people`. Agency and area come from those, and are kept nowhere else.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="listing"
    )
    is_listed = models.BooleanField(_("listed among practitioners"), default=False)
    work_name = models.CharField(_("work name"), max_length=80, blank=True)
    helps_with = models.CharField(_("what they can help with"), max_length=400, blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("listing")
        verbose_name_plural = _("listings")

    def __str__(self) -> str:
        return f"Listing {self.pk}"
