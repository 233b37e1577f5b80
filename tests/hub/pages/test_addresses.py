import pytest
from wagtail.models import Page, Site

from hub.pages.addresses import address_of
from tests.factories.pages import guidance, home_page

pytestmark = pytest.mark.django_db


def test_the_address_is_the_one_that_the_page_gives() -> None:
    page = guidance()
    assert address_of(page.url_path) == page.url
    assert address_of(home_page().url_path) == "/"


def test_a_page_outside_every_site_has_none() -> None:
    page = Page.get_first_root_node().add_child(instance=Page(title="Elsewhere", slug="elsewhere"))
    assert address_of(page.url_path) == ""


def test_with_two_sites_the_host_is_named() -> None:
    page = guidance()
    other = Page.get_first_root_node().add_child(instance=Page(title="Other", slug="other"))
    Site.objects.create(hostname="other.example", root_page=other)
    fresh = Page.objects.get(pk=page.pk)
    assert address_of(page.url_path) == fresh.url
    assert address_of(other.url_path) == "http://other.example/"
