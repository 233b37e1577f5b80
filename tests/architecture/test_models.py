from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey

from tests.architecture.layers import read_layers
from tests.architecture.models import own_models, page_type_breaches, relation_breaches

LAYERS = [frozenset({"hub.users"}), frozenset({"hub.taxonomy"}), frozenset({"hub.core"})]


def model_of(app: str, **attributes: Any) -> Any:
    """A stand-in for a model, with what the checks look at."""
    fields = attributes.pop("fields", [])
    meta = SimpleNamespace(get_fields=lambda include_hidden: fields)
    return type("Planted", (), {"__module__": f"{app}.models", "_meta": meta, **attributes})


def relation_to(model: Any) -> ForeignKey:
    field = ForeignKey(model, on_delete=lambda: None)
    field.name = "planted"
    return field


def test_relations_obey_the_layers() -> None:
    assert [str(breach) for breach in relation_breaches(own_models(), read_layers())] == []


def test_page_types_obey_the_layers() -> None:
    assert [str(breach) for breach in page_type_breaches(own_models(), read_layers())] == []


def test_a_relation_upwards_is_found() -> None:
    profile = apps.get_model("users.Profile")
    planted = model_of("hub.core", fields=[relation_to(profile)])
    found = relation_breaches([planted], LAYERS)
    assert [str(breach) for breach in found] == ["Planted.planted: hub.core must not use hub.users"]


def test_a_relation_to_the_user_model_is_no_breach() -> None:
    user = apps.get_model(settings.AUTH_USER_MODEL)
    planted = model_of("hub.core", fields=[relation_to(user)])
    assert relation_breaches([planted], LAYERS) == []


def test_a_page_type_upwards_is_found() -> None:
    planted = model_of("hub.core", parent_page_types=["wagtailcore.Page", "users.Profile"])
    assert [breach.used for breach in page_type_breaches([planted], LAYERS)] == ["hub.users"]
