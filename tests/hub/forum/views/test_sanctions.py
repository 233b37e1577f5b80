"""Warning, restricting and suspending, and what they leave open."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import signing
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.core.dates import long_date
from hub.forum.enums import Decision, HoldReason, Measure, ReportReason
from hub.forum.models import Appeal, Post, Sanction, Thread
from hub.forum.services import (
    agree_to_unmask,
    ask_to_unmask,
    decide_appeal,
    decide_case,
    edit_post,
    impose,
    lift,
    make_appeal_against_sanction,
    open_case,
    report_post,
    unmask_alone,
)
from hub.notices.models import Notice
from hub.users.models import User
from tests.factories.forum import (
    SpaceFactory,
    first_post,
    moderator,
    moderator_of,
    question,
    reply,
)
from tests.factories.people import UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db

Visit = Callable[..., Client]
SENT = {"measure": "suspend", "days": "30", "reason": "Demeaned people twice."}


def laid_on(person: User, measure: Measure = Measure.SUSPEND, days: int = 7) -> Sanction:
    return impose(person=person, measure=measure, reason="Demeans.", by=moderator(), days=days)


def writer_page(post: Post) -> str:
    return f"/forum/posts/{post.pk}/writer/"


def test_a_moderator_suspends_the_writer_of_a_post(as_person: Visit) -> None:
    post = reply(question())
    as_person(moderator()).post(writer_page(post), SENT)
    sanction = Sanction.objects.get(person=post.author)
    assert sanction.ends_on == timezone.localdate() + timedelta(days=30)


def test_what_lasts_needs_a_time(as_person: Visit) -> None:
    post = reply(question())
    page = as_person(moderator()).post(writer_page(post), SENT | {"days": ""})
    assert "Choose for how long." in page.content.decode()
    assert not Sanction.objects.exists()


def test_a_member_sanctions_nobody(as_person: Visit) -> None:
    assert as_person().post(writer_page(reply(question())), SENT).status_code == 404


def test_a_moderator_of_one_space_sanctions_nobody() -> None:
    space = SpaceFactory()
    browser = sign_in(Client(), moderator_of(space), mfa=True)
    post = reply(question(space=space))
    assert browser.post(writer_page(post), SENT).status_code == 404
    assert browser.get("/forum/sanctions/").status_code == 404


def test_a_moderator_of_one_space_is_offered_no_warning() -> None:
    space = SpaceFactory()
    post = reply(question(space=space))
    case = open_case(post=post)
    browser = sign_in(Client(), moderator_of(space), mfa=True)
    browser.post(case.get_absolute_url(), {"decision": "warn", "reason": "Demeans."})
    assert not Sanction.objects.exists()


def test_a_moderator_does_not_sanction_themselves(as_person: Visit) -> None:
    person = moderator()
    post = reply(question(), author=person)
    assert as_person(person).post(writer_page(post), SENT).status_code == 404


class TestAnonymousWriters:
    def test_nobody_is_sanctioned_who_was_not_looked_up(self, as_person: Visit) -> None:
        post = reply(question(), anonymous=True)
        assert as_person(moderator()).post(writer_page(post), SENT).status_code == 404

    def test_a_wish_alone_is_not_enough(self, as_person: Visit) -> None:
        post, by = reply(question(), anonymous=True), moderator()
        ask_to_unmask(post=post, by=by, reason="?")
        assert as_person(by).post(writer_page(post), SENT).status_code == 404

    def test_both_who_decided_may_and_the_use_of_the_name_is_recorded(
        self, as_person: Visit
    ) -> None:
        writer, first, second = UserFactory(), moderator(), moderator()
        post = reply(question(), author=writer, anonymous=True)
        agree_to_unmask(wish=ask_to_unmask(post=post, by=first, reason="?"), by=second)
        for by in (first, second):
            as_person(by).post(writer_page(post), SENT)
        assert Sanction.objects.filter(person=writer).count() == 2
        looks = AuditRecord.objects.filter(action="forum.author_unmasked")
        assert set(looks.values_list("person_id", flat=True)) == {first.pk, second.pk}

    def test_no_other_moderator_may(self, as_person: Visit) -> None:
        lead = with_role(moderator(), Role.SAFEGUARDING)
        post = reply(question(), anonymous=True)
        unmask_alone(post=post, by=lead, reason="?")
        assert as_person(moderator()).post(writer_page(post), SENT).status_code == 404

    def test_the_page_shows_no_name(self, as_person: Visit) -> None:
        lead = with_role(moderator(), Role.SAFEGUARDING)
        post = reply(question(), author=UserFactory(name="Somebody Unknown"), anonymous=True)
        unmask_alone(post=post, by=lead, reason="?")
        page = as_person(lead).get(writer_page(post)).content.decode()
        assert "Somebody Unknown" not in page

    def test_an_anonymous_writer_is_not_warned_from_the_queue(self) -> None:
        post = reply(question(), anonymous=True)
        report_post(post=post, reporter=UserFactory(), reason=ReportReason.ABUSE)
        case = post.cases.get()
        with pytest.raises(ValueError, match="Nobody is known"):
            decide_case(case=case, by=moderator(), decision=Decision.WARN, reason="Demeans.")


def test_hide_and_warn_does_both() -> None:
    post = reply(question())
    report_post(post=post, reporter=UserFactory(), reason=ReportReason.ABUSE)
    decide_case(case=post.cases.get(), by=moderator(), decision=Decision.WARN, reason="Demeans.")
    post.refresh_from_db()
    assert post.is_hidden
    assert Sanction.objects.get(person=post.author).measure == Measure.WARN


@pytest.mark.parametrize("measure", Measure)
def test_the_person_is_told_and_it_is_recorded(measure: Measure) -> None:
    person = UserFactory()
    laid_on(person, measure)
    assert Notice.objects.filter(person=person, detail="Demeans.").exists()
    assert AuditRecord.objects.filter(action="forum.sanction_imposed").exists()


class TestSuspended:
    @pytest.mark.parametrize("address", ["ask/", "threads/{}/reply/", "posts/{}/edit/"])
    def test_nothing_is_written(self, as_person: Visit, address: str) -> None:
        person = UserFactory()
        thread = question(author=person)
        laid_on(person)
        number = thread.posts.get().pk if "posts" in address else thread.pk
        page = as_person(person).post(f"/forum/{address.format(number)}", {"body": "My words."})
        assert page.status_code == 403
        assert "My words." in page.content.decode()
        assert Post.objects.count() == 1

    def test_reading_and_reporting_stay_open(self, as_person: Visit) -> None:
        person, post = UserFactory(), reply(question())
        laid_on(person)
        browser = as_person(person)
        assert browser.get(post.thread.get_absolute_url()).status_code == 200
        browser.post(f"/forum/posts/{post.pk}/report/", {"reason": "risk"})
        assert post.reports.count() == 1

    def test_their_thread_shows_until_when_why_and_where_to_appeal_and_no_box(
        self, as_person: Visit
    ) -> None:
        person, thread = UserFactory(), question()
        sanction = laid_on(person)
        page = as_person(person).get(thread.get_absolute_url()).content.decode()
        assert 'name="body"' not in page
        assert f"?quote={first_post(thread).pk}" not in page
        assert "Demeans." in page
        assert f"until the end of {long_date(sanction.ends_on)}" in page
        assert f'href="{sanction.get_absolute_url()}"' in page

    def test_others_still_find_the_box(self, as_person: Visit) -> None:
        thread = question()
        laid_on(UserFactory())
        page = as_person().get(thread.get_absolute_url()).content.decode()
        assert 'name="body"' in page
        assert "Demeans." not in page

    @pytest.mark.parametrize("kind", ["ask/", "start/discussion/", "start/poll/", "start/event/"])
    def test_no_beginning_shows_a_box(self, as_person: Visit, kind: str) -> None:
        person = UserFactory()
        sanction = laid_on(person)
        SpaceFactory()
        page = as_person(person).get(f"/forum/{kind}").content.decode()
        assert 'name="body"' not in page
        assert f'href="{sanction.get_absolute_url()}"' in page

    def test_all_they_put_into_words_is_shown_once_more(self, as_person: Visit) -> None:
        person = UserFactory()
        laid_on(person)
        sent = {"title": "My title.", "body": "My words.", "options": "One\nTwo", "place": "Here."}
        page = as_person(person).post("/forum/start/poll/", sent).content.decode()
        assert all(words in page for words in ("My title.", "My words.", "Two", "Here."))

    def test_what_they_typed_before_their_session_ended_is_shown_too(self, client: Client) -> None:
        person, thread = UserFactory(), question()
        sent = {"body": "My words.", "writer": signing.dumps(person.pk, salt="users.writer")}
        client.post(f"/forum/threads/{thread.pk}/reply/", sent)
        laid_on(person)
        page = sign_in(client, person).get(f"/forum/threads/{thread.pk}/reply/").content.decode()
        assert "My words." in page

    def test_looking_for_it_costs_strangers_nothing_and_others_one_query(
        self, as_person: Visit
    ) -> None:
        thread, person = question(), UserFactory()
        asked = []
        for browser in (Client(), as_person(person)):
            browser.get(thread.get_absolute_url())
            with CaptureQueriesContext(connection) as queries:
                browser.get(thread.get_absolute_url())
            asked.append(sum("forum_sanction" in query["sql"] for query in queries))
        assert asked == [0, 1]

    def test_it_ends_by_itself(self, as_person: Visit) -> None:
        person = UserFactory()
        laid_on(person)
        Sanction.objects.update(ends_on=timezone.localdate() - timedelta(days=1))
        assert as_person(person).get("/forum/ask/").status_code == 200

    def test_it_counts_on_its_last_day(self, as_person: Visit) -> None:
        person = UserFactory()
        laid_on(person, days=0)
        assert as_person(person).get("/forum/ask/").status_code == 403

    def test_it_can_be_lifted(self, as_person: Visit) -> None:
        person = UserFactory()
        sanction = laid_on(person)
        as_person(moderator()).post(f"/forum/sanctions/{sanction.pk}/lift/")
        assert as_person(person).get("/forum/ask/").status_code == 200
        assert AuditRecord.objects.filter(action="forum.sanction_lifted").exists()


class TestRestricted:
    def test_every_post_waits(self) -> None:
        person = with_role(UserFactory(), Role.PRACTITIONER)
        laid_on(person, Measure.RESTRICT)
        post = reply(question(), author=person)
        assert post.is_held
        assert post.cases.get().holds == [HoldReason.RESTRICTED]

    def test_an_edit_waits_too(self) -> None:
        post = reply(question())
        laid_on(post.author, Measure.RESTRICT)
        assert edit_post(post=post, editor=post.author, body="Other words.", version=1).is_held

    def test_a_restricted_moderator_waits_too(self) -> None:
        person = moderator()
        laid_on(person, Measure.RESTRICT)
        assert reply(question(), author=person).is_held

    def test_they_post_with_their_name_alone(self, as_person: Visit) -> None:
        person, thread = UserFactory(), question()
        laid_on(person, Measure.RESTRICT)
        sent = {"body": "My words.", "anonymous": "on"}
        page = as_person(person).post(f"/forum/threads/{thread.pk}/reply/", sent).content.decode()
        assert "they need your name" in page
        assert "My words." in page
        assert thread.posts.count() == 1

    def test_nor_do_they_ask_without_their_name(self, as_person: Visit) -> None:
        person, space = UserFactory(), SpaceFactory()
        laid_on(person, Measure.RESTRICT)
        sent = {"title": "Who?", "body": "My words.", "space": str(space.pk), "anonymous": "on"}
        as_person(person).post("/forum/ask/", sent)
        assert not Thread.objects.exists()

    def test_an_older_anonymous_post_does_not_start_to_wait(self) -> None:
        person = UserFactory()
        post = reply(question(), author=person, anonymous=True)
        laid_on(person, Measure.RESTRICT)
        assert not edit_post(post=post, editor=person, body="Other words.", version=1).is_held


class TestAppeals:
    def test_the_person_sees_why_and_appeals(self, as_person: Visit) -> None:
        person = UserFactory()
        sanction, browser = laid_on(person), as_person(person)
        assert "Demeans." in browser.get(sanction.get_absolute_url()).content.decode()
        browser.post(sanction.get_absolute_url(), {"words": "It was a quote."})
        assert Appeal.objects.get().words == "It was a quote."

    def test_nobody_else_sees_it(self, as_person: Visit) -> None:
        sanction = laid_on(UserFactory())
        assert as_person(moderator()).get(sanction.get_absolute_url()).status_code == 404

    def test_a_granted_appeal_lifts_it(self) -> None:
        sanction = laid_on(UserFactory())
        appeal = make_appeal_against_sanction(sanction=sanction, words="It was a quote.")
        decide_appeal(appeal=appeal, by=moderator(), is_granted=True, answer="It was.")
        sanction.refresh_from_db()
        assert not sanction.is_in_force

    def test_whoever_imposed_it_does_not_decide(self, as_person: Visit) -> None:
        sanction = laid_on(UserFactory())
        appeal = make_appeal_against_sanction(sanction=sanction, words="It was a quote.")
        sent = {"is_granted": "no", "answer": "No."}
        browser = as_person(sanction.imposed_by)
        assert browser.post(appeal.get_absolute_url(), sent).status_code == 404

    def test_a_moderator_of_one_space_reads_no_appeal_against_a_sanction(self) -> None:
        appeal = make_appeal_against_sanction(sanction=laid_on(UserFactory()), words="A quote.")
        browser = sign_in(Client(), moderator_of(SpaceFactory()), mfa=True)
        assert browser.get(appeal.get_absolute_url()).status_code == 404


def test_moderators_see_what_is_in_force(as_person: Visit) -> None:
    laid_on(UserFactory(name="In Force"))
    lift(sanction=laid_on(UserFactory(name="Long Lifted")), by=moderator())
    laid_on(UserFactory(name="Once Warned"), Measure.WARN)
    page = as_person(moderator()).get("/forum/sanctions/").content.decode()
    assert "In Force" in page
    assert "Long Lifted" not in page
    assert "Once Warned" not in page


def test_members_do_not_see_what_is_in_force(as_person: Visit) -> None:
    sanction = laid_on(UserFactory())
    browser = as_person()
    assert browser.get("/forum/sanctions/").status_code == 404
    assert browser.post(f"/forum/sanctions/{sanction.pk}/lift/").status_code == 404


def test_people_see_their_own_matters_and_nobody_elses(as_person: Visit) -> None:
    person = UserFactory()
    laid_on(person)
    assert "Keep them from writing" not in as_person().get("/forum/mine/").content.decode()
    assert "in force until" in as_person(person).get("/forum/mine/").content.decode()


def test_a_case_tells_moderators_of_the_hub_what_was_laid_on_its_writer(as_person: Visit) -> None:
    post = reply(question())
    laid_on(post.author, Measure.WARN)
    page = as_person(moderator()).get(open_case(post=post).get_absolute_url()).content.decode()
    assert "Demeans." in page


def test_a_case_of_an_anonymous_post_tells_nothing_of_its_writer(as_person: Visit) -> None:
    writer = UserFactory()
    laid_on(writer, Measure.WARN)
    post = reply(question(), author=writer, anonymous=True)
    page = as_person(moderator()).get(open_case(post=post).get_absolute_url()).content.decode()
    assert "Demeans." not in page


def test_what_lasts_must_have_an_end() -> None:
    with pytest.raises(IntegrityError):
        Sanction.objects.create(
            person=UserFactory(), measure=Measure.SUSPEND, reason="?", imposed_by=moderator()
        )
