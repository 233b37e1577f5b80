from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import StreamField

from hub.interventions.blocks import HelpBlock


@register_setting(icon="help")
class HelpNow(BaseGenericSetting):
    """What "Get help now" says. The page answers even when nobody has filled this in."""

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One sentence for somebody who is afraid. It stands above everything else."),
    )
    situations = StreamField(
        [("situation", HelpBlock())],
        verbose_name=_("situations"),
        blank=True,
        help_text=_("The most urgent first. Each says what is happening and whom to call."),
    )
    exit_url = models.URLField(
        _("where Exit this page leads"),
        default="https://www.bbc.co.uk/weather",
        help_text=_(
            "An ordinary page. It doesn't clear the browser's history, and the hub says so."
        ),
    )

    panels = [
        FieldPanel("introduction"),
        FieldPanel("situations"),
        FieldPanel("exit_url"),
    ]

    class Meta:
        verbose_name = _("Get help now")

    @classmethod
    def current(cls) -> "HelpNow":
        """What editors saved, else an unsaved default: reading must not write a row."""
        return cls.objects.first() or cls()

    def __str__(self) -> str:
        return str(_("Get help now"))
