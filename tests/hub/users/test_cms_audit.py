"""The audit record in the CMS: who may read it, what it shows, and that reading is recorded."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from hub.access.enums import STAFF_ROLES, Role
from hub.access.models import AuditRecord
from hub.access.services import record_audit
from hub.users.models import User
from tests.factories.audit import some_records
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role

pytestmark = pytest.mark.django_db

PAGE = "/cms/audit/"


@pytest.fixture
def admin() -> User:
    return with_role(UserFactory(name="Admin Person"), Role.ADMINISTRATOR)


@pytest.fixture
def desk(client: Client, admin: User) -> Client:
    return sign_in(client, admin, mfa=True)


def words(desk: Client, query: str = "") -> str:
    answer = desk.get(f"{PAGE}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def act(action: str = "forum.post_hidden", subject: str = "post 12", **more: object) -> User:
    person = UserFactory(name="Asha Rao")
    record_audit(**{"action": action, "subject": subject, "person_id": person.pk, **more})
    return person


@pytest.mark.parametrize("address", [PAGE, "/cms/audit/results/", f"{PAGE}?export=csv"])
@pytest.mark.parametrize("role", sorted(STAFF_ROLES - {Role.ADMINISTRATOR}))
def test_other_staff_find_nothing_there(role: Role, address: str) -> None:
    assert staff_client(role).get(address).status_code == 404


def test_a_superuser_without_the_role_finds_nothing(client: Client) -> None:
    person = User.objects.create_superuser("root@agency.example", "a plain test phrase")
    assert sign_in(client, person, mfa=True).get(PAGE).status_code == 404


def test_an_administrator_of_one_area_finds_nothing(client: Client) -> None:
    person = with_role(UserFactory(), Role.AUTHOR)
    with_role(person, Role.ADMINISTRATOR, area=AreaFactory())
    assert sign_in(client, person, mfa=True).get(PAGE).status_code == 404


def test_without_a_second_factor_it_stays_closed(client: Client, admin: User) -> None:
    assert sign_in(client, admin).get(PAGE).status_code == 302


def test_only_administrators_see_it_in_the_menu(desk: Client) -> None:
    assert PAGE in desk.get("/cms/").content.decode()
    assert PAGE not in staff_client(Role.REVIEWER).get("/cms/").content.decode()


def test_it_says_who_did_what_to_what_and_why(desk: Client) -> None:
    act(reason="Names a child")
    page = words(desk)
    for part in ("Asha Rao", "Forum: post hidden", "post 12", "Names a child"):
        assert part in page


def test_a_person_who_is_gone_is_a_former_member(desk: Client) -> None:
    record_audit(action="page.viewed", subject="page 1", person_id=987654)
    page = words(desk)
    assert "Former member" in page
    assert "987654" in page


def test_what_no_person_did_says_so(desk: Client) -> None:
    record_audit(action="audit.purged", subject="segment 1", person_id=None)
    assert "The hub itself" in words(desk)


def test_an_action_that_nobody_named_shows_as_it_is(desk: Client) -> None:
    act(action="strange.thing_done")
    assert "strange.thing_done" in words(desk)


def test_text_is_never_markup(desk: Client) -> None:
    act(reason="<script>alert(1)</script>")
    assert "<script>alert(1)" not in words(desk)


@pytest.mark.parametrize("by", ["pk", "email"])
def test_one_persons_records_are_found_by_number_and_by_address(desk: Client, by: str) -> None:
    person = act()
    act(subject="post 99")
    page = words(desk, f"?person={getattr(person, by)}")
    assert "post 12" in page
    assert "post 99" not in page


@pytest.mark.parametrize("nobody", ["nobody@agency.example", "99999999", "0", "x' OR 1=1", "²"])
def test_who_is_not_there_did_nothing(desk: Client, nobody: str) -> None:
    act()
    assert "post 12" not in desk.get(PAGE, {"person": nobody}).content.decode()


@pytest.mark.parametrize("query", ["?action=forum.post_hidden", "?subject=post+12"])
def test_action_and_subject_narrow_the_list(desk: Client, query: str) -> None:
    act()
    act(action="forum.post_shown", subject="post 99")
    page = words(desk, query)
    assert "post 12" in page
    assert "post 99" not in page


def test_dates_narrow_the_list(desk: Client) -> None:
    some_records(1, days_ago=10)
    act()
    day = f"{timezone.localdate() - timedelta(days=5):%Y-%m-%d}"
    assert "page 0" not in words(desk, f"?at_from={day}")
    assert "page 0" in words(desk, f"?at_to={day}")


@pytest.mark.parametrize("query", ["?at_from=nonsense", "?action=unheard.of"])
def test_a_filter_that_makes_no_sense_shows_nothing(desk: Client, query: str) -> None:
    act()
    assert "post 12" not in words(desk, query)


def test_an_empty_answer_says_so(desk: Client) -> None:
    assert "No audit records match your query" in words(desk, "?subject=nothing+1")


def test_the_queries_do_not_grow_with_the_rows(
    desk: Client, django_assert_max_num_queries: object
) -> None:
    for n in range(3):
        act(subject=f"post {n}")
    with django_assert_max_num_queries(40) as few:
        words(desk)
    for n in range(40):
        act(subject=f"post {n}")
    with django_assert_max_num_queries(40) as many:
        words(desk)
    assert len(many) <= len(few)


def test_it_comes_in_pages(desk: Client) -> None:
    some_records(60)
    assert "page 59" in words(desk)
    assert "page 59" not in words(desk, "?p=2")


def test_reading_it_is_recorded_once_a_day_with_whose_it_was(desk: Client, admin: User) -> None:
    person = act()
    for query in ("", "", f"?person={person.pk}", f"?person={person.email}"):
        words(desk, query)
    found = AuditRecord.objects.filter(action="audit.read", person_id=admin.pk)
    assert sorted(found.values_list("subject", flat=True)) == ["audit", f"person {person.pk}"]


def test_each_export_is_recorded(desk: Client, admin: User) -> None:
    for _ in range(2):
        desk.get(f"{PAGE}?export=csv")
    found = AuditRecord.objects.filter(action="list.exported", subject="list cms_audit")
    assert [row.person_id for row in found] == [admin.pk] * 2


HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"]


def exported(desk: Client, kind: str) -> bytes:
    answer = desk.get(f"{PAGE}?export={kind}&subject=post+12")
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("reason", HOSTILE)
def test_no_cell_of_the_file_is_a_formula(desk: Client, reason: str) -> None:
    act(reason=reason)
    text = exported(desk, "csv").decode()
    row = next(csv.DictReader(io.StringIO(text, newline="")))
    assert row["Reason"] == f"'{reason}"
    assert row["Who (name today)"] == "Asha Rao"


def test_names_are_neutralised_too(desk: Client) -> None:
    person = act()
    User.objects.filter(pk=person.pk).update(name="=cmd|x")
    assert "'=cmd|x" in exported(desk, "csv").decode()


def test_the_workbook_holds_text_too(desk: Client) -> None:
    act(reason="=1+1")
    sheet = load_workbook(io.BytesIO(exported(desk, "xlsx"))).active
    assert [cell.value for cell in sheet[2]][-1] == "'=1+1"
