"""A solved thread becomes a draft for the reviewers, linked both ways, thanking who agreed."""

import pytest
from django.test import Client
from wagtail.models import WorkflowState

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.forum.models import GrownPage, Thanks, Thread
from hub.forum.services import accept_answer
from hub.glossary.models import TermPage
from hub.guidance.models import PracticePage
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.forum import members_space, question, reply
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db

DRAFT = {
    "title": "One worker for each child",
    "summary": "How a team kept one worker with a child.",
    "place": "A county in the north",
    "problem": "Children met a new worker each month.",
    "what_was_done": "One worker stayed, whatever the service.",
}


def solved(**fields: object) -> Thread:
    thread = question(title="Who stays with the child?", **fields)
    answer = reply(thread, author=UserFactory(name="Robin Answer"), body="One worker stays.")
    accept_answer(post=answer, by=UserFactory())
    thread.refresh_from_db()
    return thread


def author() -> User:
    return with_role(UserFactory(), Role.AUTHOR)


def address(thread: Thread, kind: str = "practice") -> str:
    return f"/forum/threads/{thread.pk}/{kind}/"


def drafted(as_person, thread: Thread) -> PracticePage:
    as_person(author()).post(address(thread), DRAFT)
    return PracticePage.objects.get(title=DRAFT["title"])


def text_of(client: Client, url: str) -> str:
    return client.get(url).content.decode()


class TestDraft:
    def test_it_waits_for_the_reviewers_and_nobody_reads_it_yet(self, as_person) -> None:
        page = drafted(as_person, solved())
        assert not page.live
        assert page.what_was_done == DRAFT["what_was_done"]
        assert WorkflowState.objects.active().get(object_id=str(page.pk))
        assert as_person().get(page.get_url()).status_code == 404
        assert AuditRecord.objects.filter(action="forum.page_grown").exists()

    def test_a_term_is_made_likewise(self, as_person) -> None:
        draft = {"title": "Cuckooing", "definition": "Taking over a person's home."}
        as_person(author()).post(address(solved(), "term"), draft)
        assert TermPage.objects.get(title="Cuckooing").definition == draft["definition"]

    def test_the_form_starts_with_what_was_asked_and_answered(self, as_person) -> None:
        page = text_of(as_person(author()), address(solved(body="Workers change monthly.")))
        assert "Workers change monthly." in page
        assert "One worker stays." in page

    def test_what_is_missing_is_said_and_what_was_typed_stays(self, as_person) -> None:
        sent = DRAFT | {"place": ""}
        page = as_person(author()).post(address(solved()), sent).content.decode()
        assert "Enter a place, such as a county." in page
        assert DRAFT["what_was_done"] in page
        assert not PracticePage.objects.filter(title=DRAFT["title"]).exists()

    @pytest.mark.parametrize("title", ["\u2800", "Share"])
    def test_a_title_that_makes_no_address_is_refused(self, as_person, title: str) -> None:
        page = as_person(author()).post(address(solved()), DRAFT | {"title": title})
        assert "Say it in a few words more." in page.content.decode()

    def test_words_about_a_person_are_asked_about(self, as_person) -> None:
        sent = DRAFT | {"problem": "Ring 07700 900123"}
        as_person(author()).post(address(solved()), sent)
        assert not PracticePage.objects.filter(title=DRAFT["title"]).exists()


class TestPrivateThread:
    def test_nothing_of_it_is_taken_over(self, as_person) -> None:
        thread = solved(space=members_space(), body="Workers change monthly.")
        page = text_of(as_person(author()), address(thread))
        assert "Workers change monthly." not in page

    def test_its_sentences_are_refused(self, as_person) -> None:
        said = "The worker in the blue house leaves at the end of every single month."
        thread = solved(space=members_space(), body=said)
        page = as_person(author()).post(address(thread), DRAFT | {"problem": said})
        assert "stands in a private space" in page.content.decode()
        assert not PracticePage.objects.filter(title=DRAFT["title"]).exists()


