"""Words explained where a page uses them, for those who may read the term."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.pages import guidance, restrict, term
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

TEXT = [("paragraph", "<p>Cuckooing is common. Cuckooing hurts.</p>")]


def test_a_page_explains_a_term_once_by_press_and_keyboard(client: Client) -> None:
    word = term("Cuckooing", definition="Taking over a home.")
    html = client.get(guidance(body=TEXT).url).content.decode()
    assert html.count(f'popovertarget="term-{word.pk}"') == 1
    assert f'<div class="cg-definition" id="term-{word.pk}" popover>' in html
    assert "Taking over a home." in html


def test_a_term_that_the_reader_may_not_see_is_not_explained(client: Client) -> None:
    restrict(term("Cuckooing", definition="Taking over a home."))
    page = guidance(body=TEXT)
    assert b"Taking over a home." not in client.get(page.url).content
    sign_in(client, UserFactory())
    assert b"Taking over a home." in client.get(page.url).content


def test_an_everyday_word_is_left_alone(client: Client) -> None:
    term("Cuckooing", mark_in_text=False, definition="Taking over a home.")
    assert b"Taking over a home." not in client.get(guidance(body=TEXT).url).content


def test_all_pieces_of_a_page_together_explain_a_term_once(client: Client) -> None:
    word = term("Cuckooing")
    note = ("note", {"agency": "housing", "text": "<p>Cuckooing again.</p>"})
    page = guidance(
        body=TEXT, agency_notes=[note], discussion_questions=[("question", "Cuckooing?")]
    )
    html = client.get(page.url).content.decode()
    assert html.count(f'popovertarget="term-{word.pk}"') == 1


def test_many_terms_cost_as_many_queries_as_one(client: Client) -> None:
    page = guidance(body=TEXT)
    term("Cuckooing")
    client.get(page.url)
    few = queries(client, page.url)
    for _ in range(5):
        term()
    assert queries(client, page.url) == few


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)
