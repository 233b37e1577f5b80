"""Which pages, images and documents an address of the CMS names, by the names that Wagtail uses."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from hub.access.collections import readable_media
from hub.access.pages import readable_or_draft
from hub.access.readers import Reader
from hub.core.numbers import row_id

CMS = settings.CMS_PATH
MEDIA_NAMES = {"image_id", "document_id", "doc_id", "pk"}
# Where Wagtail's forms move and copy pages to, and make new ones.
TARGETS = ("chooser", "new_parent_page", "parent_page")
# These name a thing by its type and id.
SESSIONS = f"{CMS}editing-sessions/"


@dataclass(frozen=True, slots=True)
class Named:
    """What addresses below `paths` name by arguments of these `names`, or many by `?id=`."""

    model: Callable[[], type[Model]]
    readable: Callable[[QuerySet, Reader], QuerySet]
    paths: tuple[str, ...]
    names: Collection[str]
    targets: tuple[str, ...] = ()

    @property
    def bulk(self) -> str:
        options = self.model()._meta
        return f"{CMS}bulk/{options.app_label}/{options.model_name}/"

    def in_address(self, request: HttpRequest, kwargs: Mapping[str, Any]) -> set[int]:
        if request.path.startswith(self.paths):
            return numbers(value for name, value in kwargs.items() if name in self.names)
        if request.path.startswith(SESSIONS) and self.is_type(**kwargs):
            return numbers([kwargs["object_id"]])
        return set()

    def is_type(self, app_label: str = "", model_name: str = "", **_others: Any) -> bool:
        try:
            return issubclass(apps.get_model(app_label, model_name), self.model())
        except LookupError:
            return False

    def ids(self, request: HttpRequest, kwargs: Mapping[str, Any]) -> set[int]:
        """What the address names, one or many, and where it is to go."""
        if not request.path.startswith((*self.paths, self.bulk, SESSIONS)):
            return set()
        sent = [request.POST.get(name, "") for name in self.targets]
        many = request.GET.getlist("id")
        return self.in_address(request, kwargs) | numbers([*many, *sent])

    def every(self) -> QuerySet:
        return self.model()._default_manager.all()

    def hides_any(self, rows: QuerySet, reader: Reader) -> bool:
        """Whether one of these is closed. Two queries and those of the rule."""
        return rows.count() != self.readable(rows, reader).count()

    def hides(self, thing: Model, reader: Reader) -> bool:
        """Whether this one, of the model, is closed. One query and those of the rule."""
        return not self.readable(self.every().filter(pk=thing.pk), reader).exists()


PAGES = Named(
    lambda: Page,
    readable_or_draft,
    (f"{CMS}pages/", f"{CMS}choose-page/", f"{CMS}workflows/remove/"),
    {"page_id", "page_pk", "page_to_move_id", "parent_page_id", "destination_id", "pk"},
    TARGETS,
)
IMAGES = Named(get_image_model, readable_media, (f"{CMS}images/",), MEDIA_NAMES)
DOCUMENTS = Named(get_document_model, readable_media, (f"{CMS}documents/",), MEDIA_NAMES)
_named = [PAGES, IMAGES, DOCUMENTS]


def name_in_cms(named: Named) -> None:
    """Adds another model whose rows addresses of the CMS name."""
    _named.append(named)


def all_named() -> tuple[Named, ...]:
    return tuple(_named)


def numbers(values: Iterable[object]) -> set[int]:
    return {pk for pk in map(row_id, map(str, values)) if pk is not None}
