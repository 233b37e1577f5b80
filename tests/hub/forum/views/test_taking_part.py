"""Votes, official answers, quotes, what posts rest on, what is new, and what an edit changed."""

import pytest

from hub.access.enums import Role
from hub.forum.models import Post
from hub.forum.services import edit_post, hide_post, vote
from hub.forum.views import threads
from hub.taxonomy.models import Area
from hub.users.models import User
from tests.factories import pages
from tests.factories.forum import first_post, moderator, question, reply, space_of_area
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def lead(area: Area | None = None) -> User:
    return with_role(UserFactory(), Role.LEAD, area=area)


class TestVotes:
    def test_a_vote_is_counted_and_shown_without_a_name(self, as_person) -> None:
        thread, person = question(), UserFactory(name="Vera Voter")
        post = reply(thread)
        browser = as_person(person)
        page = browser.post(f"/forum/posts/{post.pk}/vote/", follow=True).content.decode()
        assert "Helped 1 person" in page
        assert f"/forum/posts/{post.pk}/unvote/" in page
        stranger = as_person().get(thread.get_absolute_url()).content.decode()
        assert "Helped 1 person" in stranger
        assert "Vera" not in stranger
        page = browser.post(f"/forum/posts/{post.pk}/unvote/", follow=True).content.decode()
        assert "Helped" not in page

    def test_people_have_a_question_too(self, as_person) -> None:
        post = first_post(question())
        vote(post=post, person=UserFactory())
        page = as_person().post(f"/forum/posts/{post.pk}/vote/", follow=True).content.decode()
        assert "2 people ask this too" in page

    def test_nobody_is_offered_a_vote_for_their_own(self, as_person) -> None:
        person = UserFactory()
        post = first_post(question(author=person))
        browser = as_person(person)
        page = browser.get(post.thread.get_absolute_url()).content.decode()
        assert f"/forum/posts/{post.pk}/vote/" not in page
        page = browser.post(f"/forum/posts/{post.pk}/vote/", follow=True).content.decode()
        assert "You wrote this yourself" in page
        assert Post.objects.get(pk=post.pk).vote_count == 0

    def test_what_is_closed_takes_no_vote(self, as_person) -> None:
        post = reply(question(space=space_of_area(AreaFactory())))
        assert as_person().post(f"/forum/posts/{post.pk}/vote/").status_code == 404

    def test_a_hidden_post_takes_no_vote(self, as_person) -> None:
        post = reply(question())
        hide_post(post=post, by=moderator(), reason="Names a child.")
        assert as_person().post(f"/forum/posts/{post.pk}/vote/").status_code == 404


class TestOfficialAnswers:
    def test_a_lead_answers_in_their_office(self, as_person) -> None:
        thread = question()
        browser = as_person(lead(AreaFactory(name="Ottermouth")))
        address = f"/forum/threads/{thread.pk}/reply/"
        assert "This is an official answer" in browser.get(address).content.decode()
        form = {"body": "The council does.", "official": "on"}
        page = browser.post(address, form, follow=True).content.decode()
        assert "Official answer: Dedicated lead, Ottermouth" in page

    def test_the_front_line_team_answers_in_its_office(self, as_person) -> None:
        thread = question()
        team = with_role(UserFactory(), Role.FRONT_LINE)
        form = {"body": "The council does.", "official": "on"}
        address = f"/forum/threads/{thread.pk}/reply/"
        page = as_person(team).post(address, form, follow=True).content.decode()
        assert "Official answer: Front-line team" in page

    def test_a_lead_may_answer_as_anybody_else(self, as_person) -> None:
        thread = question()
        as_person(lead()).post(f"/forum/threads/{thread.pk}/reply/", {"body": "I think so."})
        assert thread.posts.get(number=2).official_as == ""

    def test_nobody_else_can(self, as_person) -> None:
        thread, browser = question(), as_person(moderator())
        address = f"/forum/threads/{thread.pk}/reply/"
        assert "official answer" not in browser.get(address).content.decode()
        browser.post(address, {"body": "So it is.", "official": "on"})
        assert thread.posts.get(number=2).official_as == ""

    def test_an_official_answer_has_a_name(self, as_person) -> None:
        thread = question()
        form = {"body": "So it is.", "official": "on", "anonymous": "on"}
        page = as_person(lead()).post(f"/forum/threads/{thread.pk}/reply/", form).content.decode()
        assert "An official answer has a name." in page
        assert "So it is." in page
        assert thread.posts.count() == 1


