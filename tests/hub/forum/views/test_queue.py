from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import Role
from hub.forum.enums import Decision, ReportReason
from hub.forum.models import Case, Report, Space
from hub.forum.services import claim_case, decide_case, edit_post, hide_post, report_post
from hub.users.models import User
from tests.factories.duty import moderator_on_duty, shift
from tests.factories.forum import members_space, moderator, question, reply, space_of_area
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db

QUEUE = "/forum/reports/"
Visit = Callable[..., Client]


def reported(
    space: Space | None = None,
    reason: ReportReason = ReportReason.SPAM,
    note: str = "",
    author: User | None = None,
    **more: object,
) -> Case:
    post = reply(question(space=space), author=author, **more)
    report_post(post=post, reporter=UserFactory(), reason=reason, note=note)
    return post.cases.get()


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(QUEUE).url.startswith("/accounts/login/")


@pytest.mark.parametrize("local", [False, True])
def test_the_queue_is_for_moderators_of_the_hub(as_person: Visit, local: bool) -> None:
    person = UserFactory()
    if local:
        with_role(person, Role.MODERATOR, area=AreaFactory())
    assert as_person(person).get(QUEUE).status_code == 404


def test_people_at_risk_come_first_and_what_is_decided_last(as_person: Visit) -> None:
    reported(note="About adverts")
    reported(reason=ReportReason.RISK, note="About tonight")
    done = reported(body="Long done")
    decide_case(case=done, by=moderator(), decision=Decision.NOTHING)
    page = as_person(moderator()).get(QUEUE).content.decode()
    assert page.index("About tonight") < page.index("About adverts") < page.index("Long done")


def test_the_queue_shows_the_words_that_were_reported(as_person: Visit) -> None:
    case = reported(note="It names a place")
    assert case.post.body in as_person(moderator()).get(QUEUE).content.decode()


def test_a_moderator_sees_no_case_of_a_space_that_is_closed_to_them(as_person: Visit) -> None:
    case = reported(space=space_of_area(AreaFactory()), note="Closed matter")
    browser = as_person(moderator())
    assert "Closed matter" not in browser.get(QUEUE).content.decode()
    assert browser.get(case.get_absolute_url()).status_code == 404


def test_the_queue_says_who_is_on_duty_now(as_person: Visit) -> None:
    first, second = moderator_on_duty(), moderator_on_duty()
    page = as_person(moderator()).get(QUEUE).content.decode()
    assert f"On duty now: {first.name}, {second.name}." in page


def test_the_queue_says_that_nobody_is_on_duty(as_person: Visit) -> None:
    now = timezone.now()
    shift(begins=now - timedelta(hours=2), ends=now)
    page = as_person(moderator()).get(QUEUE).content.decode()
    assert "Nobody is on duty now." in page


def test_the_queue_costs_the_same_queries_however_long(as_person: Visit) -> None:
    browser, space, counts = as_person(moderator()), members_space(), []
    for more in (3, 15):
        for _ in range(more):
            reported(space=space)
        with CaptureQueriesContext(connection) as queries:
            browser.get(QUEUE)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_claim_shows_in_the_queue(as_person: Visit) -> None:
    case, person = reported(), moderator()
    as_person(person).post(f"{case.get_absolute_url()}claim/")
    assert f"{person.name} is looking at it" in as_person(moderator()).get(QUEUE).content.decode()


def test_what_another_moderator_looks_at_is_left_alone(as_person: Visit) -> None:
    case = reported()
    claim_case(case=case, by=moderator())
    response = as_person(moderator()).post(case.get_absolute_url(), {"decision": "nothing"})
    case.refresh_from_db()
    assert response.status_code == 409
    assert case.is_open


def test_a_claimed_case_is_not_claimed_again(as_person: Visit) -> None:
    case, first = reported(), moderator()
    claim_case(case=case, by=first)
    as_person(moderator()).post(f"{case.get_absolute_url()}claim/")
    case.refresh_from_db()
    assert case.claimed_by == first


def test_nobody_releases_what_another_claimed(as_person: Visit) -> None:
    case = reported()
    claim_case(case=case, by=moderator())
    assert as_person(moderator()).post(f"{case.get_absolute_url()}release/").status_code == 404


