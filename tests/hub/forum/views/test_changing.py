"""The forms in which the writers of polls and events change them, and the history of that."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hub.forum.besides import answers_of
from hub.forum.models import Event, Poll, PollVote, PostRevision, Thread
from hub.forum.services import choose_in_poll, edit_event, edit_post
from hub.users.models import User
from tests.factories.forum import event, first_post, moderator, poll
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

Visit = Callable[..., Client]


def address(thread: Thread, page: str = "edit") -> str:
    return f"/forum/posts/{first_post(thread).pk}/{page}/"


def shown(browser: Client, thread: Thread) -> dict[str, object]:
    """What the form holds, as a browser would send it."""
    form = browser.get(address(thread)).context["form"]
    fields = {name: form[name] for name in form.fields}
    typed = {
        name: field.field.widget.format_value(field.value()) if name not in {"files"} else ""
        for name, field in fields.items()
        if hasattr(field.field.widget, "format_value")
    }
    return {name: value for name, value in typed.items() if value}


def vote(thread: Thread) -> User:
    voter = UserFactory()
    option = thread.poll.options.first()
    choose_in_poll(poll=thread.poll, person=voter, options=[option])
    return voter


class TestEvents:
    def test_the_form_sent_as_it_stands_changes_nothing(self, as_person: Visit) -> None:
        thread = event()
        before, browser = thread.event, as_person(thread.author)
        browser.post(address(thread), shown(browser, thread))
        held = Event.objects.get()
        assert (held.starts_at, held.ends_at) == (before.starts_at, before.ends_at)
        assert not PostRevision.objects.exists()

    def test_the_writer_changes_time_and_place(self, as_person: Visit) -> None:
        thread = event()
        browser = as_person(thread.author)
        more = {"day": "2/7/2031", "starts": "10:15", "ends": "11.00", "place": "Library"}
        browser.post(address(thread), shown(browser, thread) | more)
        held = Event.objects.get()
        assert timezone.localtime(held.starts_at) == timezone.make_aware(
            datetime(2031, 7, 2, 10, 15)
        )
        assert held.place == "Library"

    @pytest.mark.parametrize(
        ("wrong", "said"),
        [
            ({"ends": "0:00"}, "It ends after it starts."),
            ({"day": "1/7/2020"}, "Choose a day that is still to come."),
            ({"place": "", "link": ""}, "Say where it is"),
            ({"starts": "soon"}, "Enter a valid time."),
        ],
    )
    def test_what_is_wrong_is_said_and_what_was_typed_stays(
        self, as_person: Visit, wrong: dict[str, str], said: str
    ) -> None:
        thread = event()
        browser = as_person(thread.author)
        sent = shown(browser, thread) | {"body": "Other words."} | wrong
        page = browser.post(address(thread), sent).content.decode()
        assert said in page
        assert "Other words." in page
        assert not PostRevision.objects.exists()

    def test_the_text_of_one_that_is_over_can_be_mended(self, as_person: Visit) -> None:
        thread = event()
        past = timezone.now() - timedelta(days=9)
        Event.objects.update(starts_at=past, ends_at=past + timedelta(minutes=1))
        browser = as_person(thread.author)
        browser.post(address(thread), shown(browser, thread) | {"body": "Thank you all."})
        assert first_post(thread).body == "Thank you all."

    def test_the_history_shows_what_changed_word_by_word(self, client: Client) -> None:
        thread = event()
        held, post = thread.event, first_post(thread)
        edit_event(
            post=post,
            editor=thread.author,
            body=post.body,
            version=1,
            starts_at=held.starts_at,
            ends_at=held.ends_at,
            place="Library, room 2",
        )
        page = client.get(address(thread, "history")).content.decode()
        assert "</span>Town Hall<span" in page or "</span>Town<span" in page
        assert "</span>Library<span" in page
        assert "Where: Town Hall, room 2" in page

    def test_a_version_from_before_it_was_kept_shows_no_change_of_it(self, client: Client) -> None:
        thread = event()
        edit_post(post=first_post(thread), editor=thread.author, body="New words.", version=1)
        PostRevision.objects.update(besides="")
        pieces = client.get(address(thread, "history")).context["compared"].pieces
        assert not any("Town" in piece.text for piece in pieces if piece.kind != "same")

    def test_somebody_else_changes_nothing(self, as_person: Visit) -> None:
        thread = event()
        for person in (UserFactory(), moderator()):
            assert as_person(person).post(address(thread), {"place": "X"}).status_code == 404

    def test_what_was_typed_meanwhile_is_kept_beside_what_stands_now(
        self, as_person: Visit
    ) -> None:
        thread = event()
        browser = as_person(thread.author)
        sent = shown(browser, thread) | {"day": "2/7/2031", "place": "Typed place"}
        edit_post(post=first_post(thread), editor=thread.author, body="Saved.", version=1)
        answer = browser.post(address(thread), sent)
        page = answer.content.decode()
        assert answer.status_code == 409
        assert all(text in page for text in ("2/7/2031", "Typed place", "Where: Town Hall, room 2"))

    def test_a_calendar_knows_that_it_is_the_same_and_newer(
        self, as_person: Visit, client: Client
    ) -> None:
        thread = event()
        files = f"/forum/threads/{thread.pk}/event.ics"
        before = client.get(files).content.decode()
        browser = as_person(thread.author)
        browser.post(address(thread), shown(browser, thread) | {"title": "Another title"})
        after = client.get(files).content.decode()
        uids = [line for file in (before, after) for line in file.splitlines() if "UID:" in line]
        assert uids[0] == uids[1]
        assert "SEQUENCE:0" in before
        assert "SEQUENCE:1" in after


class TestPolls:
    def test_the_writer_changes_answers_and_the_last_day(self, as_person: Visit) -> None:
        thread = poll()
        browser, day = as_person(thread.author), timezone.localdate() + timedelta(days=3)
        more = {"options": "Monday\nNever", "closes_on": f"{day:%d/%m/%Y}"}
        browser.post(address(thread), shown(browser, thread) | more)
        held = Poll.objects.get()
        assert (answers_of(held), held.closes_on) == (["Monday", "Never"], day)

    def test_after_a_vote_the_form_says_that_the_answers_stay(self, as_person: Visit) -> None:
        thread = poll()
        browser = as_person(thread.author)
        assert "readonly" not in browser.get(address(thread)).content.decode()
        vote(thread)
        page = browser.get(address(thread)).content.decode()
        assert "Somebody has voted: the answers stay as they are." in page
        assert "readonly" in page

    def test_a_vote_while_the_form_is_open_keeps_the_answers_and_all_that_was_typed(
        self, as_person: Visit
    ) -> None:
        thread = poll()
        browser = as_person(thread.author)
        sent = shown(browser, thread) | {"options": "Monday\nNever", "body": "Other words."}
        vote(thread)
        answer = browser.post(address(thread), sent)
        error = answer.context["form"].errors["options"][0]
        assert "so the answers stay as they were: Tuesday; Thursday." in error
        page = answer.content.decode()
        assert "Monday\nNever" in page
        assert "Other words." in page
        assert (PollVote.objects.count(), first_post(thread).version) == (1, 1)

    def test_it_is_closed_at_once(self, as_person: Visit, client: Client) -> None:
        thread = poll()
        vote(thread)
        browser = as_person(thread.author)
        browser.post(address(thread), shown(browser, thread) | {"close_now": "on"})
        page = client.get(thread.get_absolute_url()).content.decode()
        assert "Closed on" in page
        assert "1 person voted" in page
        assert "close_now" not in browser.get(address(thread)).content.decode()

    def test_a_poll_that_closed_meanwhile_is_not_opened_again(self, as_person: Visit) -> None:
        thread = poll()
        browser, day = as_person(thread.author), timezone.localdate() + timedelta(days=30)
        sent = shown(browser, thread) | {"closes_on": f"{day:%d/%m/%Y}", "body": "Typed."}
        Poll.objects.update(closes_on=timezone.localdate() - timedelta(days=1))
        answer = browser.post(address(thread), sent)
        assert "closed and stays so" in answer.context["form"].errors["closes_on"][0]
        assert "Typed." in answer.content.decode()

    @pytest.mark.parametrize("days", [-1, 400])
    def test_a_last_day_lies_within_a_year(self, as_person: Visit, days: int) -> None:
        thread = poll()
        browser, day = as_person(thread.author), timezone.localdate() + timedelta(days=days)
        sent = shown(browser, thread) | {"closes_on": f"{day:%d/%m/%Y}"}
        answer = browser.post(address(thread), sent)
        assert "within a year" in answer.context["form"].errors["closes_on"][0]

    def test_a_voter_whose_answers_were_replaced_is_told(self, as_person: Visit) -> None:
        thread = poll()
        seen = thread.poll.options.first().pk
        browser = as_person(thread.author)
        browser.post(address(thread), shown(browser, thread) | {"options": "Monday\nNever"})
        answer = as_person().post(
            f"/forum/threads/{thread.pk}/choose/", {"option": seen}, follow=True
        )
        assert "The answers have changed meanwhile." in answer.content.decode()
        assert not PollVote.objects.exists()

    def test_personal_details_in_an_answer_are_asked_about(self, as_person: Visit) -> None:
        thread = poll()
        browser = as_person(thread.author)
        sent = shown(browser, thread) | {"options": "Ring 07700 900123\nNo"}
        assert "07700 900123" in browser.post(address(thread), sent).content.decode()
        assert answers_of(Poll.objects.get()) == ["Tuesday", "Thursday"]
