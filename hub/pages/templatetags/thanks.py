from django import template
from wagtail.models import Page

from hub.pages.thanks import thanked_on

register = template.Library()


@register.inclusion_tag("pages/partials/thanked.html")
def thanked(page: Page) -> dict[str, list[str]]:
    return {"people": thanked_on(page)}
