"""Who saw what isn't open to everyone is recorded: once a day, and nothing of what is open."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.users.models import User
from tests.factories.forum import SpaceFactory, members_space, question
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return with_role(UserFactory(), Role.MEMBER)


@pytest.fixture
def reading(client: Client, person: User) -> Client:
    return sign_in(client, person)


@pytest.fixture
def closed_page() -> Page:
    home = Site.objects.get(is_default_site=True).root_page
    page = home.add_child(instance=Page(title="For members", slug="for-members"))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    return page


@pytest.fixture
def shelf() -> Collection:
    collection = Collection.get_first_root_node().add_child(name="For members")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    return collection


def seen() -> list[tuple[str, str, int | None]]:
    rows = AuditRecord.objects.order_by("pk")
    return list(rows.values_list("action", "subject", "person_id"))


def test_a_restricted_page_is_recorded_with_who_saw_it(
    reading: Client, person: User, closed_page: Page
) -> None:
    assert reading.get(closed_page.url).status_code == 200
    assert seen() == [("page.viewed", f"page {closed_page.pk}", person.pk)]


def test_seeing_it_again_that_day_adds_nothing(reading: Client, closed_page: Page) -> None:
    for _ in range(3):
        reading.get(closed_page.url)
    assert len(seen()) == 1


def test_another_person_is_another_record(reading: Client, person: User, closed_page: Page) -> None:
    other = UserFactory()
    reading.get(closed_page.url)
    sign_in(Client(), other).get(closed_page.url)
    assert [who for _, _, who in seen()] == [person.pk, other.pk]


def test_another_day_is_another_record(person: User, closed_page: Page) -> None:
    for days in (1, 0):
        with time_machine.travel(timezone.now() - timedelta(days=days), tick=False):
            sign_in(Client(), person).get(closed_page.url)
    assert len(seen()) == 2


def test_an_open_page_is_nobodys_business(reading: Client) -> None:
    reading.get("/")
    assert seen() == []


def test_somebody_who_is_not_let_in_saw_nothing(client: Client, closed_page: Page) -> None:
    assert client.get(closed_page.url).status_code == 404
    assert seen() == []


def test_a_restricted_document_is_recorded_at_both_its_addresses(
    reading: Client, person: User, shelf: Collection
) -> None:
    file = ContentFile(b"%PDF-1.4 plan", name="plan.pdf")
    item = get_document_model().objects.create(title="Plan", file=file, collection=shelf)
    reading.get(f"/media/{item.file.name}")
    assert seen() == [("document.viewed", f"document {item.pk}", person.pk)]
    other = UserFactory()
    sign_in(Client(), other).get(item.url)
    assert seen()[1:] == [("document.viewed", f"document {item.pk}", other.pk)]


def test_a_rendition_is_recorded_as_its_image(
    reading: Client, person: User, shelf: Collection
) -> None:
    model = get_image_model()
    item = model.objects.create(title="Map", file=get_test_image_file(), collection=shelf)
    for file in (item.file, item.get_rendition("width-50").file):
        assert reading.get(f"/media/{file.name}").status_code == 200
    assert seen() == [("image.viewed", f"image {item.pk}", person.pk)]


def test_a_picture_for_everyone_is_not_recorded(reading: Client) -> None:
    item = get_image_model().objects.create(title="Map", file=get_test_image_file())
    reading.get(f"/media/{item.file.name}")
    assert seen() == []


def test_a_thread_of_a_private_space_is_recorded(reading: Client, person: User) -> None:
    thread = question(space=members_space())
    reading.get(thread.get_absolute_url())
    assert seen() == [("thread.viewed", f"thread {thread.pk}", person.pk)]


def test_its_history_is_too(reading: Client, person: User) -> None:
    post = question(space=members_space()).posts.get()
    assert reading.get(f"/forum/posts/{post.pk}/history/").status_code == 200
    assert seen() == [("thread.viewed", f"thread {post.thread_id}", person.pk)]


def test_a_thread_for_everyone_is_not(reading: Client) -> None:
    reading.get(question(space=SpaceFactory()).get_absolute_url())
    assert seen() == []


def test_opening_a_restricted_page_in_the_cms_is_recorded(
    client: Client, closed_page: Page
) -> None:
    author = with_role(UserFactory(), Role.AUTHOR)
    desk = sign_in(client, author, mfa=True)
    assert desk.get(f"/cms/pages/{closed_page.pk}/edit/").status_code == 200
    assert seen() == [("page.opened", f"page {closed_page.pk}", author.pk)]


def test_a_disk_that_takes_no_record_stops_nobody_from_reading(
    reading: Client,
    closed_page: Page,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("hub.access.services.audit.record_audit", full)
    assert reading.get(closed_page.url).status_code == 200
    assert f"Not recorded: page.viewed of page {closed_page.pk}" in caplog.text


def full(**_: object) -> None:
    raise DatabaseError("database or disk is full")


def test_a_second_view_costs_one_query_and_no_write(
    reading: Client, closed_page: Page, django_assert_max_num_queries: object
) -> None:
    reading.get(closed_page.url)
    with django_assert_max_num_queries(60) as asked:
        reading.get(closed_page.url)
    about_it = [q["sql"] for q in asked.captured_queries if "access_auditrecord" in q["sql"]]
    assert len(about_it) == 1
    assert about_it[0].startswith("SELECT")


@pytest.mark.parametrize("page", ["threads/{thread}/reply/", "posts/{post}/report/"])
def test_so_is_a_post_shown_above_a_form(reading: Client, person: User, page: str) -> None:
    thread = question(space=members_space())
    post = thread.posts.get()
    reading.get(f"/forum/{page.format(thread=thread.pk, post=post.pk)}")
    assert seen() == [("thread.viewed", f"thread {thread.pk}", person.pk)]
