"""Powers used in the CMS are recorded with who used them."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, Page

from hub.access.enums import Role
from hub.access.groups import sync_groups
from hub.access.models import AuditRecord
from hub.users.models import User
from tests.factories import pages
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def staff(role: Role) -> User:
    person = with_role(UserFactory(), role)
    sync_groups(person)
    return person


@pytest.fixture
def admin() -> User:
    return staff(Role.ADMINISTRATOR)


@pytest.fixture
def desk(client: Client, admin: User) -> Client:
    return sign_in(client, admin, mfa=True)


def recorded(subject: str) -> list[tuple[str, int | None]]:
    rows = AuditRecord.objects.filter(subject=subject).order_by("pk")
    return list(rows.values_list("action", "person_id"))


@pytest.mark.parametrize(
    ("answer", "action"), [("approve", "page.approved"), ("reject", "page.sent_back")]
)
def test_an_answer_to_what_was_sent_for_approval_is_recorded(answer: str, action: str) -> None:
    page, author, reviewer = pages.guidance(live=False), staff(Role.AUTHOR), staff(Role.REVIEWER)
    page.save_revision(user=author)
    state = page.get_workflow().start(page, author).current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, answer, state.pk])
    sign_in(Client(), reviewer, mfa=True).post(address, {"comment": "x"})
    assert (action, reviewer.pk) in recorded(f"page {page.pk}")


def test_unpublishing_is_recorded(desk: Client, admin: User) -> None:
    page = pages.guidance()
    desk.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert recorded(f"page {page.pk}") == [("page.unpublished", admin.pk)]


def test_publishing_is_recorded(admin: User) -> None:
    page = pages.guidance()
    page.save_revision(user=admin).publish(user=admin)
    assert ("page.published", admin.pk) in recorded(f"page {page.pk}")


def test_what_nobody_did_is_not_recorded() -> None:
    page = pages.guidance()
    page.save_revision().publish()
    assert recorded(f"page {page.pk}") == []


def test_who_restricted_a_page_is_recorded(desk: Client, admin: User) -> None:
    page: Page = pages.guidance()
    address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    desk.post(address, {"restriction_type": "login"})
    desk.post(address, {"restriction_type": "none"})
    actions = [("page.restricted", admin.pk), ("page.opened_up", admin.pk)]
    assert recorded(f"page {page.pk}") == actions


def test_who_restricted_a_collection_is_recorded(desk: Client, admin: User) -> None:
    User.objects.filter(pk=admin.pk).update(is_superuser=True)
    shelf = Collection.get_first_root_node().add_child(name="Shelf")
    address = reverse("wagtailadmin_collections:set_privacy", args=[shelf.pk])
    desk.post(address, {"restriction_type": "login"})
    desk.post(address, {"restriction_type": "none"})
    actions = [("collection.restricted", admin.pk), ("collection.opened_up", admin.pk)]
    assert recorded(f"collection {shelf.pk}") == actions


def test_a_list_of_the_cms_that_is_taken_away_is_recorded(desk: Client, admin: User) -> None:
    answer = desk.get(reverse("wagtailadmin_reports:site_history") + "?export=csv")
    assert answer.status_code == 200
    assert recorded("list site_history") == [("list.exported", admin.pk)]


def test_looking_at_it_is_no_export(desk: Client) -> None:
    desk.get(reverse("wagtailadmin_reports:site_history"))
    assert recorded("list site_history") == []
