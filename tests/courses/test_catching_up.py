"""Who passed is offered the questions that rest on a change, once those are looked at."""

import pytest
from django.test import Client

from courses.models import CatchUp, CoursePage, Question
from courses.services.catching_up import open_catch_ups
from hub.access.groups import group_for_area
from hub.access.readers import reader_for
from hub.legislation.models import ActPage
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories import pages
from tests.factories.catching_up import caught_up, look_at
from tests.factories.courses import course_asking, earn_certificate, make_question, revoke
from tests.factories.people import AreaFactory, UserFactory, sign_in
from tests.factories.upkeep import change, publish

pytestmark = pytest.mark.django_db
CHANGES = "/learning/changes/"


@pytest.fixture
def act() -> ActPage:
    return publish(pages.act(title="The act"))


@pytest.fixture
def question(act: ActPage) -> Question:
    return make_question("Which age?", cites=[act])


@pytest.fixture
def course(question: Question) -> CoursePage:
    return course_asking(question, make_question("Who else?"))


@pytest.fixture
def holder(course: CoursePage) -> User:
    person = UserFactory()
    earn_certificate(person, course)
    return person


@pytest.fixture
def client(holder: User) -> Client:
    return sign_in(Client(), holder)


def offered(person: User) -> list[Question]:
    return [item.question for item in open_catch_ups(reader_for(person))]


def right_option(question: Question) -> str:
    return next(option["id"] for option in question.newest.data["options"] if option["right"])


def test_only_what_rests_on_the_change_is_offered(act, question, holder) -> None:
    change(act)
    assert offered(holder) == []
    look_at(question)
    assert offered(holder) == [question]


def test_whoever_holds_no_certificate_is_offered_nothing(act, question, holder) -> None:
    other = UserFactory()
    change(act)
    look_at(question)
    assert offered(other) == []
    assert CatchUp.objects.count() == 1


def test_who_passed_after_the_change_is_offered_nothing(act, question, course) -> None:
    change(act)
    late = UserFactory()
    look_at(question)
    earn_certificate(late, course)
    assert offered(late) == []


def test_a_revoked_certificate_offers_nothing(act, question, holder, course) -> None:
    revoke(holder.certificates.get())
    change(act)
    look_at(question)
    assert CatchUp.objects.count() == 0


def test_they_are_told_once_for_a_change(act, question, holder) -> None:
    change(act)
    look_at(question)
    look_at(question)
    assert Notice.objects.filter(person=holder, url=CHANGES).count() == 1


def test_it_says_what_changed_asks_and_tells(act, question, client) -> None:
    change(act, "The age is 16 now")
    look_at(question)
    assert "One question on just that waits for you." in client.get("/learning/").content.decode()
    page = client.get(CHANGES, follow=True)
    address = page.redirect_chain[-1][0]
    html = page.content.decode()
    assert "The age is 16 now" in html
    assert "Which age?" in html
    assert "Control shows in who benefits." not in html
    told = client.post(address, {"answer": right_option(question)}, follow=True)
    assert "Control shows in who benefits." in told.content.decode()
    assert "You are up to date" in client.get(CHANGES).content.decode()


def test_without_an_answer_it_is_asked_again(act, question, client) -> None:
    change(act)
    look_at(question)
    item = CatchUp.objects.get()
    answer = client.post(f"{CHANGES}{item.pk}/", {})
    assert "govuk-error-message" in answer.content.decode()
    item.refresh_from_db()
    assert item.answered_at is None


def test_nobody_opens_or_answers_that_of_another(act, question, holder) -> None:
    change(act)
    look_at(question)
    address = f"{CHANGES}{CatchUp.objects.get().pk}/"
    stranger = sign_in(Client(), UserFactory())
    assert stranger.get(address).status_code == 404
    assert stranger.post(address, {"answer": right_option(question)}).status_code == 404


def test_nobody_reads_what_another_answered() -> None:
    address = f"{CHANGES}{caught_up(UserFactory()).pk}/"
    assert sign_in(Client(), UserFactory()).get(address).status_code == 404


def test_who_may_not_read_what_changed_isnt_told_what_it_was(act, question, client) -> None:
    change(act, "A quiet change")
    look_at(question)
    pages.restrict(act, group_for_area(AreaFactory()))
    html = client.get(CHANGES, follow=True).content.decode()
    assert "Something that your course rests on changed on" in html
    assert "A quiet change" not in html
    assert "The act" not in html


def test_a_question_that_rests_again_waits(act, question, holder) -> None:
    act = change(act)
    look_at(question)
    change(act, "And more")
    assert offered(holder) == []