class TestWhoMay:
    @pytest.mark.parametrize("role", [Role.AUTHOR, Role.REVIEWER, Role.FRONT_LINE, Role.MODERATOR])
    def test_who_writes_or_answers_for_the_hub(self, as_person, role: Role) -> None:
        thread = solved()
        browser = as_person(with_role(UserFactory(), role))
        assert address(thread) in text_of(browser, thread.get_absolute_url())
        assert browser.get(address(thread)).status_code == 200

    def test_the_lead_of_an_area(self, as_person) -> None:
        lead = with_role(UserFactory(), Role.LEAD, area=AreaFactory())
        assert as_person(lead).get(address(solved())).status_code == 200

    def test_nobody_else(self, as_person) -> None:
        thread = solved()
        browser = as_person(with_role(UserFactory(), Role.PRACTITIONER))
        assert address(thread) not in text_of(browser, thread.get_absolute_url())
        assert browser.get(address(thread)).status_code == 404

    def test_of_what_is_not_solved_nothing_is_made(self, as_person) -> None:
        assert as_person(author()).get(address(question())).status_code == 404


class TestLinks:
    def test_thread_and_page_lead_to_each_other_once_it_is_published(self, as_person) -> None:
        thread = solved()
        page = drafted(as_person, thread)
        assert "What this became" not in text_of(as_person(), thread.get_absolute_url())
        page.get_latest_revision().publish()
        there = text_of(as_person(), thread.get_absolute_url())
        assert "What this became" in there
        assert there.count(f'href="{page.get_url()}"') == 1
        assert thread.title in text_of(as_person(), page.get_url())

    def test_a_private_thread_is_not_named_on_the_page(self, as_person) -> None:
        thread = solved(space=members_space())
        page = drafted(as_person, thread)
        page.get_latest_revision().publish()
        assert thread.title not in text_of(Client(), page.get_url())


class TestThanks:
    def test_only_who_agreed_is_named(self, as_person) -> None:
        thread = solved(author=UserFactory(name="Ashley Asker"))
        page = drafted(as_person, thread)
        page.get_latest_revision().publish()
        assert "With thanks to" not in text_of(as_person(), page.get_url())
        row = Thanks.objects.get(person=thread.accepted.author)
        as_person(row.person).post(f"/forum/thanks/{row.pk}/", {"agreed": "yes"})
        there = text_of(as_person(), page.get_url())
        assert "With thanks to Robin Answer." in there
        assert "Ashley Asker" not in there

    def test_the_name_comes_off_again(self, as_person) -> None:
        page = drafted(as_person, solved())
        page.get_latest_revision().publish()
        row = Thanks.objects.get(person__name="Robin Answer")
        for answer in ("yes", "no"):
            as_person(row.person).post(f"/forum/thanks/{row.pk}/", {"agreed": answer})
        assert "Robin Answer" not in text_of(as_person(), page.get_url())

    def test_who_gave_no_name_is_not_asked(self, as_person) -> None:
        drafted(as_person, solved(anonymous=True))
        assert [row.person.name for row in Thanks.objects.all()] == ["Robin Answer"]

    def test_nobody_answers_for_somebody_else(self, as_person) -> None:
        drafted(as_person, solved())
        row = Thanks.objects.first()
        answer = as_person(UserFactory()).post(f"/forum/thanks/{row.pk}/", {"agreed": "yes"})
        row.refresh_from_db()
        assert answer.status_code == 404
        assert row.agreed is None


def test_publishing_is_told_once_to_maker_and_writers(as_person) -> None:
    page = drafted(as_person, solved())
    for _again in range(2):
        page.get_latest_revision().publish()
    told = Notice.objects.filter(text__contains="grew out of the forum is published")
    assert told.count() == 3
    assert GrownPage.objects.get().made_by_id in told.values_list("person_id", flat=True)
