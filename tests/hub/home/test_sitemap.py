"""The sitemap names what a stranger may read, and nothing else."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.access.groups import group_for_role
from tests.factories.pages import guidance, restrict, term
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def sitemap(client: Client) -> str:
    return client.get("/sitemap.xml").content.decode()


def test_an_open_page_is_named(client: Client) -> None:
    assert f"{guidance(slug='open').url}</loc>" in sitemap(client)


def test_a_draft_is_not(client: Client) -> None:
    guidance(slug="draft", live=False)
    assert "/draft/" not in sitemap(client)


def test_a_closed_page_is_named_to_nobody_not_even_to_those_it_is_for(client: Client) -> None:
    restrict(guidance(slug="closed"), group_for_role(Role.PRACTITIONER, "Practitioner"))
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER))
    assert "/closed/" not in sitemap(client)


def test_more_pages_cost_no_more_queries(client: Client) -> None:
    term()
    sitemap(client)
    with CaptureQueriesContext(connection) as few:
        sitemap(client)
    for _ in range(8):
        term()
    with CaptureQueriesContext(connection) as many:
        sitemap(client)
    assert len(many) == len(few)
