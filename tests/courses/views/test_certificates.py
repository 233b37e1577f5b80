"""Its holder sees a certificate. Everybody else learns whether a typed name belongs to it."""

import datetime
import re

import pytest
import time_machine
from django.test import Client, override_settings

from courses.codes import new_code
from courses.models import Certificate, CoursePage
from tests.factories.courses import course_with_quiz, earn_certificate, revoke
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

NAME = "Siân Prŷs"
REASON = "It was sat by somebody else."


@pytest.fixture
def certificate() -> Certificate:
    return earn_certificate(UserFactory(name=NAME), course_with_quiz())


def shown(client: Client, code: str) -> str:
    answer = client.get(f"/certificates/{code}/")
    assert answer.status_code == 200
    return answer.content.decode()


def checked(client: Client, number: str, name: str = NAME) -> str:
    answer = client.post("/certificates/", {"number": number, "name": name})
    assert answer.status_code == 200
    return answer.content.decode()


def without_token(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def mine(certificate: Certificate) -> str:
    return shown(sign_in(Client(), certificate.person), certificate.code)


def day_after(certificate: Certificate) -> datetime.datetime:
    after = certificate.valid_until + datetime.timedelta(days=1)
    return datetime.datetime.combine(after, datetime.time(12), tzinfo=datetime.UTC)


def test_its_holder_sees_the_whole_certificate(certificate: Certificate) -> None:
    page = mine(certificate)
    assert "This certificate is valid" in page
    assert NAME in page
    assert certificate.number in page


def test_the_holder_is_told_how_to_keep_it(certificate: Certificate) -> None:
    assert "print this page" in mine(certificate)


def test_the_code_to_scan_is_drawn_in_the_page(certificate: Certificate) -> None:
    assert 'src="data:image/svg+xml' in mine(certificate)


@pytest.mark.parametrize("signed_in", [False, True], ids=["stranger", "colleague"])
def test_others_get_the_same_form_for_any_code(certificate: Certificate, signed_in: bool) -> None:
    client = sign_in(Client(), UserFactory()) if signed_in else Client()
    codes = (certificate.code, new_code(), "short")
    pages = {without_token(shown(client, code)).replace(code, "") for code in codes}
    assert len(pages) == 1
    assert "We say whether it fits" in pages.pop()


def test_a_stranger_who_has_number_and_name_learns_course_and_dates(
    client: Client, certificate: Certificate
) -> None:
    page = checked(client, certificate.code, "sian PRYS")
    assert "This certificate is valid" in page
    assert certificate.course_title in page
    assert "valid until" in page


def test_a_check_shows_no_name_but_the_one_that_was_typed(
    client: Client, certificate: Certificate
) -> None:
    for typed in ("sian prys", "Somebody else"):
        assert NAME not in checked(client, certificate.code, typed)


def test_a_wrong_name_and_an_unknown_number_get_one_answer(
    client: Client, certificate: Certificate
) -> None:
    codes = (certificate.code, new_code())
    asked = {code: without_token(checked(client, code, "Somebody else")) for code in codes}
    pages = {page.replace(code, "") for code, page in asked.items()}
    assert len(pages) == 1
    assert "We can't confirm this certificate" in pages.pop()


def test_a_revoked_certificate_is_said_to_be_invalid_and_never_why(
    client: Client, certificate: Certificate
) -> None:
    page = checked(client, revoke(certificate, REASON).code)
    assert "This certificate is not valid" in page
    assert REASON not in page


def test_whoever_has_the_number_of_a_revoked_one_alone_learns_nothing(
    client: Client, certificate: Certificate
) -> None:
    assert "revoked" not in checked(client, revoke(certificate).code, "Somebody else")


def test_its_holder_reads_why_it_was_revoked(certificate: Certificate) -> None:
    page = mine(revoke(certificate, REASON))
    assert REASON in page
    assert "This certificate was revoked on" in page
    assert "cg-certificate__person" not in page


@pytest.mark.parametrize("see", ["holder", "stranger"])
def test_a_certificate_that_ran_out_says_so(certificate: Certificate, see: str) -> None:
    with time_machine.travel(day_after(certificate)):
        page = mine(certificate) if see == "holder" else checked(Client(), certificate.code)
    assert "This certificate ran out on" in page
    assert "This certificate is valid" not in page


def test_one_that_never_runs_out_says_that(client: Client) -> None:
    course = course_with_quiz()
    CoursePage.objects.filter(pk=course.pk).update(validity_months=None)
    certificate = earn_certificate(UserFactory(name=NAME), course)
    assert "doesn't run out" in checked(client, certificate.code)


def test_what_is_missing_is_said_beside_its_field(client: Client) -> None:
    page = checked(client, "", "")
    assert "Enter the number on the certificate." in page
    assert "Enter the name on the certificate." in page


def test_a_name_can_not_be_guessed_by_trying(client: Client, certificate: Certificate) -> None:
    data = {"number": certificate.code, "name": "Somebody else"}
    with override_settings(HUB_RATE_LIMITS={"check_certificate": "2/m/user"}):
        answers = [client.post("/certificates/", data).status_code for _try in range(3)]
    assert answers == [200, 200, 429]


def test_search_engines_are_asked_to_leave_certificates_out(client: Client) -> None:
    for address in ("/certificates/", f"/certificates/{new_code()}/"):
        page = client.get(address).content.decode()
        assert '<meta name="robots" content="noindex">' in page


def test_a_link_checker_that_asks_for_the_head_alone_is_answered(client: Client) -> None:
    assert client.head(f"/certificates/{new_code()}/").status_code == 200


def test_no_cache_keeps_what_was_asked_or_answered(
    client: Client, certificate: Certificate
) -> None:
    data = {"number": certificate.code, "name": NAME}
    answers = (
        client.get(f"/certificates/{certificate.code}/"),
        client.post("/certificates/", data),
    )
    assert all("no-store" in answer["Cache-Control"] for answer in answers)


def test_nobody_is_named_as_holder_of_a_revoked_certificate_that_names_nobody(
    certificate: Certificate,
) -> None:
    revoke(certificate, REASON)
    Certificate.objects.filter(pk=certificate.pk).update(person_name="")
    page = checked(Client(), certificate.number, "Anybody At All")
    assert "This certificate is not valid" in page
    assert "to that person" not in page
