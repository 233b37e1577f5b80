"""Discussions, announcements, polls and events: what begins them and what they aren't."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hub.access.enums import Marking, Role
from hub.access.models import AccessRule
from hub.access.rules import rule
from hub.access.tokens import MEMBER
from hub.forum.enums import ThreadKind
from hub.forum.feeds import entries_of_space
from hub.forum.models import Poll, PollVote, Step, Thread
from hub.forum.services import accept_answer, choose_in_poll
from tests.factories.forum import (
    SpaceFactory,
    event,
    first_post,
    moderator,
    moderator_of,
    poll,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

OTHERS = [kind for kind in ThreadKind if kind != ThreadKind.QUESTION]
TOMORROW = timezone.localdate() + timedelta(days=1)


def written(space, **more: object) -> dict[str, object]:
    return {"title": "The winter plan", "body": "Here it is.", "space": space.pk, **more}


def talk(**more: object) -> Thread:
    return question(kind=ThreadKind.DISCUSSION, **more)


def on(thread: Thread, days: int) -> Thread:
    """As if its last day to vote were this many days from today."""
    day = timezone.localdate() + timedelta(days=days)
    Poll.objects.filter(thread=thread).update(closes_on=day)
    return thread


def page_of(client: Client, thread: Thread) -> str:
    return client.get(thread.get_absolute_url()).content.decode()


class TestBeginning:
    def test_a_member_starts_a_discussion(self, as_person) -> None:
        as_person().post("/forum/start/discussion/", written(SpaceFactory()))
        assert Thread.objects.get().kind == ThreadKind.DISCUSSION

    def test_a_poll_keeps_its_answers_in_order(self, as_person) -> None:
        more = {"options": "Yes\n\nNo \nYes\nNeither", "closes_on": TOMORROW.strftime("%d/%m/%Y")}
        as_person().post("/forum/start/poll/", written(SpaceFactory(), **more))
        assert [option.text for option in Poll.objects.get().options.all()] == [
            "Yes",
            "No",
            "Neither",
        ]

    @pytest.mark.parametrize(
        ("options", "days"), [("Only one", 1), ("Yes\nNo", -1), ("Yes\nNo", 400)]
    )
    def test_a_poll_needs_two_answers_and_a_day_to_come(
        self, as_person, options: str, days: int
    ) -> None:
        day = timezone.localdate() + timedelta(days=days)
        more = {"options": options, "closes_on": day.strftime("%d/%m/%Y")}
        answer = as_person().post("/forum/start/poll/", written(SpaceFactory(), **more))
        assert "Here it is." in answer.content.decode()
        assert not Thread.objects.exists()

    def test_an_event_is_kept_in_the_time_of_the_place(self, as_person) -> None:
        more = {"day": "01/07/2031", "starts": "9:30", "ends": "11:00", "place": "Town Hall"}
        as_person().post("/forum/start/event/", written(SpaceFactory(), **more))
        starts_at = timezone.localtime(Thread.objects.get().event.starts_at)
        assert f"{starts_at:%Y-%m-%d %H:%M}" == "2031-07-01 09:30"

    @pytest.mark.parametrize(
        "wrong", [{"ends": "9:00"}, {"day": "01/07/2020"}, {"place": ""}, {"starts": ""}]
    )
    def test_an_event_needs_a_time_to_come_and_a_place(
        self, as_person, wrong: dict[str, str]
    ) -> None:
        more = {"day": "01/07/2031", "starts": "9:30", "ends": "11:00", "place": "Here"} | wrong
        as_person().post("/forum/start/event/", written(SpaceFactory(), **more))
        assert not Thread.objects.exists()

    def test_a_text_with_personal_details_is_asked_about(self, as_person) -> None:
        more = {"options": "Ring 07700 900123\nNo", "closes_on": TOMORROW.strftime("%d/%m/%Y")}
        answer = as_person().post("/forum/start/poll/", written(SpaceFactory(), **more))
        assert "07700 900123" in answer.content.decode()
        assert not Thread.objects.exists()

    def test_a_space_that_is_closed_is_no_choice(self, as_person) -> None:
        closed = space_of_area(AreaFactory())
        as_person().post("/forum/start/discussion/", written(closed))
        assert not Thread.objects.exists()

    def test_a_preview_posts_nothing(self, as_person) -> None:
        SpaceFactory()
        answer = as_person().post("/forum/start/poll/", {"body": "So **far**", "preview": "1"})
        assert "<strong>far</strong>" in answer.content.decode()
        assert not Thread.objects.exists()

    def test_a_form_sent_twice_makes_one_poll(self) -> None:
        person, space = UserFactory(), SpaceFactory()
        assert poll(author=person, space=space) == poll(author=person, space=space)
        assert Poll.objects.get().options.count() == 2

    def test_the_way_to_the_other_kinds_stands_where_one_asks(self, as_person) -> None:
        page = as_person().get("/forum/ask/").content.decode()
        assert "/forum/start/poll/" in page
        assert "/forum/start/announcement/" not in page


class TestAnnouncing:
    ADDRESS = "/forum/start/announcement/"

    def test_a_member_announces_nothing(self, as_person) -> None:
        space, browser = SpaceFactory(), as_person()
        assert browser.get(self.ADDRESS).status_code == 404
        assert browser.post(self.ADDRESS, written(space)).status_code == 404

    def test_a_moderator_announces(self, as_person) -> None:
        as_person(moderator()).post(self.ADDRESS, written(SpaceFactory()))
        assert Thread.objects.get().kind == ThreadKind.ANNOUNCEMENT

    def test_a_moderator_of_one_space_announces_there_alone(self) -> None:
        space, other = SpaceFactory(), SpaceFactory()
        browser = sign_in(Client(), moderator_of(space), mfa=True)
        browser.post(self.ADDRESS, written(other))
        assert not Thread.objects.exists()
        browser.post(self.ADDRESS, written(space))
        assert Thread.objects.get().space == space

    def test_a_lead_announces_in_spaces_about_their_area_alone(self, as_person) -> None:
        area = AreaFactory()
        space, other = SpaceFactory(area=area), SpaceFactory(area=AreaFactory())
        browser = as_person(with_role(UserFactory(), Role.LEAD, area=area))
        browser.post(self.ADDRESS, written(other))
        assert not Thread.objects.exists()
        browser.post(self.ADDRESS, written(space))
        assert Thread.objects.get().space == space

    def test_nobody_announces_without_a_name(self, as_person) -> None:
        as_person(moderator()).post(self.ADDRESS, written(SpaceFactory(), anonymous="on"))
        assert Thread.objects.get().author is not None


class TestNoQuestion:
    def test_it_neither_waits_nor_is_solved(self, as_person) -> None:
        talk(title="Let us talk")
        for state in ("unsolved", "unanswered", "solved"):
            assert "Let us talk" not in as_person().get(f"/forum/?state={state}").content.decode()
        assert "Let us talk" not in as_person().get("/forum/waiting/").content.decode()

    def test_nobody_is_asked_to_answer_it(self) -> None:
        talk()
        assert not Step.objects.exists()

    def test_nothing_is_accepted_in_it(self, as_person) -> None:
        thread = talk()
        post = reply(thread)
        browser = as_person(thread.author)
        assert browser.post(f"/forum/posts/{post.pk}/accept/").status_code == 404
        with pytest.raises(ValueError, match="accepted"):
            accept_answer(post=post, by=thread.author)

    def test_its_page_says_what_it_is_and_asks_for_replies(self, as_person) -> None:
        page = page_of(as_person(), talk())
        assert "Discussion" in page
        assert "Answer this question" not in page

    def test_lists_and_feeds_say_what_it_is(self, client: Client) -> None:
        thread = talk(title="Let us talk")
        assert "<strong>Discussion</strong>" in client.get("/forum/").content.decode()
        assert entries_of_space(thread.space)[0].title == "Discussion: Let us talk"

    def test_the_forum_is_narrowed_to_one_kind(self, client: Client) -> None:
        talk(title="Let us talk")
        question(title="Who asks?")
        page = client.get("/forum/?kind=discussion").content.decode()
        assert "Let us talk" in page
        assert "Who asks?" not in page

    def test_its_writer_edits_the_title(self, as_person) -> None:
        thread = talk()
        more = {"title": "A better title", "body": "New.", "version": 1}
        as_person(thread.author).post(f"/forum/posts/{first_post(thread).pk}/edit/", more)
        thread.refresh_from_db()
        assert thread.title == "A better title"


class TestVoting:
    def vote(self, browser: Client, thread: Thread, *numbers: int) -> None:
        chosen = thread.poll.options.filter(number__in=numbers)
        browser.post(
            f"/forum/threads/{thread.pk}/choose/", {"option": [option.pk for option in chosen]}
        )

    def test_results_are_shown_after_voting_only(self, as_person) -> None:
        thread, browser = poll(), as_person()
        assert "1 person voted" not in page_of(browser, thread)
        self.vote(browser, thread, 1)
        assert "1 person voted" in page_of(browser, thread)

    def test_results_are_shown_to_everyone_once_it_is_closed(
        self, as_person, client: Client
    ) -> None:
        thread = poll()
        self.vote(as_person(), thread, 1)
        assert "1 person voted" not in page_of(client, thread)
        assert "1 person voted" in page_of(client, on(thread, -1))

    def test_it_is_open_on_its_last_day_and_closed_after_it(self, as_person) -> None:
        thread = on(poll(), 0)
        self.vote(as_person(), thread, 1)
        self.vote(as_person(), on(thread, -1), 1)
        assert PollVote.objects.count() == 1

    def test_a_second_vote_takes_the_place_of_the_first(self, as_person) -> None:
        thread, browser = poll(), as_person()
        self.vote(browser, thread, 1)
        self.vote(browser, thread, 2)
        assert PollVote.objects.get().option.number == 2

    def test_one_answer_alone_is_taken_where_one_is_asked_for(self) -> None:
        thread = poll()
        with pytest.raises(ValueError, match="One answer"):
            choose_in_poll(
                poll=thread.poll, person=UserFactory(), options=list(thread.poll.options.all())
            )

    def test_several_are_taken_where_they_may_be(self, as_person) -> None:
        thread = poll(several=True)
        self.vote(as_person(), thread, 1, 2)
        assert PollVote.objects.count() == 2

    def test_nobody_is_told_who_voted(self, as_person) -> None:
        voter, thread = UserFactory(name="Wilhelmina Quist"), poll()
        self.vote(as_person(voter), thread, 1)
        page = page_of(as_person(moderator()), on(thread, -1))
        assert "Wilhelmina" not in page

    def test_an_answer_of_another_poll_counts_nowhere(self, as_person) -> None:
        foreign = poll().poll.options.first()
        as_person().post(f"/forum/threads/{poll().pk}/choose/", {"option": foreign.pk})
        assert not PollVote.objects.exists()

    def test_a_closed_space_takes_no_votes(self, as_person) -> None:
        thread = poll(space=space_of_area(AreaFactory()))
        assert as_person().post(f"/forum/threads/{thread.pk}/choose/").status_code == 404


class TestEvents:
    def test_the_page_says_when_and_where(self, client: Client) -> None:
        thread = event()
        starts = timezone.localtime(thread.event.starts_at)
        page = page_of(client, thread)
        assert f"{starts:%H:%M}" in page
        assert "Town Hall, room 2" in page

    def test_it_goes_into_a_calendar(self, client: Client) -> None:
        answer = client.get(f"/forum/threads/{event().pk}/event.ics")
        assert answer["Content-Type"].startswith("text/calendar")
        assert "SUMMARY:Open morning\\; come\\, all\r\n" in answer.content.decode()

    def test_a_closed_one_goes_to_nobody_else(self, as_person) -> None:
        thread = event(space=space_of_area(AreaFactory()))
        assert as_person().get(f"/forum/threads/{thread.pk}/event.ics").status_code == 404

    def test_a_sensitive_one_leaves_the_hub_for_nobody(self) -> None:
        practitioner = with_role(UserFactory(), Role.PRACTITIONER)
        space = SpaceFactory(
            access_rule=AccessRule.objects.for_rule(rule([MEMBER])),
            marking=Marking.OFFICIAL_SENSITIVE,
        )
        thread, browser = event(space=space), sign_in(Client(), practitioner, mfa=True)
        assert "event.ics" not in page_of(browser, thread)
        assert browser.get(f"/forum/threads/{thread.pk}/event.ics").status_code == 404

    def test_a_question_is_no_event(self, client: Client) -> None:
        assert client.get(f"/forum/threads/{question().pk}/event.ics").status_code == 404
