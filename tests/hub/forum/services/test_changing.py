"""Polls and events that their writers change: what stays, what is kept, and who is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from hub.forum.besides import answers_of
from hub.forum.models import (
    HeldPhrase,
    HiddenAuthor,
    Poll,
    PollOption,
    PollVote,
    Post,
    PostNews,
    Thread,
)
from hub.forum.services import (
    AnswersFixed,
    EditConflict,
    NoSuchAnswer,
    PollOver,
    approve_post,
    choose_in_poll,
    edit_event,
    edit_poll,
)
from hub.forum.telling import tell_followers
from hub.notices.models import Notice
from hub.notices.services import mute, subscribe
from hub.users.models import User
from tests.factories.forum import event, first_post, moderator, poll
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

CHANGED = "changed when or where"


def moved(thread: Thread, **wanted: object) -> Post:
    """The event is changed by its writer, and followers are told as the worker would."""
    held, post = thread.event, first_post(thread)
    given = {"starts_at": held.starts_at, "ends_at": held.ends_at, "place": held.place}
    written = {"body": post.body, "version": post.version, "editor": thread.author}
    saved = edit_event(post=post, **(written | given | wanted))
    tell_followers.call()
    thread.refresh_from_db()
    return saved


def changed(thread: Thread, **wanted: object) -> Post:
    held, post = Poll.objects.get(thread=thread), first_post(thread)
    given = {"options": answers_of(held), "closes_on": held.closes_on}
    written = {"body": post.body, "version": post.version, "editor": thread.author}
    return edit_poll(post=post, **(written | given | wanted))


def voted(thread: Thread) -> PollOption:
    option = thread.poll.options.first()
    choose_in_poll(poll=thread.poll, person=UserFactory(), options=[option])
    return option


def follower(thread: Thread) -> User:
    person = UserFactory()
    subscribe(person=person, kind="thread", object_id=thread.pk)
    return person


def told(person: User) -> list[str]:
    notices = Notice.objects.filter(person=person, text__contains=CHANGED)
    return list(notices.values_list("text", flat=True))


class TestEvents:
    def test_another_place_counts_and_the_history_keeps_the_one_before(self) -> None:
        saved = moved(event(), place="Library")
        assert saved.thread.event.place == "Library"
        assert "Town Hall, room 2" in saved.revisions.get().besides

    def test_followers_are_told_once_of_each_change(self) -> None:
        thread = event()
        person = follower(thread)
        for place in ("Library", "School"):
            moved(thread, place=place)
            tell_followers.call()
        assert len(told(person)) == 2

    @pytest.mark.parametrize("hours", [1, 48])
    def test_they_are_told_of_another_time(self, hours: int) -> None:
        thread, later = event(), timedelta(hours=hours)
        person = follower(thread)
        moved(
            thread,
            starts_at=thread.event.starts_at + later,
            ends_at=thread.event.ends_at + later,
        )
        assert told(person) == [f"{thread.signed.name} {CHANGED} “{thread.title}” is"]

    def test_they_are_not_told_of_another_text(self) -> None:
        thread = event()
        person = follower(thread)
        moved(thread, body="On school moves, and more.")
        assert told(person) == []

    def test_neither_the_writer_nor_who_muted_it_is_told(self) -> None:
        thread = event()
        person = follower(thread)
        mute(person=person, kind="thread", object_id=thread.pk)
        moved(thread, place="Library")
        assert not Notice.objects.filter(text__contains=CHANGED).exists()

    def test_an_anonymous_writer_is_not_named(self) -> None:
        thread = event(anonymous=True)
        person = follower(thread)
        writer = HiddenAuthor.objects.get(post=first_post(thread)).person
        moved(thread, place="Library", editor=writer)
        assert writer.get_full_name() not in told(person)[0]

    def test_whoever_was_not_told_yet_hears_of_both_at_once(self) -> None:
        thread = event()
        person = follower(thread)
        PostNews.objects.create(post=first_post(thread))
        moved(thread, place="Library")
        assert Notice.objects.filter(person=person).count() == 1

    def test_a_held_change_is_told_of_when_it_is_approved(self) -> None:
        HeldPhrase.objects.create(phrase="Hidden Lane", why="?")
        thread = event()
        person = follower(thread)
        saved = moved(thread, place="Hidden Lane 5")
        assert saved.is_held
        assert told(person) == []
        approve_post(post=saved, by=moderator())
        tell_followers.call()
        assert len(told(person)) == 1

    def test_the_second_of_two_changes_is_refused_and_overwrites_nothing(self) -> None:
        thread = event()
        moved(thread, place="Library")
        with pytest.raises(EditConflict):
            moved(thread, place="School", version=1)
        assert Thread.objects.get().event.place == "Library"

    def test_the_same_again_is_no_change(self) -> None:
        thread = event()
        person = follower(thread)
        assert moved(thread).version == 1
        assert told(person) == []


class TestAnswers:
    @pytest.mark.parametrize("wanted", [["Monday", "Thursday"], ["Tuesday", "Friday", "Never"]])
    def test_they_change_while_nobody_voted_and_the_history_keeps_them(
        self, wanted: list[str]
    ) -> None:
        thread = poll()
        saved = changed(thread, options=wanted)
        assert answers_of(thread.poll) == wanted
        assert "- Tuesday\n- Thursday" in saved.revisions.get().besides

    @pytest.mark.parametrize(
        "wanted", [["Monday", "Thursday"], ["Tuesday"], ["Thursday", "Tuesday"]]
    )
    def test_they_stay_once_somebody_voted(self, wanted: list[str]) -> None:
        thread = poll()
        voted(thread)
        with pytest.raises(AnswersFixed) as fixed:
            changed(thread, options=wanted, body="Other words.")
        assert fixed.value.answers == answers_of(thread.poll) == ["Tuesday", "Thursday"]
        assert (PollVote.objects.count(), first_post(thread).version) == (1, 1)

    def test_a_vote_for_words_that_were_replaced_counts_for_no_others(self) -> None:
        thread = poll()
        seen = thread.poll.options.first()
        changed(thread, options=["Never", "Thursday"])
        with pytest.raises(NoSuchAnswer):
            choose_in_poll(poll=thread.poll, person=UserFactory(), options=[seen])
        assert not PollVote.objects.exists()

    def test_the_question_may_change_after_votes(self) -> None:
        thread = poll()
        voted(thread)
        assert changed(thread, title="Which day suits all?", body="Say.").version == 2

    def test_what_has_to_be_looked_at_is_held_in_an_answer_too(self) -> None:
        HeldPhrase.objects.create(phrase="Hidden Lane", why="?")
        assert changed(poll(), options=["At Hidden Lane 5", "Thursday"]).is_held


class TestClosing:
    @pytest.mark.parametrize("days", [1, 30])
    def test_the_last_day_moves_earlier_and_later_after_votes(self, days: int) -> None:
        thread, day = poll(), timezone.localdate() + timedelta(days=days)
        voted(thread)
        changed(thread, closes_on=day)
        assert Poll.objects.get().closes_on == day

    def test_it_can_be_closed_at_once(self) -> None:
        thread = poll()
        voted(thread)
        saved = changed(thread, close_now=True)
        assert Poll.objects.get().is_closed
        assert saved.version == 2

    def test_nobody_votes_in_one_that_was_closed(self) -> None:
        thread = poll()
        changed(thread, close_now=True)
        with pytest.raises(ValueError, match="closed"):
            voted(thread)

    @pytest.mark.parametrize("closed_by", ["writer", "time"])
    def test_a_closed_one_is_not_opened_again(self, closed_by: str) -> None:
        thread = poll()
        if closed_by == "writer":
            changed(thread, close_now=True)
        else:
            yesterday = timezone.localdate() - timedelta(days=1)
            Poll.objects.update(closes_on=yesterday)
        with pytest.raises(PollOver):
            changed(thread, closes_on=timezone.localdate() + timedelta(days=20))
        assert Poll.objects.get().is_closed

    def test_an_edit_of_a_closed_one_leaves_it_closed(self) -> None:
        thread = poll()
        changed(thread, close_now=True)
        changed(thread, body="Other words.")
        assert Poll.objects.get().is_closed
