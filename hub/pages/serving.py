"""A page as its address shows it, with the hooks that decide who may read it and record who did."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

Serve = Callable[[Page, HttpRequest, Any, Any], HttpResponse]


def through_hooks(page: Page, request: HttpRequest, serve: Serve) -> HttpResponse:
    """What `serve` answers, unless a hook answers before it, as at the page's own address."""
    for hook in reversed(hooks.get_hooks("on_serve_page")):
        serve = hook(serve)
    return serve(page, request, [], {})
