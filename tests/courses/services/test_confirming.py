"""A number and a name that somebody typed: forgiving about how, strict about who."""

import pytest

from courses.services.confirming import confirm_certificate, is_same_name
from tests.factories.courses import course_with_quiz, earn_certificate, revoke
from tests.factories.people import UserFactory

NAME = "Siân O\N{RIGHT SINGLE QUOTATION MARK}Brien-Prŷs"


@pytest.mark.parametrize(
    "typed",
    [NAME, "sian o'brien prys", "SIÂN  OBRIEN PRYS ", "Sia\u0302n O Brien-Pry\u0302s"],
)
def test_capitals_accents_spaces_and_hyphens_make_no_difference(typed: str) -> None:
    assert is_same_name(NAME, typed)


@pytest.mark.parametrize("typed", ["", "-", "Siân", "Siân O'Brien", "Sion O'Brien-Prŷs", "%"])
def test_another_name_is_another_person(typed: str) -> None:
    assert not is_same_name(NAME, typed)


def test_a_name_without_letters_confirms_nothing() -> None:
    assert not is_same_name("--", "--")


@pytest.mark.django_db
def test_a_number_may_be_typed_in_groups_and_capitals() -> None:
    certificate = earn_certificate(UserFactory(name=NAME), course_with_quiz())
    typed = certificate.number.upper().replace(" ", "-")
    assert confirm_certificate(number=typed, name=NAME) == certificate


@pytest.mark.django_db
def test_the_name_of_somebody_else_confirms_nothing() -> None:
    certificate = earn_certificate(UserFactory(name=NAME), course_with_quiz())
    assert confirm_certificate(number=certificate.code, name="Somebody else") is None


@pytest.mark.django_db
def test_a_revoked_certificate_is_found_so_that_it_can_be_said() -> None:
    certificate = revoke(earn_certificate(UserFactory(name=NAME), course_with_quiz()))
    assert confirm_certificate(number=certificate.code, name=NAME) == certificate
