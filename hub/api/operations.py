"""The read API: `/api/v1/`. It answers what pages answer, to the same readers.

Each address answers HEAD as it answers GET; the description names GET alone.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import register_converter, reverse
from django.urls.converters import StringConverter
from django.utils.translation import gettext as _
from ninja import Field, Query, Schema
from ninja.errors import ValidationError
from pydantic import StringConstraints

from hub.access.markings import show_marking
from hub.access.services import record_view
from hub.api import shapes
from hub.api.describing import item_for, row_for
from hub.api.going_out import outgoing_kind, outgoing_kinds
from hub.api.interface import Limit, ReadApi
from hub.api.listing import Wanted, listed, part_of
from hub.core.missing import found
from hub.taxonomy.models import Area
from search.enums import Facet
from search.query.filters import facet_names

MOST_A_PAGE = 100
MOST_PAGES = 1000
FAULTS = {422: shapes.Fault, 429: shapes.Fault}
MISSING = {404: shapes.Fault}
Slug = Annotated[str, StringConstraints(pattern=r"^[a-zA-Z0-9_-]+$", max_length=80)]


class EverythingConverter(StringConverter):
    """Whatever an address can hold, line breaks too."""

    regex = "(?s:.*)"


register_converter(EverythingConverter, "everything")

api = ReadApi(
    title="Common Ground: read API",
    version="1",
    description="What the hub publishes, for other programs. /api/ says in words how to use it.",
    urls_namespace="read_api",
    docs_url=None,
    openapi_url=None,
    throttle=Limit(),
)


class Asked(Schema):
    """What a list can be narrowed by."""

    page: int = Field(1, ge=1, le=MOST_PAGES)
    limit: int = Field(20, ge=1, le=MOST_A_PAGE)
    kind: Slug | None = None
    theme: Slug | None = None
    audience: Slug | None = Field(None, description="An agency; what is for everyone is there too.")
    nation: Slug | None = None
    evidence: Slug | None = None
    area: Slug | None = Field(None, description="Only what knows its area.")
    updated_since: date | None = Field(None, description="This day counts.")
    order: Literal["-updated", "updated", "title"] = "-updated"


def read(path: str, name: str, response: dict[int, Any], *, described: bool = True) -> Callable:
    """An operation that answers GET and, out of the description, HEAD."""

    def decorate(view: Callable) -> Callable:
        named = {"url_name": name, "operation_id": name, "include_in_schema": described}
        api.get(path, response=response, **named)(view)
        api.api_operation(["HEAD"], path, response=response, include_in_schema=False)(view)
        return view

    return decorate


@read("/", "beginning", {200: shapes.Beginning, **FAULTS})
def beginning(request: HttpRequest) -> dict[str, Any]:
    """Where to begin, and every value that a list can be narrowed by."""
    refuse_unknown(request, ())
    names = facet_names()
    site = site_of(request)
    named = lambda pairs: [{"slug": slug, "name": name} for slug, name in pairs]  # noqa: E731
    return {
        "items": f"{site}{reverse('read_api:items')}",
        "openapi": f"{site}{reverse('read_api:openapi')}",
        "about": f"{site}{reverse('about_api')}",
        "kinds": [
            {"name": kind.name, "label": str(kind.label), "plural": str(kind.plural)}
            for kind in outgoing_kinds().values()
        ],
        "themes": named(names[Facet.THEME].items()),
        "audiences": named(names[Facet.AUDIENCE].items()),
        "nations": named(names[Facet.NATION].items()),
        "evidence": named(names[Facet.EVIDENCE].items()),
        "areas": named(Area.objects.order_by("name").values_list("slug", "name")),
    }


@read("/items/", "items", {200: shapes.Rows, **FAULTS})
def items(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """Everything that this reader may see, the newest first."""
    refuse_unknown(request, Asked.model_fields)
    entries = listed(wanted_of(asked), request.reader)
    total, rows = part_of(entries, asked.page, asked.limit, request.reader)
    is_last = asked.page * asked.limit >= total or asked.page == MOST_PAGES
    return {
        "total": total,
        "page": asked.page,
        "limit": asked.limit,
        "next": None if is_last else address_of_page(request, asked.page + 1),
        "items": [row_for(entry, site_of(request)) for entry in rows],
    }


@read("/items/{slug:kind}/{int:object_id}/", "item", {200: shapes.Item, **MISSING, **FAULTS})
def item(request: HttpRequest, response: HttpResponse, kind: str, object_id: int) -> shapes.Item:
    """One thing in full. What this reader may not see is missing, like what isn't there."""
    refuse_unknown(request, ())
    known = outgoing_kind(kind)
    thing = found(known.readable(request.reader).filter(pk=object_id).first())
    rule, subject = known.rule(thing), f"{kind} {object_id}"
    record_view(reader=request.reader, rule=rule, action="api.read", subject=subject)
    show_marking(request, rule)
    return item_for(known, thing, rule, request.reader, site_of(request))


@read("/openapi.json", "openapi", {200: dict[str, Any], 429: shapes.Fault}, described=False)
def openapi(request: HttpRequest) -> dict[str, Any]:
    return description()


@lru_cache(maxsize=1)
def description() -> dict[str, Any]:
    """What the API is like; the same as long as the process lives."""
    return dict(api.get_openapi_schema(path_prefix="/api/v1/"))


@read("/{everything:rest}/", "nothing", {404: shapes.Fault, 429: shapes.Fault}, described=False)
def nothing(request: HttpRequest, rest: str) -> None:
    """Any other address: a program is answered in its own language, never by a page."""
    raise Http404


def wanted_of(asked: Asked) -> Wanted:
    """Raises ValidationError for a value that the hub doesn't know. One query."""
    names = facet_names()
    chosen = {facet: getattr(asked, facet.value, None) for facet in names}
    slugs = {facet: slug for facet, slug in chosen.items() if slug}
    known = {**names, Facet.KIND: outgoing_kinds()}
    unknown = [facet.value for facet, slug in slugs.items() if slug not in known[facet]]
    if asked.area and not Area.objects.filter(slug=asked.area).exists():
        unknown.append("area")
    refuse(unknown, _("The hub doesn't know this value. /api/v1/ lists those that it knows."))
    kind = slugs.pop(Facet.KIND, "")
    return Wanted(kind, slugs, asked.area or "", asked.updated_since, asked.order)


def refuse_unknown(request: HttpRequest, known: Any) -> None:
    """A parameter that does nothing, or that stands there twice, is a mistake somebody made."""
    refuse([name for name in request.GET if name not in known], _("There is no such parameter."))
    twice = [name for name in request.GET if len(request.GET.getlist(name)) > 1]
    refuse(twice, _("Give this parameter once."))


def refuse(names: list[str], words: str) -> None:
    if names:
        raise ValidationError([{"loc": ("query", name), "msg": words} for name in names])


def site_of(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def address_of_page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"{site_of(request)}{request.path}?{query.urlencode()}"
