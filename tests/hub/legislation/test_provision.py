"""Which version of the law a provision shows on a day."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from hub.legislation.enums import Status
from hub.legislation.models import ProvisionPage
from tests.factories.pages import act, provision

pytestmark = pytest.mark.django_db

OLD = {"effective_from": date(2000, 1, 1), "effective_to": date(2009, 12, 31), "test": "Old."}
NEW = {"effective_from": date(2010, 1, 1), "test": "New."}


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2000, 1, 1), "Old."),
        (date(2009, 12, 31), "Old."),
        (date(2010, 1, 1), "New."),
        (date(2026, 1, 1), "New."),
    ],
)
def test_each_version_holds_from_its_first_day_until_the_next_one(day: date, text: str) -> None:
    version = provision([NEW, OLD]).version_as_at(day)
    assert version is not None
    assert version.test == text


def test_no_version_holds_before_the_first_one_started() -> None:
    assert provision([OLD, NEW]).version_as_at(date(1999, 12, 31)) is None


def test_a_version_without_a_start_counts_as_what_is_known() -> None:
    page = provision([{"effective_from": None, "status": Status.START_UNCLEAR}])
    assert page.version_as_at(date(1980, 1, 1)) == page.versions.get()


def test_what_has_not_started_is_shown_as_the_next_to_come() -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = provision([{"effective_from": tomorrow, "status": Status.NOT_IN_FORCE}])
    assert page.version_as_at(timezone.localdate()) is None
    assert page.shown_version == page.versions.get()


@pytest.mark.parametrize(
    "versions", [[OLD, NEW], [NEW, OLD], [NEW | {"effective_from": None}, OLD]]
)
def test_the_list_query_and_the_page_agree_on_the_status(versions: list[dict]) -> None:
    marked = [
        v | {"status": s} for v, s in zip(versions, (Status.REPEALED, Status.IN_FORCE), strict=True)
    ]
    page = provision(marked)
    shown = ProvisionPage.objects.get(pk=page.pk)
    assert shown.__dict__["status"] == page.shown_version.status


def test_a_provision_knows_its_act_in_the_same_query(django_assert_num_queries) -> None:
    page = provision(under=act(title="Modern Slavery Act 2015"))
    with django_assert_num_queries(1):
        assert ProvisionPage.objects.get(pk=page.pk).act_name == "Modern Slavery Act 2015"
