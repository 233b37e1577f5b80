import io
import json
import zipfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client, override_settings
from django.utils import timezone
from wagtail.models import Page

from courses.services.lessons import enrol
from hub.access.models import AuditRecord
from hub.access.personal_data import record_named
from hub.mydata import making
from hub.mydata.making import make_copies, make_copy
from hub.mydata.models import DataCopy
from hub.mydata.readable import as_json, as_page, parts_for
from hub.mydata.services import ask_for_copy, purge_everything
from hub.mydata.services.copying import drop_copies
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.courses import make_course
from tests.factories.forum import question, reply, space_of_area
from tests.factories.mydata import ADDRESS, NAME, busy_person
from tests.factories.notices import NoticeFactory
from tests.factories.pages import guidance as guidance_page
from tests.factories.pages import restrict
from tests.factories.people import PASSWORD, AreaFactory, UserFactory, in_group, sign_in
from tests.hub.mydata.clients import asked_again

pytestmark = pytest.mark.django_db

PAGE = "/account/data/"


def copy_of(person: User) -> DataCopy:
    copy = ask_for_copy(person=person)
    make_copies.func()
    copy.refresh_from_db()
    return copy


def address(copy: DataCopy) -> str:
    return f"{PAGE}copies/{copy.code}/"


def text_of(person: User) -> str:
    parts = parts_for(person)
    return as_json(parts, timezone.now()) + as_page(parts, timezone.now())


def test_the_button_makes_a_copy_that_its_owner_downloads() -> None:
    person = busy_person()
    browser = asked_again(person)
    browser.post(f"{PAGE}copy/")
    make_copies.func()
    copy = DataCopy.objects.get()
    assert address(copy) in browser.get(PAGE).content.decode()
    body = b"".join(browser.get(address(copy)).streaming_content)
    assert zipfile.ZipFile(io.BytesIO(body)).namelist() == ["your-data.html", "your-data.json"]


def test_the_copy_holds_what_each_part_of_the_hub_keeps() -> None:
    person = busy_person()
    records = json.loads(as_json(parts_for(person), timezone.now()))["records"]
    rows = {record["record"]: record["rows"] for record in records}
    full = {name for name, found in rows.items() if found}
    assert full >= {
        "account", "addresses", "profile", "memberships", "authenticators", "posts", "reports",
        "notices", "subscriptions", "progress", "attempts", "certificates", "groups",
    }  # fmt: skip
    assert rows["account"][0]["email"] == ADDRESS


def test_the_page_says_in_words_what_it_holds() -> None:
    page = as_page(parts_for(busy_person()), timezone.now())
    assert NAME in page
    assert "Only I wrote this." in page
    assert "Job title" in page or "job title" in page


def test_the_copy_holds_no_secret() -> None:
    person = busy_person()
    secrets = [person.password, person.authenticator_set.get().data["secret"]]
    text = text_of(person)
    assert [secret for secret in secrets if secret in text] == []


def test_the_copy_holds_nothing_of_anybody_else() -> None:
    person = busy_person()
    other = busy_person("Ferdinand Oxenholme", "ferdinand@oxenholme.example")
    reply(question(author=person), author=other, body="This is Ferdinand's answer.")
    Notice.objects.all().delete()  # it says who answered, to the person who asked
    text = text_of(person)
    assert [word for word in ("Ferdinand", "oxenholme", other.email) if word in text] == []


def test_what_is_closed_to_the_person_by_now_shows_in_no_title_and_no_notice() -> None:
    person = UserFactory()
    thread = question(space=space_of_area(AreaFactory()), title="Unspeakable")
    reply(thread, author=person, body="My own words.")
    NoticeFactory(person=person, kind="thread", object_id=thread.pk, text="Unspeakable news")
    page = guidance_page(title="Unspeakable guidance", page_owner=person)
    restrict(page, in_group(UserFactory(), "others").groups.get())
    text = text_of(person)
    assert "My own words." in text
    assert "Unspeakable" not in text


def test_a_course_and_a_room_that_closed_since_tell_no_name() -> None:
    person, course = UserFactory(), make_course(title="Unspeakable course")
    enrol(person_id=person.pk, course=course)
    room = space_of_area(AreaFactory())
    question(author=person, space=room, title="What I asked")
    assert "Unspeakable course" in text_of(person)
    restrict(course, in_group(UserFactory(), "others").groups.get())
    text = text_of(person)
    assert "What I asked" in text
    assert [name for name in ("Unspeakable", room.name) if name in text] == []


@pytest.mark.parametrize("named", [("pages", "owner"), ("responsibilities", "locked_by")])
def test_pages_of_every_type_that_name_the_person_are_in_the_copy(named: tuple[str, str]) -> None:
    record, path = named
    person = UserFactory()
    guidance_page()
    Page.objects.exclude(depth=1).update(**{path: person})
    titles = Counter(row["title"] for row in record_named(record).export(person))
    assert titles == Counter(Page.objects.exclude(depth=1).values_list("title", flat=True))


