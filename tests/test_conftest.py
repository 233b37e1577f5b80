"""Whatever asks for a database is marked, or PostgreSQL would be left unasked."""

import pytest
from django.test import TestCase


def is_marked(request: pytest.FixtureRequest) -> bool:
    return request.node.get_closest_marker("database") is not None


@pytest.mark.django_db
def test_a_mark_asks_for_a_database(request: pytest.FixtureRequest) -> None:
    assert is_marked(request)


def test_a_fixture_asks_for_a_database(request: pytest.FixtureRequest, db: None) -> None:
    assert is_marked(request)


def test_what_asks_for_none_has_no_mark(request: pytest.FixtureRequest) -> None:
    assert not is_marked(request)


class TestOfDjango(TestCase):
    @pytest.fixture(autouse=True)
    def _request(self, request: pytest.FixtureRequest) -> None:
        self.request = request

    def test_it_asks_for_a_database(self) -> None:
        assert is_marked(self.request)
