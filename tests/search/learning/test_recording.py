"""What a search leaves behind, and what it doesn't."""

from unittest.mock import patch

import pytest
from django.db import OperationalError, connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.cache.models import Change
from search.models import LoggedSearch
from tests.factories import pages
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def test_a_search_is_logged_with_what_it_found(client: Client) -> None:
    pages.guidance(title="Cuckooing")
    client.get("/search/?q=Cuckooing?")
    row = LoggedSearch.objects.get()
    assert (row.words, row.total, row.page, row.narrowed) == ("cuckooing", 1, 1, False)


def test_nothing_found_is_logged_as_that(client: Client) -> None:
    client.get("/search/?q=zyxwvut")
    assert LoggedSearch.objects.get().total == 0


def test_filters_are_logged_as_narrowing(client: Client) -> None:
    client.get("/search/?q=zyxwvut&kind=guidance")
    assert LoggedSearch.objects.get().narrowed


@pytest.mark.parametrize("address", ["/search/", "/search/?q=", "/search/?q=%21%21"])
def test_no_words_leave_nothing(client: Client, address: str) -> None:
    client.get(address)
    assert not LoggedSearch.objects.exists()


@pytest.mark.parametrize(
    "words",
    [
        "Kai Green, 14, excluded in Ardale",
        "ring 07700 900123 about county lines",
        "kai@example.com",
        "QQ 12 34 56 C",
        "dob 3 May 2011",
    ],
)
def test_words_that_may_point_at_a_person_leave_nothing(client: Client, words: str) -> None:
    answer = client.get("/search/", {"q": words})
    assert answer.status_code == 200
    assert not LoggedSearch.objects.exists()
    assert "This isn’t what I needed" not in answer.content.decode()


def test_a_row_has_no_column_for_who_asked_or_when_in_the_day() -> None:
    columns = {field.name: type(field) for field in LoggedSearch._meta.get_fields()}
    assert set(columns) == {
        "id",
        "day",
        "words",
        "page",
        "total",
        "narrowed",
        "opened_at",
        "missed",
        "wanted",
    }
    assert columns["day"] is models.DateField


def test_rows_of_one_person_have_nothing_in_common(client: Client) -> None:
    theirs = sign_in(client, UserFactory())
    theirs.get("/search/?q=alpha")
    theirs.get("/search/?q=beta")
    first, second = LoggedSearch.objects.order_by("words")
    assert first.pk.version == second.pk.version == 4  # drawn by lot, not from a clock
    assert first.pk.hex[:8] != second.pk.hex[:8]


def test_logging_is_one_statement(client: Client) -> None:
    client.get("/search/?q=zyxwvut")
    with CaptureQueriesContext(connection) as queries:
        client.get("/search/?q=zyxwvut")
    starts = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT", "BEGIN")
    writes = [q["sql"] for q in queries if q["sql"].startswith(starts)]
    assert [sql.split('"')[1] for sql in writes] == ["search_loggedsearch"]


def test_a_database_that_is_busy_or_full_costs_the_line_and_not_the_page(client: Client) -> None:
    with patch.object(LoggedSearch, "save", side_effect=OperationalError("database is locked")):
        answer = client.get("/search/?q=zyxwvut")
    assert answer.status_code == 200
    assert "data-opened" not in answer.content.decode()


def test_a_search_makes_no_kept_page_old(client: Client) -> None:
    before = Change.objects.state()
    client.get("/search/?q=zyxwvut")
    assert LoggedSearch.objects.exists()
    assert Change.objects.state() == before