def test_what_somebody_wrote_can_do_nothing_in_the_page() -> None:
    person = UserFactory(name="<script>alert(1)</script>")
    question(author=person, title="<img src=x onerror=alert(1)>", body="</dd><script>")
    page = as_page(parts_for(person), timezone.now())
    assert "<script" not in page
    assert "<img" not in page


def test_nobody_else_downloads_it() -> None:
    copy = copy_of(UserFactory())
    assert asked_again(UserFactory()).get(address(copy)).status_code == 404
    assert Client().get(address(copy)).url.startswith("/accounts/login/")


def test_a_wrong_code_and_somebody_elses_get_the_same_answer() -> None:
    copy, browser = copy_of(UserFactory()), asked_again(UserFactory())
    wrong = browser.get(f"{PAGE}copies/{'0' * 32}/")
    assert wrong.status_code == 404
    assert browser.get(address(copy)).content == wrong.content.replace(
        b"0" * 32, copy.code.encode()
    )


def test_the_file_is_no_upload_that_the_media_address_knows() -> None:
    copy = copy_of(UserFactory())
    assert asked_again(copy.person).get(f"/media/{copy.file.name}").status_code == 404


@pytest.mark.parametrize("ask", ["ask", "download"])
def test_the_password_is_asked_for_again(ask: str) -> None:
    person = UserFactory()
    browser = sign_in(Client(), person)
    copy = copy_of(person)
    response = browser.post(f"{PAGE}copy/") if ask == "ask" else browser.get(address(copy))
    assert response.url.startswith("/accounts/reauthenticate/")


def test_after_the_password_the_copy_is_asked_for_without_another_press() -> None:
    person = UserFactory()
    browser = sign_in(Client(), person)
    asked = browser.post(f"{PAGE}copy/")
    browser.post(asked.url, {"password": PASSWORD})
    assert DataCopy.objects.of(person.pk).count() == 1


def test_a_second_press_adds_no_second_copy() -> None:
    person = UserFactory()
    assert ask_for_copy(person=person) == ask_for_copy(person=person)


def test_its_owner_is_told_once() -> None:
    copy = copy_of(UserFactory())
    make_copies.func()
    assert Notice.objects.filter(person=copy.person, url=PAGE).count() == 1


def test_two_runs_at_once_leave_one_file_and_one_notice() -> None:
    copy = ask_for_copy(person=UserFactory())
    slow = DataCopy.objects.get(pk=copy.pk)
    make_copies.func()
    make_copy(slow)
    copy.refresh_from_db()
    kept = {name for name in default_storage.listdir("copies")[1] if copy.code in name}
    assert kept == {Path(copy.file.name).name}
    assert Notice.objects.filter(person=copy.person).count() == 1


def test_a_copy_that_fails_waits_for_its_lease_and_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broken = ask_for_copy(person=UserFactory())
    fine = ask_for_copy(person=UserFactory())
    write = making.write_zip

    def fail(person: User, *rest: object) -> None:
        if person == broken.person:
            raise OSError("disk full")
        write(person, *rest)

    monkeypatch.setattr(making, "write_zip", fail)
    assert make_copies.func() == 1
    broken.refresh_from_db()
    fine.refresh_from_db()
    assert broken.made_at is None
    assert broken.due_at > timezone.now()
    assert fine.made_at is not None


def test_a_copy_whose_time_is_over_is_missing_and_its_file_is_deleted() -> None:
    copy = copy_of(UserFactory())
    days = settings.RETENTION_DAYS["copies"]
    assert copy.expires_at - copy.made_at == timedelta(days=days)
    DataCopy.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert asked_again(copy.person).get(address(copy)).status_code == 404
    purge_everything(now=timezone.now())
    assert not DataCopy.objects.exists()
    assert not default_storage.exists(copy.file.name)


def test_asking_making_and_fetching_are_in_the_audit_record() -> None:
    copy = copy_of(UserFactory())
    asked_again(copy.person).get(address(copy))
    kept = AuditRecord.objects.filter(person_id=copy.person_id).order_by("pk")
    assert [row.action for row in kept] == ["copy.asked", "copy.made", "copy.fetched"]


def test_what_a_cut_off_run_left_goes_with_its_copy() -> None:
    person = busy_person()
    copy = copy_of(person)
    left = default_storage.save(f"copies/{copy.code}.zip", ContentFile(b"all of it"))
    assert left != copy.file.name
    drop_copies(copies=[copy])
    assert not default_storage.exists(left)


@override_settings(HUB_RATE_LIMITS={"export": "1/m/user"})
def test_copies_have_a_limit() -> None:
    browser = asked_again(UserFactory())
    statuses = [browser.post(f"{PAGE}copy/").status_code for _ in range(2)]
    assert statuses == [302, 429]
