import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

NUMBER = re.compile(r"(\+?\d(?:[\d ]*\d)?)")
LONGEST_SHORT_CODE = 5


@register.filter
def dialling(text: str) -> SafeString:
    """Each number as a link that a phone dials; "999 or 101" is two links, never one number."""
    return format_html_join("", "{}", ((_linked(part),) for part in NUMBER.split(text) if part))


def _linked(part: str) -> SafeString | str:
    if not NUMBER.fullmatch(part):
        return part
    return format_html('<a href="tel:{}">{}</a>', part.replace(" ", ""), part)


@register.filter
def is_long(text: str) -> bool:
    """Whether it is a number that somebody could have changed: 999 and its like can't."""
    return any(len(part.replace(" ", "")) > LONGEST_SHORT_CODE for part in NUMBER.findall(text))
