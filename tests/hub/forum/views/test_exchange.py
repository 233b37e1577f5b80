import pytest
from django.http import HttpResponse

from hub.access.enums import Marking, Role
from hub.access.models import AuditRecord, DetailsCheck
from hub.forum.models import Space, Thread
from hub.users.models import User
from tests.factories.forum import SpaceFactory, moderator, moderator_of, question, space_of_area
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.uploads import sent_file

pytestmark = pytest.mark.django_db
HEAD = "thread,title,themes,written,by asker,accepted,text\n"
ROW = "1,Who refers?,,2026-03-01,,,Nobody knows.\n"
TELLING = "1,Who refers?,,2026-03-01,,,Ring 07700 900123.\n"


def send(as_person, space: Space, rows: str = ROW, **more: object) -> HttpResponse:
    file = sent_file("threads.csv", (HEAD + rows).encode())
    address = f"/forum/spaces/{space.slug}/import/"
    return as_person(moderator()).post(address, {"file": file, "what": "save", **more})


@pytest.fixture
def space() -> Space:
    return SpaceFactory()


def test_a_dry_run_reports_each_row_and_saves_nothing(as_person, space) -> None:
    page = send(as_person, space, ROW + "2,,,x,,,\n", what="check").content.decode()
    assert "2 rows were read." in page
    assert "The first row of a thread needs a title." in page
    assert not Thread.objects.exists()


def test_threads_come_in(as_person, space) -> None:
    assert send(as_person, space).url == space.get_absolute_url()
    assert Thread.objects.get().title == "Who refers?"


def test_one_refused_row_keeps_all_out(as_person, space) -> None:
    page = send(as_person, space, ROW + "2,,,x,,,\n").content.decode()
    assert "1 row is refused, so nothing was saved." in page
    assert not Thread.objects.exists()


def test_what_could_point_at_a_person_waits_for_somebody_to_look(as_person, space) -> None:
    page = send(as_person, space, TELLING).content.decode()
    assert "“07700 900123”" in page
    assert not Thread.objects.exists()
    assert DetailsCheck.objects.get().decision == "warned"


def test_whoever_looked_may_bring_it_in_and_that_is_recorded(as_person, space) -> None:
    send(as_person, space, TELLING, points_to_nobody="on")
    assert Thread.objects.exists()
    assert DetailsCheck.objects.get().decision == "confirmed"


def test_a_hostile_file_is_refused_in_plain_words(as_person, space) -> None:
    file = sent_file("threads.csv", b"PK\x03\x04")
    address = f"/forum/spaces/{space.slug}/import/"
    page = as_person(moderator()).post(address, {"file": file, "what": "save"}).content.decode()
    assert "This is a workbook or an archive." in page


def test_a_cell_of_html_is_shown_as_text(as_person, space) -> None:
    rows = "1,<script>alert(1)</script>,,2026-03-01,,,<img src=x onerror=alert(1)>\n"
    page = send(as_person, space, rows, what="check").content.decode()
    assert "<script>alert(1)" not in page
    send(as_person, space, rows)
    assert "<img" not in Thread.objects.get().posts.get().html


def export(as_person, space: Space, person: User | None = None) -> HttpResponse:
    return as_person(person or moderator()).post(f"/forum/spaces/{space.slug}/export/")


def test_a_space_goes_out_as_a_file_and_that_is_recorded(as_person, space) -> None:
    question(space=space)
    answer = export(as_person, space)
    assert answer["Content-Disposition"] == f'attachment; filename="{space.slug}.csv"'
    assert "Who makes the referral?" in answer.content.decode()
    assert AuditRecord.objects.filter(action="forum.space_exported").exists()


def test_an_administrator_keeps_the_spaces_that_they_read(as_person, space) -> None:
    person = with_role(UserFactory(), Role.ADMINISTRATOR)
    assert export(as_person, space, person).status_code == 200
    closed = space_of_area(AreaFactory())
    assert export(as_person, closed, person).status_code == 404


@pytest.mark.parametrize("role", [None, Role.PRACTITIONER, Role.TRAINER])
def test_nobody_else_takes_a_space_out_or_brings_threads_in(as_person, space, role) -> None:
    person = UserFactory()
    if role:
        with_role(person, role)
    assert export(as_person, space, person).status_code == 404
    assert as_person(person).get(f"/forum/spaces/{space.slug}/import/").status_code == 404
    assert (
        "Bring in threads" not in as_person(person).get(space.get_absolute_url()).content.decode()
    )


def test_a_moderator_of_one_space_keeps_that_one_alone(as_person, space) -> None:
    person = moderator_of(space, with_role(UserFactory(), Role.ANALYST))
    assert export(as_person, space, person).status_code == 200
    assert export(as_person, SpaceFactory(), person).status_code == 404


def test_what_is_sensitive_stays_in_the_hub(as_person) -> None:
    marked = SpaceFactory(marking=Marking.OFFICIAL_SENSITIVE)
    person = with_role(moderator(), Role.PRACTITIONER)
    assert as_person(person).get(marked.get_absolute_url()).status_code == 200
    assert export(as_person, marked, person).status_code == 404
