from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from pytest_django.fixtures import Settings

from hub.home.models import InformationPage
from hub.home.seed import seed_pages
from tests.factories.pages import restrict

pytestmark = pytest.mark.django_db

ADDRESSES = ("/about/", "/accessibility/", "/privacy/", "/cookies/")


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def chapter(parent: InformationPage, title: str) -> InformationPage:
    return parent.add_child(instance=InformationPage(title=title, summary="What it says."))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_reads_the_page(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_footer_of_every_page_leads_there(client: Client, address: str) -> None:
    assert f'href="{address}"' in text_of(client, "/glossary/")


def test_it_says_when_it_was_last_checked(client: Client) -> None:
    InformationPage.objects.filter(slug="about").update(checked_on=date(2026, 11, 4))
    assert "Last checked on 4 November 2026" in text_of(client, "/about/")


def test_seeding_again_leaves_what_editors_wrote_and_moved() -> None:
    InformationPage.objects.filter(slug="about").update(slug="who-we-are", title="Who we are")
    seed_pages()
    assert InformationPage.objects.filter(seed_name="about").get().title == "Who we are"


def test_a_demonstration_says_that_nobody_runs_it(client: Client, settings: Settings) -> None:
    settings.DEMO = True
    assert "This copy is a demonstration" in text_of(client, "/privacy/")


def test_a_real_hub_names_who_runs_it(client: Client, settings: Settings) -> None:
    settings.DEMO = False
    settings.OPERATOR_NAME = "Ardale Partnership"
    settings.OPERATOR_EMAIL = "hub@ardale.example"
    text = text_of(client, "/privacy/")
    assert "Ardale Partnership runs this hub" in text
    assert "demonstration" not in text


def test_a_page_lists_what_stands_below_it(client: Client) -> None:
    chapter(InformationPage.objects.get(slug="about"), "How we began")
    assert "How we began" in text_of(client, "/about/")


def test_a_closed_page_below_it_stays_out_of_the_list(client: Client) -> None:
    closed = chapter(InformationPage.objects.get(slug="about"), "For few")
    restrict(closed, Group.objects.create(name="Few"))
    assert "For few" not in text_of(client, "/about/")
    assert client.get(closed.url).status_code == 404
