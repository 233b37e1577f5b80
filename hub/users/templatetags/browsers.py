from django import template
from django.utils.translation import gettext as _

register = template.Library()

# Most browsers also claim to be those further down, so the first match counts.
BROWSERS = (
    ("Edg", "Edge"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("Chrome", "Chrome"),
    ("CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


@register.filter
def browser(user_agent: str) -> str:
    """Chrome on Windows, as well as a user agent lets anyone tell."""
    name = first_named(BROWSERS, user_agent) or _("Unknown browser")
    system = first_named(SYSTEMS, user_agent)
    return _("%(browser)s on %(system)s") % {"browser": name, "system": system} if system else name


def first_named(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for part, name in names if part in user_agent), "")
