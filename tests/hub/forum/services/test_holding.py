"""What waits for a moderator, who sees it meanwhile, and what becomes of it."""

from collections.abc import Callable

import pytest
from django.test import Client

from hub.access.enums import Marking, Role
from hub.access.readers import reader_for
from hub.access.registry import kind_named
from hub.forum.enums import Decision, HoldReason
from hub.forum.feeds import entries_of_space, entries_of_thread
from hub.forum.models import HeldPhrase, Post, PostNews, Space, Thread
from hub.forum.services import decide_case, edit_post, hide_post, make_appeal, unread_counts
from hub.forum.services.appeals import decide_appeal
from hub.forum.telling import tell_followers
from hub.notices.models import Notice
from hub.notices.services import subscribe
from hub.users.models import User
from tests.factories.forum import SpaceFactory, first_post, moderator, question, reply
from tests.factories.people import UserFactory, with_role

pytestmark = pytest.mark.django_db

Visit = Callable[..., Client]
LINKS = "[a](https://a.example) [b](https://b.example) [c](https://c.example)"


@pytest.fixture
def new_people_wait(settings) -> None:
    settings.FORUM_APPROVED_POSTS = 1


@pytest.fixture
def words_wait() -> HeldPhrase:
    return HeldPhrase.objects.create(phrase="meet me at", why="People offer to meet children.")


def verified() -> User:
    return with_role(UserFactory(), Role.PRACTITIONER)


def approve(post: Post) -> Post:
    decide_case(case=post.cases.waiting().get(), by=moderator(), decision=Decision.APPROVE)
    return Post.objects.get(pk=post.pk)


def refuse(post: Post) -> Post:
    case = post.cases.waiting().get()
    decide_case(case=case, by=moderator(), decision=Decision.REFUSE, reason="It's advertising.")
    return Post.objects.get(pk=post.pk)


def reasons(post: Post) -> list[str]:
    return post.cases.get().holds


@pytest.mark.usefixtures("new_people_wait")
class TestNewPeople:
    def test_the_first_post_of_somebody_new_waits(self) -> None:
        post = first_post(question())
        assert post.is_held
        assert reasons(post) == [HoldReason.FIRST]

    def test_a_verified_practitioner_is_not_held(self) -> None:
        assert not first_post(question(author=verified())).is_held

    def test_a_role_in_a_group_alone_makes_nobody_known(self) -> None:
        member = with_role(UserFactory(), Role.MEMBER)
        assert first_post(question(author=member)).is_held

    def test_the_next_post_is_held_no_more(self) -> None:
        thread = question()
        approve(first_post(thread))
        assert not reply(thread, author=thread.author).is_held

    def test_a_refused_post_makes_nobody_known(self) -> None:
        thread = question()
        refuse(first_post(thread))
        assert first_post(question(author=thread.author, title="Again?")).is_held

    def test_what_somebody_wrote_without_a_name_frees_no_post_with_one(self) -> None:
        writer, thread = UserFactory(), question(author=verified())
        approve(reply(thread, author=writer, anonymous=True))
        assert reply(thread, author=writer, body="Signed.").is_held

    def test_of_an_anonymous_post_nothing_says_that_its_writer_is_new(
        self, as_person: Visit
    ) -> None:
        writer = UserFactory(name="Somebody New")
        post = reply(question(author=verified()), author=writer, anonymous=True)
        page = as_person(moderator()).get(post.cases.get().get_absolute_url()).content.decode()
        assert post.is_held
        assert reasons(post) == []
        assert "Somebody New" not in page
        assert "somebody new" not in page


def test_a_moderator_is_never_held(words_wait: HeldPhrase) -> None:
    assert not first_post(question(author=moderator(), body="Meet me at the door.")).is_held


def test_many_links_of_somebody_new_wait() -> None:
    assert reasons(first_post(question(body=LINKS))) == [HoldReason.LINKS]


def test_links_of_somebody_who_has_posted_do_not_wait() -> None:
    thread = question()
    assert not reply(thread, author=thread.author, body=LINKS).is_held


def test_two_links_do_not_wait() -> None:
    two = "[a](https://a.example) [b](https://b.example)"
    assert not first_post(question(body=two)).is_held


@pytest.mark.parametrize("marking", Marking)
def test_details_of_a_person_wait_in_a_sensitive_space_alone(marking: Marking) -> None:
    post = first_post(
        question(author=verified(), space=SpaceFactory(marking=marking), body="Kai, 14, went.")
    )
    assert post.is_held == (marking == Marking.OFFICIAL_SENSITIVE)