def test_a_released_case_is_free_again(as_person: Visit) -> None:
    case, person = reported(), moderator()
    claim_case(case=case, by=person)
    as_person(person).post(f"{case.get_absolute_url()}release/")
    case.refresh_from_db()
    assert case.holder is None


def test_a_claim_lapses_after_some_hours() -> None:
    case = reported()
    claim_case(case=case, by=moderator())
    Case.objects.update(claimed_at=timezone.now() - timedelta(hours=5))
    second = moderator()
    assert claim_case(case=case, by=second).claimed_by == second


def test_nothing_wrong_closes_the_case_with_its_reports(as_person: Visit) -> None:
    case, person = reported(), moderator()
    as_person(person).post(case.get_absolute_url(), {"decision": "nothing"})
    assert Report.objects.get().handled_by == person
    assert not Case.objects.waiting().exists()


def test_hiding_from_the_queue_hides_the_post_for_the_reason_given(as_person: Visit) -> None:
    case = reported()
    sent = {"decision": "hide", "reason": "It names a place"}
    as_person(moderator()).post(case.get_absolute_url(), sent)
    case.post.refresh_from_db()
    assert (case.post.is_hidden, case.post.hidden_reason) == (True, "It names a place")


def test_hiding_needs_a_reason(as_person: Visit) -> None:
    case = reported()
    page = as_person(moderator()).post(case.get_absolute_url(), {"decision": "hide"})
    assert "Say why, so that the writer knows." in page.content.decode()


def test_a_ready_reason_can_be_changed_before_it_is_sent(as_person: Visit) -> None:
    page = as_person(moderator()).get(f"{reported().get_absolute_url()}?reason=personal")
    assert page.context["form"]["reason"].value().startswith("It could identify a real person")


def test_hiding_from_the_thread_closes_the_case() -> None:
    case = reported()
    hide_post(post=case.post, by=moderator(), reason="A name")
    case.refresh_from_db()
    assert case.decision == Decision.HIDE


def test_a_moderator_clears_nothing_of_their_own(as_person: Visit) -> None:
    person = moderator()
    case = reported(author=person)
    page = as_person(person).post(case.get_absolute_url(), {"decision": "nothing"})
    assert page.status_code == 200
    with pytest.raises(ValueError, match="Nobody clears"):
        decide_case(case=case, by=person, decision=Decision.NOTHING)


def test_a_case_tells_what_happened_to_the_post(as_person: Visit) -> None:
    case = reported(note="It names a place")
    edit_post(post=case.post, editor=case.post.author, body="Other words.", version=1)
    page = as_person(moderator()).get(case.get_absolute_url()).content.decode()
    assert "It names a place" in page
    assert "Edited" in page


def test_a_case_tells_what_was_decided_about_its_writer(as_person: Visit) -> None:
    writer = UserFactory()
    hide_post(post=reply(question(), author=writer), by=moderator(), reason="Named a school")
    page = as_person(moderator()).get(reported(author=writer).get_absolute_url())
    assert "Named a school" in page.content.decode()


def test_a_case_tells_nothing_of_spaces_that_its_moderator_does_not_read(as_person: Visit) -> None:
    writer, closed = UserFactory(), space_of_area(AreaFactory())
    post = reply(question(space=closed), author=writer)
    hide_post(post=post, by=moderator(), reason="A closed matter")
    page = as_person(moderator()).get(reported(author=writer).get_absolute_url())
    assert "A closed matter" not in page.content.decode()


@pytest.mark.parametrize(("before", "now"), [(False, True), (True, False), (True, True)])
def test_nothing_links_what_somebody_posts_with_and_without_a_name(
    as_person: Visit, before: bool, now: bool
) -> None:
    writer = UserFactory()
    post = reply(question(), author=writer, anonymous=before)
    hide_post(post=post, by=moderator(), reason="Named a school")
    case = reported(author=writer, anonymous=now)
    page = as_person(moderator()).get(case.get_absolute_url()).content.decode()
    assert "Named a school" not in page
    assert not now or writer.name not in page
