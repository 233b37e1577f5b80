from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection

from hub.access import registry
from hub.access.registry import Card, Document, Kind, kind_named, kind_of, kinds, register
from hub.access.rules import EVERYONE


@pytest.fixture(autouse=True)
def _empty_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_kinds", {})


def make_kind(name: str, model: type[Any], order: int = 1) -> Kind:
    return Kind(
        name=name,
        order=order,
        label=name,
        plural=name,
        icon="circle",
        model=model,
        live=model.objects.all,
        readable=lambda reader: model.objects.all(),
        rule=lambda thing: EVERYONE,
        address=lambda thing: "/",
        document=lambda thing: Document(title=str(thing)),
        card=lambda thing: Card(kind=name, title=str(thing), url="/"),
    )


def test_a_registered_kind_is_found_by_name_and_by_thing() -> None:
    kind = register(make_kind("group", Group))
    assert kind_named("group") is kind
    assert kind_of(Group(name="x")) is kind


def test_kinds_come_in_their_own_order_not_in_that_of_registering() -> None:
    register(make_kind("group", Group, order=2))
    register(make_kind("collection", Collection, order=1))
    assert [kind.name for kind in kinds()] == ["collection", "group"]


def test_a_thing_nobody_registered_has_no_kind() -> None:
    assert kind_of(Permission(name="x")) is None


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        kind_named("nothing")


def test_two_kinds_of_one_name_are_refused() -> None:
    register(make_kind("group", Group))
    with pytest.raises(ValueError, match="same thing"):
        register(make_kind("group", Collection))


def test_two_kinds_of_one_model_are_refused() -> None:
    register(make_kind("group", Group))
    with pytest.raises(ValueError, match="same thing"):
        register(make_kind("team", Group))
