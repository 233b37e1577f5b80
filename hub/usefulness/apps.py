from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UsefulnessConfig(AppConfig):
    name = "hub.usefulness"
    verbose_name = _("Usefulness of pages")
