"""Trainers find certificates in the CMS and revoke them, with a reason."""

import pytest
from django.test import Client

from courses.models import Certificate
from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.courses import course_with_quiz, earn_certificate
from tests.factories.people import AreaFactory, UserFactory, staff_client

pytestmark = pytest.mark.django_db

LIST = "/cms/certificates/"


@pytest.fixture
def certificate() -> Certificate:
    return earn_certificate(UserFactory(name="Siân Prŷs"), course_with_quiz())


def revoking(certificate: Certificate) -> str:
    return f"{LIST}edit/{certificate.pk}/"


def test_a_trainer_finds_a_certificate_by_name_or_number(certificate: Certificate) -> None:
    trainer = staff_client(Role.TRAINER)
    for words in ("Prŷs", certificate.code):
        page = trainer.get(LIST, {"q": words}).content.decode()
        assert revoking(certificate) in page


def test_a_trainer_revokes_with_a_reason(certificate: Certificate) -> None:
    trainer = staff_client(Role.TRAINER)
    trainer.post(revoking(certificate), {"reason": "It was sat by somebody else."})
    certificate.refresh_from_db()
    assert certificate.revoked_at
    assert certificate.revoked_reason == "It was sat by somebody else."
    assert certificate.revoked_by_id


def test_nothing_is_revoked_without_a_reason(certificate: Certificate) -> None:
    page = staff_client(Role.TRAINER).post(revoking(certificate), {"reason": " "})
    assert "This field is required" in page.content.decode()
    assert Certificate.objects.standing().exists()


def test_a_revoked_certificate_is_not_revoked_again(certificate: Certificate) -> None:
    trainer = staff_client(Role.TRAINER)
    trainer.post(revoking(certificate), {"reason": "A first reason."})
    page = trainer.post(revoking(certificate), {"reason": "Another reason."}).content.decode()
    certificate.refresh_from_db()
    assert "is revoked already" in page
    assert certificate.revoked_reason == "A first reason."


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER])
def test_other_staff_neither_see_nor_revoke_them(role: Role, certificate: Certificate) -> None:
    staff = staff_client(role)
    assert "Siân Prŷs" not in staff.get(LIST, follow=True).content.decode()
    staff.post(revoking(certificate), {"reason": "I want to."})
    assert Certificate.objects.standing().exists()


def test_certificates_of_a_course_that_is_closed_to_the_trainer_stay_closed() -> None:
    course = course_with_quiz()
    certificate = earn_certificate(UserFactory(name="Siân Prŷs"), course)
    pages.restrict(course, group_for_area(AreaFactory()))
    trainer = staff_client(Role.TRAINER)
    assert "Siân Prŷs" not in trainer.get(LIST).content.decode()
    assert trainer.post(revoking(certificate), {"reason": "I want to."}).status_code == 404
    assert Certificate.objects.standing().exists()


def test_nobody_adds_or_deletes_a_certificate_here(client: Client) -> None:
    administrator = staff_client(Role.ADMINISTRATOR)
    assert administrator.get(f"{LIST}new/").status_code == 404
    assert f"{LIST}new/" not in administrator.get(LIST).content.decode()
