import pytest
from django.test import Client

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.users.models import User
from tests.factories.people import UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db

REASON = "Asked by letter on 3 June"


def address(person: User) -> str:
    return f"/cms/people/{person.pk}/erase/"


def is_erased(person: User) -> bool:
    return User.objects.get(pk=person.pk).erased_at is not None


def test_an_administrator_erases_an_account_on_request() -> None:
    person = UserFactory()
    answer = staff_client().post(address(person), {"address": person.email, "reason": REASON})
    assert answer.status_code == 302
    assert is_erased(person)
    row = AuditRecord.objects.get(action="account.erased")
    assert (row.subject, row.reason) == (f"person {person.pk}", REASON)
    assert row.person_id != person.pk


def test_the_wrong_address_erases_nothing() -> None:
    person, other = UserFactory(), UserFactory()
    answer = staff_client().post(address(person), {"address": other.email, "reason": REASON})
    assert "isn&#x27;t the address" in answer.content.decode()
    assert not is_erased(person)


@pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER, Role.TRAINER])
def test_other_staff_find_nothing_there(role: Role) -> None:
    person = UserFactory()
    staff = staff_client(role)
    assert staff.get(address(person)).status_code == 404
    post = staff.post(address(person), {"address": person.email, "reason": REASON})
    assert post.status_code == 404
    assert not is_erased(person)


def test_nobody_erases_themselves_here() -> None:
    person = with_role(UserFactory(), Role.ADMINISTRATOR)
    assert sign_in(Client(), person, mfa=True).get(address(person)).status_code == 404


def test_the_list_of_people_leads_there() -> None:
    person = UserFactory()
    assert address(person) in staff_client().get("/cms/users/").content.decode()