def test_listed_words_wait_and_say_why(words_wait: HeldPhrase) -> None:
    post = first_post(question(author=verified(), body="Please MEET me—at six."))
    assert reasons(post) == [HoldReason.WORDS]
    assert "People offer to meet children." in post.cases.get().hold_note


def test_words_in_a_title_wait_too(words_wait: HeldPhrase) -> None:
    assert first_post(question(author=verified(), title="Who will meet me at six?")).is_held


def test_whole_words_are_not_found_within_others() -> None:
    HeldPhrase.objects.create(phrase="cord", why="?")
    assert not first_post(question(body="Keep a record.")).is_held


def test_parts_of_words_are_found_where_the_list_says_so() -> None:
    HeldPhrase.objects.create(phrase="buynow", whole_words=False, why="?")
    assert first_post(question(body="See buynow2000.")).is_held


def test_an_edit_with_listed_words_waits_and_is_announced_no_second_time(
    words_wait: HeldPhrase,
) -> None:
    follower, thread = UserFactory(), question()
    subscribe(person=follower, kind="thread", object_id=thread.pk)
    post = reply(thread)
    edited = edit_post(post=post, editor=post.author, body="Meet me at six.", version=1)
    asked = post.created_at
    assert edited.is_held
    assert approve(edited).created_at == asked
    tell_followers.call()
    assert not PostNews.objects.exists()


@pytest.fixture
def held(words_wait: HeldPhrase) -> Thread:
    """A question that waits, by somebody known."""
    return question(author=verified(), title="Who comes?", body="Meet me at six.")


@pytest.fixture
def held_reply(words_wait: HeldPhrase) -> Post:
    """An answer that waits, to a question in sight."""
    return reply(question(title="Whose turn?"), author=verified(), body="Meet me at seven.")


class TestWhoSeesIt:
    def test_nobody_finds_the_question(self, as_person: Visit, held: Thread) -> None:
        browser = as_person()
        for address in ("/forum/", held.space.get_absolute_url(), "/forum/waiting/"):
            assert "Who comes?" not in browser.get(address).content.decode()
        assert browser.get(held.get_absolute_url()).status_code == 404
        assert browser.get(first_post(held).get_absolute_url()).status_code == 404

    def test_nobody_finds_the_answer(self, as_person: Visit, held_reply: Post) -> None:
        browser, thread = as_person(), held_reply.thread
        thread.refresh_from_db()
        page = browser.get(thread.get_absolute_url()).content.decode()
        assert "Meet me at seven" not in page
        assert "Not answered yet" in browser.get("/forum/").content.decode()
        assert thread.reply_count == 0
        for act in ("", "history/", "edit/", "report/"):
            assert browser.get(f"/forum/posts/{held_reply.pk}/{act}").status_code == 404

    @pytest.mark.parametrize("anonymous", [False, True])
    def test_its_writer_sees_that_it_waits(
        self, as_person: Visit, words_wait: HeldPhrase, anonymous: bool
    ) -> None:
        writer = verified()
        thread = question(author=writer, body="Meet me at six.", anonymous=anonymous)
        browser = as_person(writer)
        page = browser.get(first_post(thread).get_absolute_url(), follow=True).content.decode()
        assert "Waiting for a moderator" in page
        assert "Meet me at six" in page

    def test_the_writer_of_an_answer_sees_it_in_the_thread(
        self, as_person: Visit, held_reply: Post
    ) -> None:
        browser = as_person(held_reply.author)
        assert (
            "Meet me at seven" in browser.get(held_reply.thread.get_absolute_url()).content.decode()
        )

    def test_a_moderator_sees_it_in_the_queue(self, as_person: Visit, held: Thread) -> None:
        page = as_person(moderator()).get("/forum/reports/").content.decode()
        assert "Held, nobody else sees it" in page

    def test_no_feed_has_it(self, held: Thread, held_reply: Post) -> None:
        assert entries_of_space(held.space) == []
        assert len(entries_of_thread(held_reply.thread)) == 1

    def test_search_and_used_by_have_no_question(self, held: Thread) -> None:
        kind = kind_named("thread")
        assert not kind.live().filter(pk=held.pk).exists()
        assert not kind.readable(reader_for(UserFactory())).filter(pk=held.pk).exists()

    def test_what_search_has_of_a_thread_leaves_the_answer_out(self, held_reply: Post) -> None:
        kind = kind_named("thread")
        document = kind.document(kind.live().get(pk=held_reply.thread_id))
        assert "seven" not in " ".join(section.text for section in document.sections)

    def test_nobody_is_told_but_moderators(self, words_wait: HeldPhrase) -> None:
        follower, judge, space = UserFactory(), moderator(), SpaceFactory()
        subscribe(person=follower, kind="space", object_id=space.pk)
        question(author=verified(), space=space, body="Meet me at six.")
        assert not Notice.objects.filter(person=follower).exists()
        assert Notice.objects.filter(person=judge, text__contains="waits for a").exists()

    def test_it_counts_as_unread_for_nobody(self, held_reply: Post) -> None:
        reader = UserFactory()
        thread = held_reply.thread
        thread.read_positions.create(person=reader, number=1)
        assert unread_counts([thread.pk], reader.pk) == {}

    def test_an_accepted_answer_that_waits_after_an_edit_is_quoted_no_more(
        self, words_wait: HeldPhrase
    ) -> None:
        thread = question()
        post = reply(thread)
        thread.accepted = post
        thread.save()
        edit_post(post=post, editor=post.author, body="Meet me at six.", version=1)
        thread.refresh_from_db()
        assert thread.accepted is None


