"""Anyone may check a certificate, and learns as little as proof needs."""

import datetime

import pytest
import time_machine
from django.test import Client

from courses.codes import new_code
from courses.services.certificates import revoke_certificate
from tests.factories.courses import course_with_quiz, earn_certificate
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db


def check(client: Client, code: str) -> str:
    answer = client.get(f"/certificates/{code}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stranger_can_check_a_certificate(client: Client) -> None:
    certificate = earn_certificate(UserFactory(name="Siân Prŷs"), course_with_quiz())
    page = check(client, certificate.code)
    assert "This certificate is valid" in page
    assert "Siân Prŷs" in page
    assert certificate.course_title in page


def test_a_check_shows_no_more_than_it_must(client: Client) -> None:
    certificate = earn_certificate(UserFactory(email="sian@agency.example"), course_with_quiz())
    page = check(client, certificate.code)
    assert "sian@agency.example" not in page
    assert certificate.attempt.code not in page


def test_wrong_and_revoked_codes_get_one_answer(client: Client) -> None:
    revoked = earn_certificate(UserFactory(), course_with_quiz())
    revoke_certificate(certificate=revoked)
    wrong = new_code()
    pages = {check(client, code).replace(code, "") for code in (wrong, revoked.code, "short")}
    assert len(pages) == 1
    assert "We can't confirm this certificate" in pages.pop()


def test_the_owner_of_a_revoked_certificate_gets_that_answer_too(client: Client) -> None:
    user = UserFactory(name="Siân Prŷs")
    certificate = revoke_certificate(certificate=earn_certificate(user, course_with_quiz()))
    assert certificate.course_title not in check(sign_in(client, user), certificate.code)


def test_a_certificate_that_ran_out_says_so(client: Client) -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    after = certificate.valid_until + datetime.timedelta(days=1)
    with time_machine.travel(datetime.datetime.combine(after, datetime.time(12))):
        page = check(client, certificate.code)
    assert "This certificate ran out on" in page
    assert "This certificate is valid" not in page


def test_the_code_to_scan_is_drawn_in_the_page(client: Client) -> None:
    page = check(client, earn_certificate(UserFactory(), course_with_quiz()).code)
    assert 'src="data:image/svg+xml' in page


def test_search_engines_are_asked_to_leave_certificates_out(client: Client) -> None:
    page = check(client, earn_certificate(UserFactory(), course_with_quiz()).code)
    assert '<meta name="robots" content="noindex">' in page


def test_the_owner_is_told_how_to_keep_it(client: Client) -> None:
    user = UserFactory()
    certificate = earn_certificate(user, course_with_quiz())
    assert "print this page" in check(sign_in(client, user), certificate.code)


def test_a_link_checker_that_asks_for_the_head_alone_is_answered(client: Client) -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    assert client.head(f"/certificates/{certificate.code}/").status_code == 200


def test_no_cache_keeps_a_name_or_a_wrong_code(client: Client) -> None:
    certificate = earn_certificate(UserFactory(), course_with_quiz())
    for code in (certificate.code, new_code()):
        assert "no-store" in client.get(f"/certificates/{code}/")["Cache-Control"]
