"""Moderators lock, pin and move whole threads."""

import pytest
from django.test import Client

from hub.access.enums import Marking, Role
from hub.access.models import AccessRule, AuditRecord
from hub.access.rules import rule
from hub.access.tokens import MEMBER
from hub.forum.models import Thread
from hub.forum.services import (
    NotMoved,
    ThreadLocked,
    lock_thread,
    move_thread,
    pin_thread,
    reply_to_thread,
)
from hub.forum.services.writing import thread_slug
from hub.notices.models import Notice
from hub.notices.services import subscribe
from search.models import Entry
from tests.factories.forum import (
    SpaceFactory,
    first_post,
    members_space,
    moderator,
    moderator_of,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

REASON = {"reason": "It has run its course"}
ACTS = ["lock", "unlock", "pin", "unpin", "move"]


def to(thread: Thread, act: str) -> str:
    return f"/forum/threads/{thread.pk}/{act}/"


def page_of(browser: Client, thread: Thread) -> str:
    return browser.get(thread.get_absolute_url()).content.decode()


@pytest.mark.parametrize("act", ACTS)
def test_members_arrange_nothing(as_person, act: str) -> None:
    thread = question()
    browser = as_person(thread.author)
    assert browser.get(to(thread, act)).status_code == 404
    assert browser.post(to(thread, act), REASON).status_code == 404


@pytest.mark.parametrize("act", ACTS)
def test_a_moderator_of_another_space_arranges_nothing(act: str) -> None:
    browser = sign_in(Client(), moderator_of(SpaceFactory()), mfa=True)
    assert browser.post(to(question(), act), REASON).status_code == 404


@pytest.mark.parametrize("act", ["lock", "pin", "unlock", "unpin"])
def test_each_act_asks_for_a_reason(as_person, act: str) -> None:
    thread = question()
    page = as_person(moderator()).post(to(thread, act), {"reason": ""}).content.decode()
    assert "Say why: it&#x27;s kept in the record." in page
    assert not AuditRecord.objects.filter(subject=f"thread {thread.pk}").exists()


class TestLocking:
    def test_it_is_said_with_its_reason_and_recorded(self, as_person, client: Client) -> None:
        thread = question()
        as_person(moderator()).post(to(thread, "lock"), REASON)
        assert "It has run its course" in page_of(client, thread)
        record = AuditRecord.objects.get(action="forum.thread_locked")
        assert record.reason == "It has run its course"

    def test_nobody_replies_and_what_they_typed_is_there(self, as_person) -> None:
        thread = lock_thread(thread=question(), by=moderator(), reason="Done")
        address = to(thread, "reply")
        page = as_person().post(address, {"body": "One more thing"}).content.decode()
        assert "A moderator has locked this thread." in page
        assert "One more thing" in page
        assert thread.posts.count() == 1

    def test_a_locked_thread_offers_no_reply(self, as_person) -> None:
        thread = lock_thread(thread=question(), by=moderator(), reason="Done")
        assert "Answer this question" not in page_of(as_person(), thread)

    def test_a_moderator_still_replies(self, as_person) -> None:
        thread = lock_thread(thread=question(), by=moderator(), reason="Done")
        as_person(moderator()).post(to(thread, "reply"), {"body": "See the guidance."})
        assert thread.posts.count() == 2

    def test_no_way_around_the_page_replies(self) -> None:
        thread = lock_thread(thread=question(), by=moderator(), reason="Done")
        with pytest.raises(ThreadLocked):
            reply_to_thread(thread=thread, author=UserFactory(), body="One more thing")

    def test_it_is_unlocked_again(self, as_person) -> None:
        thread = lock_thread(thread=question(), by=moderator(), reason="Done")
        as_person(moderator()).post(to(thread, "unlock"), REASON)
        assert "Answer this question" in page_of(as_person(), thread)


class TestPinning:
    def test_it_stands_first_in_its_space_and_not_in_the_forum(self, client: Client) -> None:
        space = SpaceFactory()
        old = question(title="Old", space=space)
        question(title="New", space=space)
        pin_thread(thread=old, by=moderator(), reason="Start here")
        titles = [
            [thread.title for thread in client.get(address).context["page"]]
            for address in (space.get_absolute_url(), "/forum/")
        ]
        assert titles == [["Old", "New"], ["New", "Old"]]

    def test_the_pin_is_taken_away(self, as_person) -> None:
        thread = pin_thread(thread=question(), by=moderator(), reason="Start here")
        as_person(moderator()).post(to(thread, "unpin"), REASON)
        thread.refresh_from_db()
        assert thread.pinned_at is None


class TestMoving:
    def test_who_reads_it_changes_at_once(self, as_person, client: Client) -> None:
        thread, target = question(), members_space()
        as_person(moderator()).post(to(thread, "move"), REASON | {"space": target.pk})
        assert client.get(thread.get_absolute_url()).status_code == 404
        assert (
            as_person().get(first_post(thread).get_absolute_url(), follow=True).status_code == 200
        )

    def test_search_knows_it_at_once(self) -> None:
        thread, target = question(), members_space()
        move_thread(thread=thread, to=target, by=moderator(), reason="Private")
        entry = Entry.objects.get(kind="thread", object_id=thread.pk)
        assert entry.rule == target.access_rule

    def test_it_is_said_who_will_read_it(self, as_person) -> None:
        target = members_space()
        page = as_person(moderator()).get(to(question(), "move")).content.decode()
        assert f"{target.name}. {target.audience}" in page

    def test_to_more_people_only_once_it_is_confirmed(self, as_person, client: Client) -> None:
        thread, browser = question(space=members_space()), as_person(moderator())
        asked = REASON | {"space": SpaceFactory().pk}
        assert (
            "People who can&#x27;t read it now"
            in browser.post(to(thread, "move"), asked).content.decode()
        )
        assert client.get(thread.get_absolute_url()).status_code == 404
        browser.post(to(thread, "move"), asked | {"wider": "on"})
        assert client.get(thread.get_absolute_url()).status_code == 200

    def test_to_other_people_is_to_more_people(self) -> None:
        """Neither of two areas is wider than the other, and yet somebody new would read."""
        thread = question(space=space_of_area(AreaFactory()))
        with pytest.raises(NotMoved):
            move_thread(
                thread=thread, to=space_of_area(AreaFactory()), by=moderator(), reason="Theirs"
            )

    def test_what_is_marked_stays_marked(self) -> None:
        marked = SpaceFactory(
            access_rule=AccessRule.objects.for_rule(rule([MEMBER])),
            marking=Marking.OFFICIAL_SENSITIVE,
        )
        thread = question(space=marked)
        with pytest.raises(NotMoved):
            move_thread(
                thread=thread,
                to=members_space(),
                by=moderator(),
                reason="Not so secret",
                wider_confirmed=True,
            )

    def test_not_to_a_space_that_is_closed_to_the_moderator(self, as_person) -> None:
        thread, target = question(), space_of_area(AreaFactory())
        as_person(moderator()).post(to(thread, "move"), REASON | {"space": target.pk})
        thread.refresh_from_db()
        assert thread.space != target

    def test_a_moderator_of_one_space_moves_nothing_into_another(self) -> None:
        space, target = SpaceFactory(), SpaceFactory()
        thread = question(space=space)
        browser = sign_in(Client(), moderator_of(space), mfa=True)
        browser.post(to(thread, "move"), REASON | {"space": target.pk})
        thread.refresh_from_db()
        assert thread.space == space

    def test_whoever_may_read_it_no_longer_loses_the_notices(self) -> None:
        area = AreaFactory()
        inside = with_role(UserFactory(), Role.PRACTITIONER, area=area)
        outside, thread = UserFactory(), question()
        for person in (inside, outside):
            subscribe(person=person, kind="thread", object_id=thread.pk)
        reply(thread)
        move_thread(thread=thread, to=space_of_area(area), by=moderator(), reason="Private")
        told = Notice.objects.about("thread", thread.pk).values_list("person_id", flat=True)
        assert inside.pk in told
        assert outside.pk not in told

    def test_nobody_learns_who_wrote_without_a_name(self, as_person) -> None:
        asker = UserFactory(name="Wilhelmina Quist")
        thread = question(author=asker, anonymous=True)
        move_thread(thread=thread, to=members_space(), by=moderator(), reason="Private")
        assert "Wilhelmina" not in page_of(as_person(moderator()), thread)

    def test_the_record_says_from_where_to_where(self) -> None:
        thread, target = question(), members_space()
        before = thread.space_id
        move_thread(thread=thread, to=target, by=moderator(), reason="Private")
        record = AuditRecord.objects.get(action="forum.thread_moved")
        assert record.subject == f"thread {thread.pk} from space {before} to space {target.pk}"


@pytest.mark.parametrize("title", ["Move", "Lock?", "Reply", "Term"])
def test_no_title_takes_the_address_of_an_act(client: Client, title: str) -> None:
    thread = question(title=title)
    assert thread_slug(title).endswith("-thread")
    assert client.get(thread.get_absolute_url()).status_code == 200
