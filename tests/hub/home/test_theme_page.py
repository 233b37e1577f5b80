import pytest

from hub.home.models import ThemeIndexPage, ThemePage
from hub.taxonomy.models import Theme
from search.models import Entry
from tests.factories.pages import add_page

pytestmark = pytest.mark.django_db


def test_search_finds_a_theme_page_by_its_own_theme_and_where_it_applies() -> None:
    theme = Theme.objects.get(slug="mapping")
    index = ThemeIndexPage.objects.get()
    page = add_page(ThemePage, index, theme=theme, themes=["leadership"], nations=["wales"])
    entry = Entry.objects.get(kind="theme", object_id=page.pk)
    held = {facet: slugs for facet, slugs in entry.labels.slugs.items() if slugs}
    assert held == {"kind": ["theme"], "theme": ["mapping"], "nation": ["wales"]}
