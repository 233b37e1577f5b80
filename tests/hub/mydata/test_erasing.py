import json
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from courses.models import Certificate, Enrolment, LessonView
from hub.access.enums import Role
from hub.access.models import AuditRecord, Membership
from hub.forum.models import Thread
from hub.mydata.ledger import entries, ledger_file, write_out
from hub.mydata.models import DataCopy, Erasure
from hub.mydata.services import ask_for_copy, erase_account
from hub.mydata.services.erasing import ErasureRefused, end_records
from hub.notices.models import Notice, Subscription
from hub.users.models import Profile, User
from tests.factories.mydata import ADDRESS, NAME, busy_person
from tests.factories.people import PASSWORD, UserFactory, sign_in, with_role
from tests.hub.mydata.clients import asked_again

pytestmark = pytest.mark.django_db

PAGE = "/account/data/erase/"
WORDS = {"words": "Erase my account"}


def erased(person: User) -> User:
    erase_account(person=person, by=person)
    return User.objects.get(pk=person.pk)


def tables_that_hold(words: list[str]) -> list[str]:
    """Tables with one of the words in any column, searched as text."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        table = connection.ops.quote_name(model._meta.db_table)
        if not model._meta.managed or model._meta.proxy:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 a name from our own models
            text = repr(cursor.fetchall())
        found += [model._meta.label for word in words if word.lower() in text.lower()]
    return found


def test_no_table_holds_the_name_or_the_address_any_more() -> None:
    person = busy_person()
    kind = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.create(
        content_type=kind, object_id=person.pk, label=NAME, action="wagtail.edit",
        timestamp=timezone.now(),
    )  # fmt: skip
    role = ContentType.objects.get_for_model(Membership)
    ModelLogEntry.objects.create(
        content_type=role, object_id=person.memberships.get().pk, label=f"{NAME}: Practitioner",
        action="wagtail.create", timestamp=timezone.now(),
    )  # fmt: skip
    assert tables_that_hold(["Quartermaine"]) != []
    erased(person)
    assert tables_that_hold(["Quartermaine", ADDRESS, "Ropewalk"]) == []


def test_what_was_personal_is_gone() -> None:
    person = busy_person()
    ask_for_copy(person=person)
    erased(person)
    gone = (EmailAddress, Authenticator, UserSession, Profile, Notice, Subscription, Enrolment)
    left = [model for model in gone if model.objects.filter(**{of(model): person.pk}).exists()]
    assert left == []
    assert not LessonView.objects.filter(person=person).exists()
    assert not DataCopy.objects.of(person.pk).exists()


def of(model: type) -> str:
    names = {field.name for field in model._meta.get_fields()}
    return "user" if "user" in names else "person"


def test_posts_stay_under_former_member() -> None:
    person = busy_person()
    thread = Thread.objects.get(author=person)
    erased(person)
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert "Former member" in page
    assert "Only I wrote this." in page
    assert NAME not in page


def test_a_certificate_still_confirms_course_and_day_but_no_name() -> None:
    person = busy_person()
    certificate = Certificate.objects.get(person=person)
    erased(person)
    typed = {"number": certificate.code, "name": "Somebody else"}
    page = Client().post("/certificates/", typed).content.decode()
    assert certificate.course_title in page
    assert NAME not in page
    assert "name is no longer kept" in page


def test_the_person_can_sign_in_no_longer_and_every_session_ends() -> None:
    person = busy_person()
    browser, other = sign_in(Client(), person), sign_in(Client(), UserFactory())
    erased(person)
    assert browser.get("/account/").url.startswith("/accounts/login/")
    assert other.get("/account/").status_code == 200
    assert person.pk not in [
        int(row.get_decoded().get("_auth_user_id", 0)) for row in Session.objects.all()
    ]
    answer = Client().post("/accounts/login/", {"login": ADDRESS, "password": PASSWORD})
    assert answer.status_code == 200


def test_roles_end_at_once_and_stay_on_record() -> None:
    person = with_role(UserFactory(), Role.LEAD)
    erased(person)
    assert Membership.objects.filter(person=person).count() == 1
    assert not Membership.objects.current().filter(person=person).exists()


def test_nothing_of_others_is_touched() -> None:
    busy, other = busy_person(), busy_person("Ferdinand Oxenholme", "ferdinand@oxenholme.example")
    before = [list(record_rows(other))]
    erased(busy)
    assert [list(record_rows(other))] == before


def record_rows(person: User) -> list:
    from_tables = (Notice, Subscription, Enrolment, Membership, Certificate)
    return [list(model.objects.filter(person=person).values()) for model in from_tables]


def test_erasing_again_changes_nothing() -> None:
    person = erased(busy_person())
    before = User.objects.filter(pk=person.pk).values().get()
    end_records(person)
    after = User.objects.filter(pk=person.pk).values().get()
    assert {**before, "password": ""} == {**after, "password": ""}


def test_the_audit_record_holds_numbers_only() -> None:
    person = busy_person()
    erased(person)
    row = AuditRecord.objects.get(action="account.erased")
    assert (row.subject, row.person_id) == (f"person {person.pk}", person.pk)


def test_the_page_says_what_goes_and_what_stays() -> None:
    page = asked_again(UserFactory()).get(PAGE).content.decode()
    assert "Stays under “former member”" in page
    assert "Questions and answers in the forum" in page


def test_typing_the_words_erases_the_account_and_signs_out() -> None:
    person = UserFactory()
    browser = asked_again(person)
    answer = browser.post(PAGE, WORDS)
    assert "Your account is erased" in answer.content.decode()
    assert User.objects.get(pk=person.pk).erased_at is not None
    assert browser.get("/account/").status_code == 302


@pytest.mark.parametrize("words", ["", "erase", "yes"])
def test_other_words_erase_nothing(words: str) -> None:
    person = UserFactory()
    answer = asked_again(person).post(PAGE, {"words": words})
    assert answer.status_code == 200
    assert User.objects.get(pk=person.pk).erased_at is None


def test_the_password_is_asked_for_again_and_then_the_erasure_goes_on() -> None:
    person = UserFactory()
    browser = sign_in(Client(), person)
    asked = browser.post(PAGE, WORDS)
    assert asked.url.startswith("/accounts/reauthenticate/")
    assert User.objects.get(pk=person.pk).erased_at is None
    browser.post(asked.url, {"password": PASSWORD})
    assert User.objects.get(pk=person.pk).erased_at is not None


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    assert client.post(PAGE, WORDS).url.startswith("/accounts/login/")


def test_the_last_administrator_hands_over_first() -> None:
    person = with_role(UserFactory(), Role.ADMINISTRATOR)
    answer = asked_again(person, mfa=True).post(PAGE, WORDS)
    assert "You are the last administrator" in answer.content.decode()
    with pytest.raises(ErasureRefused):
        erase_account(person=person, by=person)
    with_role(UserFactory(is_active=False), Role.ADMINISTRATOR)
    with_role(UserFactory(), Role.ADMINISTRATOR, ends_on=timezone.localdate() - timedelta(days=1))
    with pytest.raises(ErasureRefused):
        erase_account(person=person, by=person)
    with_role(UserFactory(), Role.ADMINISTRATOR)
    assert erased(person).erased_at is not None


@pytest.mark.django_db(transaction=True)
def test_the_number_goes_into_the_ledger_and_nothing_else() -> None:
    person = UserFactory()
    erase_account(person=person, by=person)
    line = json.loads(ledger_file().read_text().splitlines()[-1])
    assert set(line) == {"person", "at"}
    assert person.pk in {entry.person_id for entry in entries()}
    assert Erasure.objects.filter(person_id=person.pk).count() == 1


def test_a_number_given_anew_after_a_restore_has_a_line_of_its_own() -> None:
    erasure = Erasure.objects.create(person_id=71, erased_at=timezone.now() - timedelta(days=9))
    write_out()
    Erasure.objects.filter(pk=erasure.pk).update(erased_at=timezone.now())
    assert (write_out(), write_out()) == (1, 0)
    assert [entry.person_id for entry in entries()].count(71) == 2
