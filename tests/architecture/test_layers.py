"""Own apps stand in the order, and what import-linter can't see obeys it too."""

import pytest
from django.apps import apps

from tests.architecture.layers import OWN_ROOTS, ROOT, app_of, may_use, rank, read_layers

LAYERS = [frozenset({"hub.top"}), frozenset({"hub.left", "courses"}), frozenset({"hub.floor"})]


def own_apps() -> list[str]:
    return [config.name for config in apps.get_app_configs() if app_of(config.name)]


@pytest.mark.parametrize("app", own_apps())
def test_an_installed_own_app_is_listed_in_the_order(app: str) -> None:
    assert rank(app, read_layers()) >= 0


def test_installed_apps_stand_in_the_order_lowest_first() -> None:
    ranks = [rank(app, read_layers()) for app in own_apps()]
    assert ranks == sorted(ranks, reverse=True)


def test_the_map_shows_every_app() -> None:
    text = (ROOT / "hub" / "README.md").read_text()
    assert [app for app in own_apps() if f"`{app}`" not in text] == []


def test_an_upper_app_may_use_a_lower_one() -> None:
    assert may_use("hub.top", "hub.floor", LAYERS)


@pytest.mark.parametrize(
    ("user", "used"), [("hub.floor", "hub.top"), ("hub.left", "courses"), ("courses", "hub.left")]
)
def test_a_lower_app_or_one_of_the_same_layer_may_not(user: str, used: str) -> None:
    assert not may_use(user, used, LAYERS)


def test_an_app_may_use_itself_and_other_peoples_apps() -> None:
    assert may_use("courses", "courses", LAYERS)
    assert may_use("hub.floor", app_of("wagtail.images"), LAYERS)


def test_an_app_that_nobody_listed_is_found() -> None:
    with pytest.raises(KeyError):
        rank("hub.stranger", LAYERS)


def test_own_modules_are_told_from_other_peoples() -> None:
    assert [app_of(f"{root}.x.y") for root in OWN_ROOTS] == ["hub.x", "courses", "search"]
    assert app_of("wagtail.users") is None
