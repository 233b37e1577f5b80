"""What models name without importing it: targets of relations, and page types."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.conf import settings
from django.db.models import Field, Model

from tests.architecture.layers import Breach, Layers, app_of, may_use

PAGE_TYPE_LISTS = ("parent_page_types", "subpage_types")


def targets(field: Field) -> Iterator[type[Model]]:
    """The models that a relation leads to and through."""
    remote = field.remote_field
    if remote is None:
        return
    for model in (remote.model, getattr(remote, "through", None)):
        if isinstance(model, type) and not model._meta.auto_created:
            yield model


def own_models() -> list[type[Model]]:
    return [model for model in apps.get_models() if app_of(model.__module__)]


def relation_breaches(models: Iterable[type[Model]], layers: Layers) -> list[Breach]:
    """Relations upwards. The user model is exempt: settings name it, as Django means it."""
    user_model = apps.get_model(settings.AUTH_USER_MODEL)
    return [
        Breach(f"{model.__name__}.{field.name}", user, used or "")
        for model in models
        for field in model._meta.get_fields(include_hidden=False)
        if isinstance(field, Field)
        for target in targets(field)
        if (user := app_of(model.__module__)) and target is not user_model
        if not may_use(user, used := app_of(target.__module__), layers)
    ]


def page_type_breaches(models: Iterable[type[Model]], layers: Layers) -> list[Breach]:
    """Page types upwards in `parent_page_types` and `subpage_types`."""
    return [
        Breach(f"{model.__name__}.{name}", user, used or "")
        for model in models
        for name in PAGE_TYPE_LISTS
        for page_type in getattr(model, name, None) or ()
        if (user := app_of(model.__module__))
        if not may_use(user, used := app_of_page_type(page_type), layers)
    ]


def app_of_page_type(page_type: str | type[Model]) -> str | None:
    """The own app of "label.Model" or of a model class."""
    model = apps.get_model(page_type) if isinstance(page_type, str) else page_type
    return app_of(model.__module__)
