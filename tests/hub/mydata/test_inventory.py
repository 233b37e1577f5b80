import pytest
from django.conf import settings
from django.test import Client

from hub.access import personal_data
from hub.access.enums import Basis, Ending
from hub.access.models import GroupToken
from hub.access.personal_data import Held, PersonalRecord, declare, personal_records
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

PAGE = "/data-inventory/"


def page() -> str:
    return Client().get(PAGE).content.decode()


@pytest.fixture
def own_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(personal_data, "_records", dict(personal_data._records))


def test_every_record_stands_on_the_page() -> None:
    text = page()
    missing = [str(record.label) for record in personal_records() if str(record.label) not in text]
    assert missing == []


@pytest.mark.usefixtures("own_registry")
def test_a_new_model_appears_with_its_columns() -> None:
    record = PersonalRecord(
        name="planted",
        label="Planted records",
        why="To see that they appear.",
        basis=Basis.CONSENT,
        holds=(Held(GroupToken),),
        ending=Ending.DELETED,
    )
    before = page()
    declare(record)
    after = page()
    assert "Planted records" not in before
    assert "Planted records" in after
    assert "Group, Token" in after


def test_the_counts_of_the_check_for_personal_details_stand_there_with_their_period() -> None:
    text = page()
    assert "How often writers were asked about personal details" in text
    assert f"{settings.RETENTION_DAYS['details_checks']} days" in text


def test_periods_come_from_the_table() -> None:
    days = settings.RETENTION_DAYS["notices"]
    settings.RETENTION_DAYS["notices"] = 4321
    try:
        assert "4321 days" in page()
    finally:
        settings.RETENTION_DAYS["notices"] = days


def test_it_asks_the_database_for_nothing_of_its_own(django_assert_max_num_queries) -> None:
    client = sign_in(Client(), UserFactory())
    client.get(PAGE)
    with django_assert_max_num_queries(12):
        client.get(PAGE)
