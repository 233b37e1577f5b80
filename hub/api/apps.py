from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    name = "hub.api"
    verbose_name = _("Reading by other programs")
