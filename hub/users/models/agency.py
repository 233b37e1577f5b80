from allauth.socialaccount.models import SocialApp
from django.utils.translation import gettext_lazy as _


class Agency(SocialApp):
    """An agency whose own sign-in the hub takes: a row of allauth's, by the name people know."""

    class Meta:
        proxy = True
        verbose_name = _("agency’s sign-in")
        verbose_name_plural = _("agencies’ sign-in")
