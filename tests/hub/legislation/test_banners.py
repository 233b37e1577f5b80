from datetime import date

import pytest

from hub.legislation.banners import status_banner
from hub.legislation.enums import Status
from hub.legislation.models import ProvisionVersion

TODAY = date(2026, 11, 22)


def title(**fields: object) -> str:
    banner = status_banner(ProvisionVersion(**fields), TODAY)
    return banner.title if banner else ""


def test_law_in_force_carries_no_banner() -> None:
    assert title(status=Status.IN_FORCE, effective_from=date(2015, 7, 31)) == ""


def test_no_version_carries_no_banner() -> None:
    assert status_banner(None, TODAY) is None


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.NOT_IN_FORCE, "Not in force yet"),
        (Status.START_UNCLEAR, "We don't know whether this has started"),
        (Status.PILOT_ENDED, "The pilot has ended"),
        (Status.REPEALED, "Repealed"),
    ],
)
def test_law_that_cannot_be_used_says_why(status: Status, words: str) -> None:
    assert title(status=status) == words


def test_law_with_a_day_to_come_names_the_day() -> None:
    assert title(status=Status.NOT_IN_FORCE, effective_from=date(2027, 4, 1)) == (
        "In force from 1 April 2027"
    )


def test_law_whose_day_has_passed_names_the_day() -> None:
    assert title(status=Status.IN_FORCE, effective_to=date(2026, 11, 21)) == (
        "Ended on 21 November 2026"
    )
