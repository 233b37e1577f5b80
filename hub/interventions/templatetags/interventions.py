from django import template

register = template.Library()


@register.filter
def dialled(number: str) -> str:
    """The number as a phone dials it: 0800 1111 becomes 08001111."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")
