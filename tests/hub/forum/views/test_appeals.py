from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from hub.access.models import AuditRecord
from hub.forum.models import Appeal, Case, Post
from hub.forum.services import decide_appeal, hide_post, make_appeal
from hub.notices.models import Notice
from tests.factories.forum import moderator, question, reply, space_of_area
from tests.factories.people import AreaFactory, UserFactory

pytestmark = pytest.mark.django_db

Visit = Callable[..., Client]


def hidden(**more: object) -> Case:
    post = reply(question(), **more)
    hide_post(post=post, by=moderator(), reason="Named a school")
    return post.cases.get()


def page_of(case: Case) -> str:
    return f"/forum/decisions/{case.pk}/"


def appealed(**more: object) -> Appeal:
    return make_appeal(case=hidden(**more), words="No school is named.")


def answer(browser: Client, appeal: Appeal, granted: str = "yes") -> int:
    sent = {"is_granted": granted, "answer": "It names none."}
    return browser.post(appeal.get_absolute_url(), sent).status_code


def test_the_notice_leads_to_the_decision(as_person: Visit) -> None:
    case = hidden()
    address = Notice.objects.get(person=case.post.author).url
    assert "Named a school" in as_person(case.post.author).get(address).content.decode()


@pytest.mark.parametrize("anonymous", [False, True])
def test_the_writer_appeals(as_person: Visit, anonymous: bool) -> None:
    writer = UserFactory()
    case = hidden(author=writer, anonymous=anonymous)
    as_person(writer).post(page_of(case), {"words": "No school is named."})
    assert Appeal.objects.get().words == "No school is named."


def test_nobody_else_sees_the_decision_or_appeals(as_person: Visit) -> None:
    case = hidden()
    assert as_person().get(page_of(case)).status_code == 404
    assert as_person().post(page_of(case), {"words": "Mine!"}).status_code == 404
    assert as_person(moderator()).get(page_of(case)).status_code == 404


def test_an_appeal_is_made_once(as_person: Visit) -> None:
    appeal = appealed()
    writer = appeal.case.post.author
    as_person(writer).post(page_of(appeal.case), {"words": "And another thing."})
    assert Appeal.objects.get().words == "No school is named."


def test_what_was_typed_stays_where_details_are_asked_about(as_person: Visit) -> None:
    case = hidden()
    typed = {"words": "Kai, 14, is on 07700 900123."}
    page = as_person(case.post.author).post(page_of(case), typed).content.decode()
    assert "07700 900123" in page
    assert not Appeal.objects.exists()


def test_the_others_are_told_and_find_it_in_the_queue(as_person: Visit) -> None:
    other = moderator()
    appeal = appealed()
    assert Notice.objects.filter(person=other, text__startswith="Somebody appeals").exists()
    page = as_person(other).get("/forum/reports/").content.decode()
    assert appeal.get_absolute_url() in page


def test_whoever_decided_first_is_not_asked(as_person: Visit) -> None:
    first = appealed().first_decided_by
    assert not Notice.objects.filter(person=first, text__startswith="Somebody appeals").exists()
    page = as_person(first).get("/forum/reports/").content.decode()
    assert "you decided first" in page


def test_whoever_decided_first_does_not_answer(as_person: Visit) -> None:
    appeal = appealed()
    assert answer(as_person(appeal.first_decided_by), appeal) == 404
    appeal.refresh_from_db()
    assert appeal.is_open


def test_the_database_refuses_the_first_moderator_too() -> None:
    appeal = appealed()
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(pk=appeal.pk).update(
            decided_by=appeal.first_decided_by, decided_at=appeal.made_at, is_granted=True
        )


def test_a_moderator_does_not_answer_their_own_appeal(as_person: Visit) -> None:
    writer = moderator()
    assert answer(as_person(writer), appealed(author=writer)) == 404


def test_a_granted_appeal_shows_the_post_again(as_person: Visit) -> None:
    appeal = appealed()
    answer(as_person(moderator()), appeal)
    assert not Post.objects.get(pk=appeal.case.post_id).is_hidden


def test_a_refused_appeal_leaves_it_hidden(as_person: Visit) -> None:
    appeal = appealed()
    answer(as_person(moderator()), appeal, "no")
    assert Post.objects.get(pk=appeal.case.post_id).is_hidden


@pytest.mark.parametrize("granted", [True, False])
def test_the_writer_is_told_and_it_is_recorded(granted: bool) -> None:
    appeal, by = appealed(), moderator()
    decide_appeal(appeal=appeal, by=by, is_granted=granted, answer="It names none.")
    told = Notice.objects.filter(person=appeal.case.post.author, detail="It names none.")
    assert told.exists()
    assert AuditRecord.objects.filter(action__startswith="forum.appeal_", person_id=by.pk).exists()


def test_an_appeal_is_decided_once() -> None:
    appeal = appealed()
    decide_appeal(appeal=appeal, by=moderator(), is_granted=False, answer="It does.")
    with pytest.raises(ValueError, match="once"):
        decide_appeal(appeal=appeal, by=moderator(), is_granted=True, answer="It doesn't.")


def test_nothing_is_appealed_that_was_not_decided_against() -> None:
    case = Case.objects.create(post=reply(question()))
    with pytest.raises(ValueError, match="Nothing was decided"):
        make_appeal(case=case, words="Why?")


def test_a_member_reads_no_appeal(as_person: Visit) -> None:
    appeal = appealed()
    assert as_person().get(appeal.get_absolute_url()).status_code == 404


def test_a_moderator_reads_no_appeal_from_a_space_that_is_closed_to_them(as_person: Visit) -> None:
    post = reply(question(space=space_of_area(AreaFactory())))
    hide_post(post=post, by=moderator(), reason="A name")
    appeal = make_appeal(case=post.cases.get(), words="A closed matter.")
    browser = as_person(moderator())
    assert browser.get(appeal.get_absolute_url()).status_code == 404
    assert appeal.get_absolute_url() not in browser.get("/forum/reports/").content.decode()


def test_the_writer_of_an_anonymous_post_stays_unknown(as_person: Visit) -> None:
    writer = UserFactory(name="Somebody Unknown")
    appeal = appealed(author=writer, anonymous=True)
    page = as_person(moderator()).get(appeal.get_absolute_url()).content.decode()
    assert "Somebody Unknown" not in page


def test_a_post_in_a_space_that_closed_is_not_quoted(as_person: Visit) -> None:
    case = hidden(body="Once open words.")
    closed = space_of_area(AreaFactory())
    case.post.thread.space.access_rule = closed.access_rule
    case.post.thread.space.save()
    page = as_person(case.post.author).get(page_of(case)).content.decode()
    assert "Named a school" in page
    assert "Once open words." not in page
