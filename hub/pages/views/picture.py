from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hub.pages.access import access_hub_page
from hub.pages.citations import cited_cards, used_by
from hub.pages.models import HubPage
from hub.pages.picture import picture_of
from hub.pages.related import related_groups
from hub.pages.serving import through_hooks


@require_safe
def what_rests_on_what(request: HttpRequest, page_id: int) -> HttpResponse:
    """Of one page, recorded and marked as the page itself."""
    page = access_hub_page(request.reader, page_id)
    return through_hooks(page, request, drawn)


def drawn(page: HubPage, request: HttpRequest, _args: Any, _kwargs: Any) -> HttpResponse:
    """What it rests on and what rests on it, as far as this reader may see either."""
    below = cited_cards(page.kind_name, page.pk, request.reader)
    above = used_by(page, request.reader)
    context = {
        "page": page,
        "crumbs": [*page.crumbs(), (page.title, page.url)],
        "picture": picture_of(page.card(), below, above),
        "rests_on_groups": related_groups(below),
        "used_by_groups": related_groups(above),
    }
    return render(request, "pages/picture.html", context)
