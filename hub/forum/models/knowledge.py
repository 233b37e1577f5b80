"""What grew out of threads: pages of the knowledge base, and whom they thank."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from hub.forum.models.thread import Thread


class GrownPage(models.Model):
    """A page that somebody made of a solved thread. `told_at` is when its first readers came."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="grown")
    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="grown_from")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("made_at", "pk")
        verbose_name = _("page made of a thread")
        verbose_name_plural = _("pages made of threads")

    def __str__(self) -> str:
        return f"Page {self.page_id} of thread {self.thread_id}"


class Thanks(models.Model):
    """Somebody whose words a page grew out of. Named there only once they have agreed."""

    grown = models.ForeignKey(GrownPage, on_delete=models.CASCADE, related_name="thanks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    agreed = models.BooleanField(_("may be named"), null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("thanks on a page")
        verbose_name_plural = _("thanks on pages")
        constraints = [
            models.UniqueConstraint(
                fields=("grown", "person"), name="one_thanks_for_a_person_on_a_page"
            )
        ]

    def __str__(self) -> str:
        return f"Thanks to {self.person_id} on {self.grown}"


def thanked_by(page: Page) -> list[str]:
    """Names of those whom a page thanks. One query."""
    agreed = Thanks.objects.filter(grown__page=page.pk, agreed=True, person__is_active=True)
    return [thanks.person.get_full_name() for thanks in agreed.select_related("person")]
