"""Every address under /cms/, found in the routes themselves."""

import re
from collections.abc import Iterator

from django.contrib.admindocs.views import simplify_regex
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern, RoutePattern

SAMPLES = {"uuid": "12345678-1234-5678-1234-567812345678", "str": "x", "slug": "x", "path": "x"}
PLACE = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


def cms_addresses() -> list[str]:
    """One concrete path for each route, such as /cms/pages/1/edit/."""
    return sorted({path for path in walk(get_resolver().url_patterns, "/") if is_cms(path)})


def is_cms(path: str) -> bool:
    """Patterns whose places have no name are doors of ours that answer nobody."""
    return path.startswith("/cms/") and not {"*", "\\"}.intersection(path)


def walk(patterns: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for item in patterns:
        here = prefix + concrete(item.pattern)
        if isinstance(item, URLResolver):
            yield from walk(item.url_patterns, here)
        else:
            yield here


def concrete(pattern: RoutePattern | RegexPattern) -> str:
    """The pattern with a sample in each of its places."""
    text = str(pattern)
    if isinstance(pattern, RegexPattern):
        text = simplify_regex(text).lstrip("/")
    return PLACE.sub(lambda found: SAMPLES.get(found["kind"] or "int", "1"), text)