class TestApproving:
    def test_an_approved_post_is_announced_once_as_if_posted_now(
        self, words_wait: HeldPhrase
    ) -> None:
        follower, space = UserFactory(), SpaceFactory()
        subscribe(person=follower, kind="space", object_id=space.pk)
        thread = question(author=verified(), space=space, body="Meet me at six.")
        waited = first_post(thread)
        shown = approve(waited)
        tell_followers.call()
        tell_followers.call()
        assert shown.created_at > waited.created_at
        assert Notice.objects.filter(person=follower).count() == 1

    def test_an_approved_question_opens_its_thread(self, as_person: Visit, held: Thread) -> None:
        approve(first_post(held))
        assert as_person().get(held.get_absolute_url()).status_code == 200

    def test_an_approved_answer_comes_after_what_was_said_meanwhile(self, held_reply: Post) -> None:
        reply(held_reply.thread, body="Said meanwhile.")
        assert approve(held_reply).number == 4

    def test_its_writer_is_told(self, held: Thread) -> None:
        approve(first_post(held))
        assert Notice.objects.filter(person=held.author, text__contains="approved").exists()

    def test_the_button_that_shows_what_is_hidden_approves_nothing(
        self, as_person: Visit, held_reply: Post
    ) -> None:
        as_person(moderator()).post(f"/forum/posts/{held_reply.pk}/unhide/")
        held_reply.refresh_from_db()
        assert held_reply.is_held


class TestRefusing:
    def test_a_refused_post_stays_out_of_sight(self, as_person: Visit, held: Thread) -> None:
        refused = refuse(first_post(held))
        assert refused.is_hidden
        assert not refused.is_held
        assert as_person(held.author).get(held.get_absolute_url()).status_code == 404

    def test_its_writer_is_told_why_and_may_appeal(self, as_person: Visit, held: Thread) -> None:
        refuse(first_post(held))
        notice = Notice.objects.get(person=held.author, detail="It's advertising.")
        page = as_person(held.author).get(notice.url).content.decode()
        assert "Send the appeal" in page

    def test_a_granted_appeal_announces_it(self, words_wait: HeldPhrase, space: Space) -> None:
        follower = UserFactory()
        subscribe(person=follower, kind="space", object_id=space.pk)
        thread = question(author=verified(), space=space, body="Meet me at six.")
        refuse(first_post(thread))
        appeal = make_appeal(case=first_post(thread).cases.get(), words="It's harmless.")
        decide_appeal(appeal=appeal, by=moderator(), is_granted=True, answer="It is.")
        tell_followers.call()
        assert Notice.objects.filter(person=follower).count() == 1


@pytest.fixture
def space() -> Space:
    return SpaceFactory()


@pytest.mark.parametrize("decision", [Decision.NOTHING, Decision.HIDE])
def test_a_held_post_is_approved_or_refused_and_nothing_else(
    held: Thread, decision: Decision
) -> None:
    case = first_post(held).cases.get()
    with pytest.raises(ValueError, match="can't be decided"):
        decide_case(case=case, by=moderator(), decision=decision, reason="?")


def test_a_post_in_sight_is_not_refused() -> None:
    post = hide_post(post=reply(question()), by=moderator(), reason="?")
    case = post.cases.create()
    with pytest.raises(ValueError, match="can't be decided"):
        decide_case(case=case, by=moderator(), decision=Decision.APPROVE)
