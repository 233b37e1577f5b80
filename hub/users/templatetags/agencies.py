from allauth.socialaccount.models import SocialApp
from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def agencies() -> list[dict[str, str]]:
    """The agencies through which people may sign in, by name. One query."""
    found = SocialApp.objects.filter(provider="openid_connect").order_by("name")
    return [
        {
            "name": app.name,
            "start": reverse("openid_connect_login", kwargs={"provider_id": app.provider_id}),
        }
        for app in found
    ]