class TestQuotes:
    def test_an_answer_begins_with_what_it_answers(self, as_person) -> None:
        thread = question()
        post = reply(thread, author=UserFactory(name="Una Quoted"), body="First.\n\nSecond.")
        page = (
            as_person().get(f"/forum/threads/{thread.pk}/reply/?quote={post.pk}").content.decode()
        )
        assert f"[Una Quoted said](/forum/posts/{post.pk}/):" in page
        assert "&gt; First.\n&gt; \n&gt; Second." in page

    def test_a_quote_of_an_anonymous_post_names_nobody(self, as_person) -> None:
        thread = question()
        post = reply(thread, author=UserFactory(name="Una Quoted"), anonymous=True)
        page = (
            as_person().get(f"/forum/threads/{thread.pk}/reply/?quote={post.pk}").content.decode()
        )
        assert "[Anonymous said]" in page
        assert "Una" not in page

    @pytest.mark.parametrize("what", ["hidden", "elsewhere", "closed", "nonsense"])
    def test_nothing_else_can_be_quoted(self, as_person, what: str) -> None:
        thread = question()
        post = reply(thread, body="Let me in.")
        if what == "hidden":
            hide_post(post=post, by=moderator(), reason="Names a child.")
        elsewhere = {
            "elsewhere": question(),
            "closed": question(space=space_of_area(AreaFactory())),
        }
        if what in elsewhere:
            post = reply(elsewhere[what], body="Let me in.")
        wanted = "1 or 1" if what == "nonsense" else post.pk
        answer = as_person().get(f"/forum/threads/{thread.pk}/reply/", {"quote": wanted})
        assert answer.status_code == 200
        assert "Let me in." not in answer.content.decode()


class TestWhatItRestsOn:
    def test_a_page_that_is_linked_stands_below_by_its_title(self, as_person) -> None:
        page = pages.guidance(title="Talking about county lines")
        thread = question(body=f"As [it says]({page.url}).")
        assert "Rests on:" in as_person().get(thread.get_absolute_url()).content.decode()

    def test_not_one_that_the_reader_may_not_see(self, as_person) -> None:
        page = pages.guidance(title="Talking about county lines")
        thread = question(body=f"As [it says]({page.url}).")
        pages.mark_sensitive(page)
        text = as_person().get(thread.get_absolute_url()).content.decode()
        assert "Talking about county lines" not in text


class TestWhatIsNew:
    def test_a_list_counts_it_and_the_thread_leads_to_it(self, as_person) -> None:
        thread, browser = question(), as_person()
        browser.get(thread.get_absolute_url())
        assert "new post" not in browser.get("/forum/").content.decode()
        reply(thread)
        reply(thread)
        assert "2 new posts" in browser.get("/forum/").content.decode()
        page = browser.get(thread.get_absolute_url()).content.decode()
        assert 'href="#post-2">Go to the first post that is new to you' in page

    def test_a_thread_of_several_pages_leads_to_the_page_of_it(
        self, as_person, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(threads, "POSTS_A_PAGE", 2)
        thread, browser = question(), as_person()
        reply(thread)
        browser.get(thread.get_absolute_url())
        new = reply(thread)
        page = browser.get(thread.get_absolute_url()).content.decode()
        assert f'href="{new.get_absolute_url()}">Go to the first post' in page

    def test_asking_for_the_head_alone_reads_nothing(self, as_person) -> None:
        thread, browser = question(), as_person()
        browser.head(thread.get_absolute_url())
        assert not thread.read_positions.exists()
        assert "new post" not in browser.get("/forum/").content.decode()

    def test_a_stranger_is_told_of_nothing_new(self, client) -> None:
        thread = question()
        client.get(thread.get_absolute_url())
        reply(thread)
        assert "new post" not in client.get("/forum/").content.decode()


class TestWhatAnEditChanged:
    def changed(self) -> Post:
        post = first_post(question(body="Ring the school today."))
        for version, body in enumerate(["Ring the police today.", "Ring the police."], start=1):
            edit_post(post=post, editor=post.author, body=body, version=version)
        return post

    def test_the_newest_change_is_shown_word_by_word(self, as_person) -> None:
        post = self.changed()
        page = as_person().get(f"/forum/posts/{post.pk}/history/").content.decode()
        assert "What version 3 changed" in page
        assert "> today<" in page.split("<del>")[1]

    def test_an_earlier_change_on_asking(self, as_person) -> None:
        post = self.changed()
        page = as_person().get(f"/forum/posts/{post.pk}/history/?version=2").content.decode()
        removed, added = page.split("<del>")[1], page.split("<ins>")[1]
        assert "school" in removed.split("</del>")[0]
        assert "police" in added.split("</ins>")[0]

    @pytest.mark.parametrize("version", ["1", "9", "x", ""])
    def test_any_other_number_shows_a_page(self, as_person, version: str) -> None:
        address = f"/forum/posts/{self.changed().pk}/history/"
        assert as_person().get(address, {"version": version}).status_code == 200
