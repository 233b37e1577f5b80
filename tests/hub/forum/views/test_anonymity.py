"""What pages say of anonymous posts, and how moderators find out who wrote one."""

import pytest
from django.test import Client

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.forum.models import Post, Thread, Unmasking
from hub.forum.services import agree_to_unmask, ask_to_unmask, hide_post, unmask_alone
from hub.users.models import User
from tests.factories.forum import (
    SpaceFactory,
    first_post,
    moderator,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AgencyTypeFactory, AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db
WARNING = "Your wording may still give you away."
TELLING = ("Wren", "Lockkeeper", "Police force", "Ottermouth", "wren@")


@pytest.fixture
def wren() -> User:
    person = UserFactory(name="Wren Writer", email="wren@agency.example")
    person.profile.job_title = "Lockkeeper"
    person.profile.agency_type = AgencyTypeFactory(name="Police force")
    person.profile.area = AreaFactory(name="Ottermouth")
    person.profile.save()
    return person


@pytest.fixture
def thread(wren: User) -> Thread:
    return question(author=wren, anonymous=True)


def ask(browser: Client, **fields: str) -> Thread:
    form = {"title": "Who rings?", "body": "We rang.", "space": SpaceFactory().pk}
    browser.post("/forum/ask/", form | fields)
    return Thread.objects.latest("pk")


def test_the_form_says_what_it_hides_and_what_it_does_not(as_person) -> None:
    page = as_person().get("/forum/ask/").content.decode()
    assert WARNING in page
    assert "the law may oblige us to tell" in page


@pytest.mark.parametrize(("ticked", "named"), [({"anonymous": "on"}, False), ({}, True)])
def test_a_tick_posts_without_a_name(as_person, wren: User, ticked, named: bool) -> None:
    assert (ask(as_person(wren), **ticked).author == wren) is named


def test_readers_learn_nothing_of_who_wrote_it(as_person, thread: Thread, wren: User) -> None:
    reply(thread, author=wren, anonymous=True, body="More of it.")
    addresses = [thread.get_absolute_url(), "/forum/", thread.space.get_absolute_url()]
    addresses += [f"/forum/posts/{first_post(thread).pk}/history/"]
    addresses += [f"/forum/threads/{thread.pk}/reply/"]
    for browser in (as_person(), as_person(moderator()), Client()):
        for address in addresses:
            text = browser.get(address, follow=True).content.decode()
            assert not [word for word in TELLING if word in text], address
    page = as_person().get(thread.get_absolute_url()).content.decode()
    assert "Anonymous" in page
    assert "asked the question" in page


def test_no_exact_time_is_shown(as_person, thread: Thread) -> None:
    page = as_person().get(thread.get_absolute_url()).content.decode()
    assert first_post(thread).created_at.strftime("%H:%M") not in page


def test_a_post_list_of_reports_names_nobody(as_person, thread: Thread, wren: User) -> None:
    post = first_post(thread)
    reporter = as_person()
    reporter.post(f"/forum/posts/{post.pk}/report/", {"reason": "other"})
    page = as_person(moderator()).get("/forum/reports/").content.decode()
    assert "written by Anonymous" in page
    assert "Wren" not in page


def test_the_writer_sees_which_is_theirs(as_person, thread: Thread, wren: User) -> None:
    page = as_person(wren).get(thread.get_absolute_url()).content.decode()
    assert "you; others don" in page
    assert f"/forum/posts/{first_post(thread).pk}/edit/" in page


def test_who_asked_without_a_name_answers_without_one_by_default(
    as_person, thread: Thread, wren: User
) -> None:
    for address in (thread.get_absolute_url(), f"/forum/threads/{thread.pk}/reply/"):
        assert is_ticked(as_person(wren).get(address).content.decode())
        assert not is_ticked(as_person().get(address).content.decode())


def is_ticked(page: str) -> bool:
    start = page.index('name="anonymous"')
    return "checked" in page[start : page.index(">", start)]


def test_a_form_that_is_refused_keeps_the_tick(as_person, thread: Thread) -> None:
    address = f"/forum/threads/{thread.pk}/reply/"
    assert is_ticked(as_person().post(address, {"body": "", "anonymous": "on"}).content.decode())


class TestFindingOut:
    def test_two_moderators_do_it_together(self, as_person, thread: Thread) -> None:
        first, second = as_person(moderator()), as_person(moderator())
        post = first_post(thread)
        page = first.get(thread.get_absolute_url()).content.decode()
        assert f"/forum/posts/{post.pk}/author/" in page
        answer = first.post(f"/forum/posts/{post.pk}/author/", {"reason": "A child."}, follow=True)
        assert "Waits for a second moderator" in answer.content.decode()
        wish = Unmasking.objects.get()
        assert first.post(f"/forum/anonymous/{wish.pk}/author/").status_code == 404
        assert first.post(f"/forum/anonymous/{wish.pk}/agree/").status_code == 404
        second.post(f"/forum/anonymous/{wish.pk}/agree/")
        for browser in (first, second):
            page = browser.post(f"/forum/anonymous/{wish.pk}/author/").content.decode()
            assert "Wren Writer, Lockkeeper" in page
        assert AuditRecord.objects.filter(action="forum.author_unmasked").count() == 2

    def test_a_look_without_a_reason_is_refused(self, as_person, thread: Thread) -> None:
        address = f"/forum/posts/{first_post(thread).pk}/author/"
        page = as_person(moderator()).post(address, {"reason": " "}).content.decode()
        assert "Without a reason nobody may look." in page
        assert not Unmasking.objects.exists()

    def test_a_plain_moderator_cannot_decide_alone(self, as_person, thread: Thread) -> None:
        browser = as_person(moderator())
        form = {"reason": "A child.", "ground": "life"}
        browser.post(f"/forum/posts/{first_post(thread).pk}/author/", form)
        assert Unmasking.objects.get().ground == "two"

    def test_the_safeguarding_lead_decides_alone(self, as_person, thread: Thread) -> None:
        lead = as_person(with_role(moderator(), Role.SAFEGUARDING))
        form = {"reason": "A child.", "ground": "life"}
        lead.post(f"/forum/posts/{first_post(thread).pk}/author/", form)
        look = Unmasking.objects.get()
        page = lead.post(f"/forum/anonymous/{look.pk}/author/").content.decode()
        assert "Wren Writer" in page
        assert lead.get(f"/forum/anonymous/{look.pk}/review/").status_code == 404
        other = as_person(moderator())
        assert "Wren" not in other.get(f"/forum/anonymous/{look.pk}/").content.decode()
        review = {"was_right": "yes", "note": "A child was met."}
        other.post(f"/forum/anonymous/{look.pk}/review/", review)
        look.refresh_from_db()
        assert look.was_right is True

    def test_a_safeguarding_lead_who_moderates_nothing_has_no_power(
        self, as_person, thread: Thread
    ) -> None:
        lead = as_person(with_role(UserFactory(), Role.SAFEGUARDING))
        assert lead.get(f"/forum/posts/{first_post(thread).pk}/author/").status_code == 404

    def test_who_is_demoted_sees_the_name_no_more(self, as_person, thread: Thread) -> None:
        person = moderator()
        wish = ask_to_unmask(post=first_post(thread), by=person, reason="A child.")
        agree_to_unmask(wish=wish, by=moderator())
        browser = as_person(person)
        person.memberships.all().delete()
        assert browser.post(f"/forum/anonymous/{wish.pk}/author/").status_code == 404

    def test_the_name_of_a_signed_post_is_no_secret(self, as_person) -> None:
        post: Post = first_post(question())
        browser = as_person(moderator())
        assert browser.get(f"/forum/posts/{post.pk}/author/").status_code == 404
        assert "Who wrote this?" not in browser.get(post.thread.get_absolute_url()).content.decode()

    def test_a_hidden_anonymous_post_can_be_asked_about(self, as_person, thread: Thread) -> None:
        post = reply(thread, anonymous=True)
        hide_post(post=post, by=moderator(), reason="Names a child.")
        assert as_person(moderator()).get(f"/forum/posts/{post.pk}/author/").status_code == 200

    def test_what_waits_comes_first(self, as_person, thread: Thread) -> None:
        waits = ask_to_unmask(post=first_post(thread), by=moderator(), reason="It waits.")
        done = unmask_alone(
            post=reply(thread, anonymous=True), by=moderator(), reason="It is done."
        )
        Unmasking.objects.filter(pk=done.pk).update(reviewed_at=done.asked_at, was_right=True)
        page = as_person(moderator()).get("/forum/anonymous/").content.decode()
        assert page.index(waits.reason) < page.index(done.reason)

    def test_the_list_shows_spaces_that_the_moderator_reads(self, as_person) -> None:
        closed = question(space=space_of_area(AreaFactory()))
        ask_to_unmask(post=reply(closed, anonymous=True), by=moderator(), reason="Closed matter.")
        assert (
            "Closed matter." not in as_person(moderator()).get("/forum/anonymous/").content.decode()
        )
