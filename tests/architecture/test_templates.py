import pytest
from django.apps import apps
from django.template import engines
from django.template.backends.django import get_installed_libraries

from tests.architecture.layers import ROOT, app_of, may_use, read_layers
from tests.architecture.templates import files, include_breaches, load_breaches, loaded, owner

TEMPLATES = files(ROOT / "templates")
LAYERS = [frozenset({"hub.urls"}), frozenset({"hub.forum"}), frozenset({"hub.core"})]
LABELS = {"forum": "hub.forum", "core": "hub.core"}


def own_labels() -> dict[str, str]:
    return {config.label: config.name for config in apps.get_app_configs() if app_of(config.name)}


def own_libraries() -> dict[str, str | None]:
    return {name: app_of(module) for name, module in get_installed_libraries().items()}


@pytest.mark.parametrize("name", [name for name, _ in TEMPLATES])
def test_a_template_compiles(name: str) -> None:
    assert engines["django"].get_template(name)


@pytest.mark.parametrize(("name", "file"), TEMPLATES, ids=[name for name, _ in TEMPLATES])
def test_a_template_knows_only_its_own_layer_and_lower_ones(name: str, file) -> None:
    labels, layers, text = own_labels(), read_layers(), file.read_text()
    user = owner(name, labels)
    breaches = load_breaches(name, text, user, own_libraries(), layers)
    breaches += include_breaches(name, text, user, labels, layers)
    assert [str(breach) for breach in breaches] == []


def test_a_tag_library_of_an_upper_app_is_found() -> None:
    text = "{% load i18n threads %}"
    found = load_breaches("core/x.html", text, "hub.core", {"threads": "hub.forum"}, LAYERS)
    assert [str(breach) for breach in found] == [
        "core/x.html: hub.core must not use threads of hub.forum"
    ]


def test_an_included_template_of_an_upper_app_is_found() -> None:
    text = '{% include "forum/partials/post.html" with post=post %}'
    assert len(include_breaches("core/x.html", text, "hub.core", LABELS, LAYERS)) == 1


def test_a_selective_load_counts_as_its_library() -> None:
    assert list(loaded("{% load one two from threads %}{% load hub i18n %}")) == [
        "threads",
        "hub",
        "i18n",
    ]


def test_layouts_and_error_pages_belong_to_the_top() -> None:
    assert owner("404.html", LABELS) == owner("layouts/page.html", LABELS) == "hub.urls"
    assert may_use("hub.urls", "hub.forum", LAYERS)


def test_a_folder_that_is_nobodys_is_found() -> None:
    with pytest.raises(KeyError):
        owner("junk/x.html", LABELS)
