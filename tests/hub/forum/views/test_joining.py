"""Moderators split posts off a thread and merge threads; links, votes and reading stay."""

import pytest
from django.test import Client

from hub.access.enums import Marking, Role
from hub.access.models import AccessRule, AuditRecord
from hub.access.rules import rule
from hub.access.tokens import MEMBER
from hub.forum.models import Post, ReadPosition, Thread
from hub.forum.services import (
    NotMoved,
    accept_answer,
    ask_question,
    hide_post,
    merge_thread,
    move_thread,
    reply_to_thread,
    split_thread,
    vote,
)
from hub.notices.models import Notice, Subscription
from hub.notices.services import subscribe
from hub.taxonomy.models import Area
from hub.users.models import User
from search.models import Entry, EntryText
from tests.factories.forum import (
    SpaceFactory,
    first_post,
    members_space,
    moderator,
    moderator_of,
    poll,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

REASON = {"reason": "Another matter"}


def to(thread: Thread, act: str) -> str:
    return f"/forum/threads/{thread.pk}/{act}/"


def split_off(thread: Thread, *posts: Post, **options: object) -> Thread:
    asked = {"title": "Lifts to school", "kind": "discussion", "reason": "Another matter"}
    numbers = [post.number for post in posts]
    return split_thread(thread=thread, numbers=numbers, by=moderator(), **(asked | options))


def merged(thread: Thread, into: Thread, **options: object) -> Thread:
    return merge_thread(thread=thread, into=into, by=moderator(), reason="The same", **options)


def in_area(area: Area) -> User:
    return with_role(UserFactory(), Role.PRACTITIONER, area=area)


def page_of(browser: Client, thread: Thread) -> str:
    return browser.get(thread.get_absolute_url()).content.decode()


@pytest.mark.parametrize("act", ["split", "merge"])
def test_members_and_moderators_of_other_spaces_do_neither(as_person, act: str) -> None:
    thread = question()
    reply(thread=thread)
    other = sign_in(Client(), moderator_of(SpaceFactory()), mfa=True)
    for browser in (as_person(thread.author), other):
        assert browser.get(to(thread, act)).status_code == 404
        assert browser.post(to(thread, act), REASON).status_code == 404


class TestSplitting:
    def test_the_posts_are_a_thread_of_their_own(self, as_person) -> None:
        thread = question(title="Who sees a child's record?")
        kept, gone = reply(thread=thread, body="The school does."), reply(thread=thread)
        asked = {"posts": [gone.number], "title": "Lifts to school", "kind": "question"}
        answer = as_person(moderator()).post(to(thread, "split"), REASON | asked, follow=True)
        made = Thread.objects.get(title="Lifts to school")
        assert answer.redirect_chain[-1][0] == made.get_absolute_url()
        assert (made.space, made.author, made.kind) == (thread.space, gone.author, "question")
        assert [post.pk for post in made.posts.all()] == [gone.pk]
        assert [post.pk for post in thread.posts.replies()] == [kept.pk]
        thread.refresh_from_db()
        assert (thread.reply_count, made.reply_count) == (1, 0)
        record = AuditRecord.objects.get(action="forum.thread_split")
        assert record.reason == "Another matter"

    def test_links_votes_and_reading_stay(self, client: Client) -> None:
        thread, reader = question(), UserFactory()
        posts = [reply(thread=thread) for _ in range(4)]
        vote(post=posts[2], person=reader)
        ReadPosition.objects.create(thread=thread, person=reader, number=posts[2].number)
        made = split_off(thread, *posts[1:])
        leads = client.get(posts[2].get_absolute_url())["Location"]
        assert leads == f"{made.get_absolute_url()}#post-2"
        assert made.posts.get(number=2).vote_count == 1
        assert ReadPosition.objects.get(thread=made, person=reader).number == 2

    def test_whoever_follows_the_one_follows_both(self) -> None:
        thread = question()
        made = split_off(thread, reply(thread=thread))
        following = Subscription.objects.of("thread", made.pk)
        assert [row.person for row in following] == [thread.author]

    def test_search_finds_each_by_its_own_words(self) -> None:
        thread = question()
        made = split_off(thread, reply(thread=thread, body="The nightjar sings."))
        texts = EntryText.objects.filter(body__contains="nightjar", entry__kind="thread")
        assert [text.entry.object_id for text in texts] == [made.pk]

    def test_an_accepted_answer_that_goes_is_accepted_no_more(self) -> None:
        thread = question()
        answer = reply(thread=thread)
        accept_answer(post=answer, by=thread.author)
        split_off(thread, answer)
        thread.refresh_from_db()
        assert thread.accepted is None

    def test_the_asker_s_mark_is_that_of_the_new_thread(self) -> None:
        thread = question()
        first, own = reply(thread=thread), reply(thread=thread, author=thread.author)
        again = reply(thread=thread, author=first.author)
        assert own.by_asker
        made = split_off(thread, first, own, again)
        marks = made.posts.order_by("number").values_list("by_asker", flat=True)
        assert list(marks) == [True, False, True]

    def test_two_without_a_name_are_not_seen_to_be_by_one_hand(self) -> None:
        thread, writer = question(), UserFactory()
        posts = [
            reply_to_thread(thread=thread, author=writer, body=body, anonymous=True)
            for body in ("One", "Two")
        ]
        made = split_off(thread, *posts)
        assert made.author is None
        assert list(made.posts.order_by("number").values_list("by_asker", flat=True)) == [
            True,
            False,
        ]

    def test_neither_the_beginning_nor_a_hidden_post_is_offered(self, as_person) -> None:
        thread = question()
        hidden = reply(thread=thread, body="Out of sight")
        hide_post(post=hidden, by=moderator(), reason="Names a child")
        reply(thread=thread, body="In sight")
        page = as_person(moderator()).get(to(thread, "split")).content.decode()
        assert "In sight" in page
        assert "Out of sight" not in page
        with pytest.raises(NotMoved):
            split_off(thread, first_post(thread), hidden)

    def test_what_is_missing_is_said_and_nothing_is_lost(self, as_person) -> None:
        thread = question()
        post = reply(thread=thread)
        asked = {"posts": [post.number], "title": "", "kind": "discussion", "reason": "Why not"}
        page = as_person(moderator()).post(to(thread, "split"), asked).content.decode()
        assert "Give the new thread a title." in page
        assert "Why not" in page
        assert Thread.objects.count() == 1

    def test_where_it_came_from_is_said_to_whoever_may_read_that(self, client: Client) -> None:
        thread = question(title="Whose record?")
        made = split_off(thread, reply(thread=thread))
        assert "Whose record?" in page_of(client, made)
        move_thread(thread=thread, to=members_space(), by=moderator(), reason="Closed")
        assert "Whose record?" not in page_of(client, made)


class TestMerging:
    def test_its_posts_stand_behind_and_its_address_leads_there(
        self, as_person, client: Client
    ) -> None:
        thread, other = question(title="Lifts"), question(title="Rides")
        answer = reply(thread=thread)
        reply(thread=other)
        old = thread.get_absolute_url()
        asked = REASON | {"into": f"https://hub.example{other.get_absolute_url()}?page=2#post-1"}
        as_person(moderator()).post(to(thread, "merge"), asked)
        assert client.get(old)["Location"] == other.get_absolute_url()
        leads = client.get(answer.get_absolute_url())["Location"]
        assert leads == f"{other.get_absolute_url()}#post-4"
        assert "“Lifts” was merged into this thread." in page_of(client, other)
        assert [post.number for post in other.posts.order_by("number")] == [1, 2, 3, 4]
        assert AuditRecord.objects.filter(action="forum.thread_merged").exists()

    def test_it_is_in_no_list_and_no_search_for_moderators_either(self, as_person) -> None:
        thread, other = question(title="Lifts"), question(title="Rides")
        merged(thread, other)
        browser = as_person(moderator())
        assert "Lifts" not in browser.get("/forum/").content.decode()
        assert browser.get(to(thread, "reply")).status_code == 404
        entries = Entry.objects.filter(kind="thread")
        assert [entry.object_id for entry in entries] == [other.pk]

    def test_followers_and_notices_go_over(self) -> None:
        thread, other = question(), question()
        reply(thread=thread)
        merged(thread, other)
        followers = Subscription.objects.of("thread", other.pk).values_list("person", flat=True)
        assert set(followers) == {thread.author_id, other.author_id}
        assert not Notice.objects.about("thread", thread.pk).exists()

    def test_who_may_not_read_the_other_loses_them(self) -> None:
        area = AreaFactory()
        thread = question(space=members_space())
        other = question(space=space_of_area(area), author=in_area(area))
        outsider = UserFactory()
        subscribe(person=outsider, kind="thread", object_id=thread.pk)
        Notice.objects.create(
            person=outsider, category="followed", text="x", url="/", kind="thread",
            object_id=thread.pk, key="post 1",
        )  # fmt: skip
        merged(thread, other, wider_confirmed=True)
        assert not Notice.objects.filter(person=outsider).exists()
        assert not Subscription.objects.of("thread", other.pk).filter(person=outsider).exists()

    def test_more_readers_have_to_be_confirmed(self, as_person) -> None:
        thread, other = question(space=members_space()), question()
        asked = REASON | {"into": str(other.pk)}
        browser = as_person(moderator())
        assert "Read all posts, then confirm it." in (
            browser.post(to(thread, "merge"), asked).content.decode()
        )
        with pytest.raises(NotMoved):
            merged(thread, other)
        browser.post(to(thread, "merge"), asked | {"wider": "on"})
        thread.refresh_from_db()
        assert thread.merged_into == other

    def test_what_is_marked_stays_marked(self) -> None:
        members = AccessRule.objects.for_rule(rule([MEMBER]))
        sensitive = SpaceFactory(marking=Marking.OFFICIAL_SENSITIVE, access_rule=members)
        thread, other = question(space=sensitive), question(space=members_space())
        with pytest.raises(NotMoved):
            merged(thread, other, wider_confirmed=True)

    @pytest.mark.parametrize("address", ["", "/guidance/", "nonsense", "0", "9" * 13, "/forum/"])
    def test_what_is_no_thread_is_refused(self, as_person, address: str) -> None:
        thread = question()
        page = as_person(moderator()).post(to(thread, "merge"), REASON | {"into": address})
        assert page.status_code == 200
        assert Thread.objects.get().merged_into is None

    def test_only_into_what_the_moderator_moderates(self) -> None:
        thread, other = question(), question(space=SpaceFactory())
        browser = sign_in(Client(), moderator_of(thread.space), mfa=True)
        page = browser.post(to(thread, "merge"), REASON | {"into": str(other.pk)})
        assert "There is no other thread there that you moderate." in page.content.decode()

    def test_a_poll_stays_a_thread_of_its_own(self, as_person) -> None:
        thread, other = poll(), question()
        page = as_person(moderator()).post(to(thread, "merge"), REASON | {"into": str(other.pk)})
        assert "stays a thread of its own" in page.content.decode()
        with pytest.raises(NotMoved):
            merged(thread, other)

    def test_the_asker_of_the_one_is_not_marked_in_the_other(self) -> None:
        writer = UserFactory()
        thread, other = question(author=writer), question(author=writer)
        without = ask_question(
            author=writer, space=other.space, title="Rides", body="How?", anonymous=True
        )
        merged(thread, other)
        merged(without, other)
        marks = other.posts.order_by("number").values_list("by_asker", flat=True)
        assert list(marks) == [True, True, False]

    def test_what_was_merged_before_leads_to_the_last(self, client: Client) -> None:
        first, second, third = (question(title=title) for title in ("One", "Two", "Three"))
        merged(first, second)
        merged(second, third)
        assert client.get(f"/forum/threads/{first.pk}/")["Location"] == third.get_absolute_url()
        assert third.posts.count() == 3
