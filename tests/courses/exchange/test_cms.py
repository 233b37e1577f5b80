"""Trainers bring questions in and take them out in the CMS."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from courses.exchange.files import LARGEST, Format
from courses.models import Question
from courses.services.exporting import export_questions
from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.courses import course_with_quiz, lessons_of, make_course, make_question
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client

pytestmark = pytest.mark.django_db

LIST = "/cms/snippets/courses/question/"
IMPORT, EXPORT, TABLE = f"{LIST}import/", f"{LIST}export/", f"{LIST}import/table/"
MIXED = b"a{T}\n\nb{=x\n"


@pytest.fixture
def trainer() -> Client:
    return staff_client(Role.TRAINER)


def send(client: Client, content: bytes, what: str = "check", name: str = "a.gift") -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    return client.post(IMPORT, {"file": file, "what": what}, follow=True)


def words(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_list_leads_to_both(trainer: Client) -> None:
    page = words(trainer.get(LIST))
    assert IMPORT in page
    assert EXPORT in page


def test_a_check_reports_and_saves_nothing(trainer: Client) -> None:
    page = words(send(trainer, MIXED))
    assert "1 sound, 1 refused" in page
    assert "Line 3" in page
    assert "The } that ends its answers is missing" in page
    assert not Question.objects.exists()


def test_a_sound_file_is_saved(trainer: Client) -> None:
    page = words(send(trainer, b"// [tag:debt]\nWhere now?{T}\n", "all"))
    assert "1 question was added." in page
    assert "Where now?" in page
    assert list(Question.objects.get().tags.names()) == ["debt"]


def test_one_refused_question_keeps_all_out(trainer: Client) -> None:
    page = words(send(trainer, MIXED, "all"))
    assert "Nothing has been saved." in page
    assert not Question.objects.exists()


def test_the_choice_is_kept_beside_the_report(trainer: Client) -> None:
    form = send(trainer, MIXED, "all").context["form"]
    assert form["what"].value() == "all"


def test_what_is_sound_is_saved_and_the_rest_told_once(trainer: Client) -> None:
    page = words(send(trainer, MIXED, "sound"))
    assert "1 question was added." in page
    assert "The } that ends its answers is missing" in page
    assert Question.objects.get().current.stem == "a"
    assert "is missing" not in words(trainer.get(IMPORT))


UNREADABLE = [
    (b"a\0b", "a.gift", "This is no text file."),
    (b"<quiz>", "a.xml", "The XML is broken in line 1."),
    (b"kind,what\n", "a.csv", "Nobody knows the column"),
    (b"x" * (LARGEST + 1), "a.gift", "The file is larger than 5 MB"),
    (b"", "a.gift", "empty"),
]


@pytest.mark.parametrize(("content", "name", "reason"), UNREADABLE, ids=lambda one: str(one)[:12])
def test_a_file_that_cannot_be_read_says_why(
    trainer: Client, content: bytes, name: str, reason: str
) -> None:
    assert reason in words(send(trainer, content, "all", name))


def test_a_form_without_a_file_comes_back(trainer: Client) -> None:
    assert trainer.post(IMPORT, {"what": "all"}).context["form"].errors["file"]


def test_script_in_a_question_stays_words(trainer: Client) -> None:
    page = words(send(trainer, b"::<script>alert(1)</script>::[plain]<script>x</script>{T"))
    assert "<script>alert(1)" not in page


def test_the_table_to_fill_in_comes_as_a_file(trainer: Client) -> None:
    answer = trainer.get(TABLE)
    assert answer["Content-Disposition"] == 'attachment; filename="questions.csv"'
    assert words(send(trainer, answer.content, "all", "questions.csv"))
    assert Question.objects.count() == 12


@pytest.mark.parametrize(
    ("wanted", "kind"), [("csv", "text/csv"), ("gift", "text/plain"), ("xml", "application/xml")]
)
def test_questions_go_out_in_each_format(trainer: Client, wanted: str, kind: str) -> None:
    make_question("Where to?")
    answer = trainer.get(EXPORT, {"format": wanted})
    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="questions.{wanted}"'
    assert "Where to?" in answer.content.decode()


def test_the_page_names_what_a_format_leaves_out(trainer: Client) -> None:
    make_question("How sure?", kind="confidence", written={"low": "Not", "high": "Very"})
    page = words(trainer.get(EXPORT))
    assert "<strong>How sure?</strong><br>Moodle has no such type of question." in page
    assert "Download 1 question" in page


def test_what_stays_behind_is_said_once_for_all_whom_it_concerns(trainer: Client) -> None:
    for stem in ("Whom first?", "Where to?"):
        make_question(stem, outcome="Share it")
    page = words(trainer.get(EXPORT, {"tag": ""}))
    assert re.search(r"<summary>[^<]*outcome[^<]*<span[^>]*>2 questions</span></summary>", page)


def test_what_was_ticked_goes_out_alone(trainer: Client) -> None:
    one, _two = make_question("The one"), make_question("The other")
    answer = trainer.get(f"/cms/bulk/courses/question/export/?id={one.pk}", follow=True)
    assert "Download 1 question" in words(answer)
    file = trainer.get(EXPORT, {"format": "csv", "id": one.pk}).content.decode()
    assert "The one" in file
    assert "The other" not in file


def test_a_tag_goes_out_alone(trainer: Client) -> None:
    make_question("About debt").tags.add("debt bondage")
    make_question("About homes").tags.add("cuckooing")
    page = words(trainer.get(EXPORT, {"tag": "debt-bondage"}))
    assert "tag=debt-bondage&amp;format=csv" in page
    assert '<option value="debt-bondage" selected>debt bondage</option>' in page
    file = words(trainer.get(EXPORT, {"tag": "debt-bondage", "format": Format.TABLE.value}))
    assert "About debt" in file
    assert "About homes" not in file


def test_no_tag_of_a_closed_question_is_offered(trainer: Client) -> None:
    lesson = lessons_of(make_course())[0]
    make_question("Behind a door", lesson=lesson).tags.add("hidden")
    pages.restrict(lesson, group_for_area(AreaFactory()))
    assert "hidden" not in re.findall(r'<option value="([^"]*)"', words(trainer.get(EXPORT)))


@pytest.mark.parametrize("query", ["?id=x", "?id=99999999999999999999", "?format=exe", "?id="])
def test_nonsense_in_the_address_is_no_error(trainer: Client, query: str) -> None:
    assert words(trainer.get(EXPORT + query))


def closed_question() -> Question:
    closed = course_with_quiz(lessons=1, questions=0)
    question = make_question("Behind a door?", lesson=lessons_of(closed)[0])
    pages.restrict(closed, group_for_area(AreaFactory()))
    return question


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("wanted", ["csv", "gift", "xml", ""])
def test_what_is_closed_does_not_go_out(trainer: Client, wanted: str, named: bool) -> None:
    question = closed_question()
    query = {"format": wanted} | ({"id": question.pk} if named else {})
    assert "Behind a door?" not in trainer.get(EXPORT, query, follow=True).content.decode()


def test_an_import_does_not_tell_what_is_closed(trainer: Client) -> None:
    closed = Question.objects.filter(pk=closed_question().pk)
    file = export_questions(questions=closed, wanted=Format.GIFT).text
    page = words(send(trainer, file.encode()))
    assert "Behind a door?" in page
    assert "The bank has this very question." not in page


def test_the_bank_is_known_where_it_may_be_read(trainer: Client) -> None:
    make_course()
    make_question("Known?")
    file = trainer.get(EXPORT, {"format": "gift"}).content
    assert "The bank has this very question." in words(send(trainer, file))


@pytest.mark.parametrize("address", [IMPORT, EXPORT, TABLE])
def test_a_reviewer_neither_brings_in_nor_takes_out(address: str) -> None:
    assert staff_client(Role.REVIEWER).get(address).status_code in {302, 403, 404}


@pytest.mark.parametrize("address", [IMPORT, EXPORT, TABLE])
def test_a_learner_finds_nothing(client: Client, address: str) -> None:
    assert sign_in(client, UserFactory()).get(address).status_code in {302, 403, 404}


def test_a_reviewer_does_not_send_a_file() -> None:
    send(staff_client(Role.REVIEWER), b"a{T}", "all")
    assert not Question.objects.exists()


def test_every_sample_opens(trainer: Client) -> None:
    for file in sorted((Path(__file__).parent / "files").iterdir()):
        assert "refused" in words(send(trainer, file.read_bytes(), name=file.name))
