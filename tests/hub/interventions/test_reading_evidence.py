"""The page that explains the five words and the answers."""

import pytest
from django.test import Client
from django.urls import reverse

from hub.interventions.enums import Cost, Delivery, Effect, Strength, StudiedIn
from hub.interventions.models import InterventionIndexPage
from tests.factories.pages import index_page, restrict

pytestmark = pytest.mark.django_db


def html_of(client: Client) -> str:
    return client.get(reverse("reading_evidence")).content.decode()


def test_the_five_words_are_explained(client: Client) -> None:
    html = html_of(client)
    words = ("Effect", "Mechanism", "Moderators", "Implementation", "Economics")
    assert [word for word in words if f"<dt>{word}</dt>" not in html] == []


@pytest.mark.parametrize("answers", [Effect, Strength, Cost, StudiedIn, Delivery])
def test_every_answer_of_a_page_is_explained(client: Client, answers: type) -> None:
    html = html_of(client)
    wanted = [item.label for item in answers if item != Effect.UNVERIFIED]
    assert [label for label in wanted if f"<strong>{label}.</strong>" not in html] == []


def test_the_way_to_the_list_is_shown(client: Client) -> None:
    index = index_page(InterventionIndexPage)
    assert f'href="{index.url}"' in html_of(client)


def test_a_closed_list_is_not_named(client: Client) -> None:
    index = index_page(InterventionIndexPage)
    InterventionIndexPage.objects.update(title="Secret list")
    restrict(index)
    assert "Secret list" not in html_of(client)
