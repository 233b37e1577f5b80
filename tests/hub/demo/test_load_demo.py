"""The demonstration loads once, completely, and never over what a person has edited."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from courses.analysis.surveys import survey_figures
from courses.models import (
    Booking,
    CoursePage,
    LessonRemark,
    Question,
    Quiz,
    Refresher,
    Workshop,
)
from courses.questions.registry import question_types
from courses.services.refreshing import is_running, next_item
from hub.access.pages import rule_of_page
from hub.access.readers import reader_for
from hub.demo.loader.content import facts, folder, read
from hub.demo.loader.course import load_question
from hub.demo.loader.everything import addresses, load_everything
from hub.demo.loader.pages import Shelf
from hub.demo.loader.usefulness import load_usefulness
from hub.demo.people import load_people
from hub.forum.duty import on_duty
from hub.forum.hours import next_opening, reading_hours, week_of
from hub.forum.models import DutyShift, GrownPage, Post, Space, StaffedHours, Thanks, Thread
from hub.guidance.models import GuidancePage, ToolPage
from hub.support.models import SupportRequest
from hub.usefulness.enums import Verdict
from hub.usefulness.models import PageAnswer
from hub.users.models import User
from search.models import Entry
from tests.factories.people import sign_in
from tests.hub.demo.written_content import threads

pytestmark = pytest.mark.django_db
PAGE_LINK = re.compile(r'linktype="page" id="(\d+)"')
FILES = (
    "themes",
    "glossary",
    "legislation",
    "policy",
    "practice",
    "interventions",
    "referrals",
)


@pytest.fixture(scope="module", autouse=True)
def _loaded(django_db_setup: Any, django_db_blocker: Any) -> Iterator[None]:
    """Loads everything once for this file, inside a transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", verbosity=0)
        yield
        transaction.set_rollback(True)


def test_the_map_has_an_address_for_every_fact() -> None:
    printed = StringIO()
    call_command("load_demo", map=True, stdout=printed)
    known = json.loads(printed.getvalue())
    wanted = {fact["id"] for name in FILES for fact in facts(name)}
    assert wanted - set(known) == set()


def test_one_workshop_is_to_come_with_people_waiting_and_one_is_over() -> None:
    coming, past = Workshop.objects.coming(), Workshop.objects.filter(ends_at__lt=timezone.now())
    waiting = Booking.objects.filter(workshop=coming.get()).waiting()
    assert waiting.get().person.email == "learner@demo.example"
    marks = Booking.objects.filter(workshop=past.get()).values_list("came", flat=True)
    assert sorted(marks) == [False, True, True]


def test_one_course_has_enough_answers_to_tell_of_and_another_too_few() -> None:
    course, other = (CoursePage.objects.get(fact_id=fact) for fact in ("co-cl", "co-gd"))
    figures = survey_figures(course)
    assert all(change.first.is_shown for pair in figures.pairs for change in pair.changes)
    assert figures.useful.is_shown
    assert figures.used.is_shown
    assert other.survey_answers.exists()
    assert not survey_figures(other).useful.is_shown
    assert 0 < LessonRemark.objects.open().count() < LessonRemark.objects.count()


def test_the_board_of_usefulness_has_problems_open_and_dealt_with() -> None:
    problems = PageAnswer.objects.filter(verdict=Verdict.PROBLEM)
    assert 0 < problems.open().count() < problems.count()
    before = PageAnswer.objects.count()
    load_usefulness(Shelf({}, {}), read("usefulness")["pages"])
    assert PageAnswer.objects.count() == before


def test_somebody_has_weekly_questions_of_which_a_missed_one_comes_first() -> None:
    person = User.objects.get(email="practitioner@demo.example")
    refresher = Refresher.objects.get(person=person)
    assert is_running(refresher)
    item = next_item(reader_for(person), refresher)
    assert item is not None
    assert refresher.items.filter(question=item.question_id, marks__lt=1).exists()


def test_every_page_of_the_demonstration_opens_for_anyone(client: Client) -> None:
    closed = {fact["id"] for fact in folder("local")} | {"co-sampler", "le-sampler"}
    urls = [url for fact, url in addresses().items() if fact not in closed]
    failing = [url for url in urls if client.get(url).status_code != 200]
    assert failing == []


def test_no_link_to_a_fact_is_left_unresolved(client: Client) -> None:
    pages = [page for page in GuidancePage.objects.all() if "fact:" in str(page.body.raw_data)]
    assert pages == []


@pytest.mark.parametrize("fact", folder("guidance"), ids=lambda fact: fact["slug"])
def test_every_link_of_a_guidance_page_leads_to_an_open_page(fact: dict[str, Any]) -> None:
    page = GuidancePage.objects.get(fact_id=fact["id"])
    listed = {block.value["page"].specific.fact_id for block in page.links if block.value["page"]}
    in_text = set(PAGE_LINK.findall(str(list(page.body.raw_data))))
    assert listed == set(fact["links"])
    assert in_text
    assert Page.objects.live().public().filter(pk__in=in_text).count() == len(in_text)


def test_the_guidance_and_the_courses_that_are_written_are_all_there() -> None:
    assert GuidancePage.objects.live().count() == len(folder("guidance") + folder("local"))
    assert CoursePage.objects.live().count() == len(folder("courses")) + 1


def test_the_sampler_asks_one_question_of_each_type_and_only_trainers_find_it(
    client: Client,
) -> None:
    sampler = CoursePage.objects.get(fact_id="co-sampler")
    kinds = sampler.final_quiz().places.values_list("question__current__kind", flat=True)
    assert sorted(kinds) == sorted(question_types())
    seen = {
        name: reader_for(User.objects.get(email=f"{name}@demo.example")).may_read(
            rule_of_page(sampler)
        )
        for name in ("trainer", "author", "practitioner", "lead")
    }
    assert seen == {"trainer": True, "author": True, "practitioner": False, "lead": False}
    assert client.get(sampler.url).status_code == 404


def test_each_course_keeps_its_own_level_and_quiz_settings() -> None:
    kept = {
        (c.slug, c.level, quiz.pass_mark, quiz.attempts_allowed, c.validity_months)
        for quiz in Quiz.objects.final().select_related("course")
        for c in [quiz.course]
    }
    assert kept == {
        ("county-lines", "introduction", 80, 3, 24),
        ("understanding-gangs", "practitioner", 75, 3, 24),
        ("using-powers", "practitioner", 75, None, 12),
        ("local-assessment", "advanced", 75, None, 24),
        ("every-kind-of-question", "practitioner", 60, None, None),
    }


def test_each_quiz_asks_what_was_written_for_it() -> None:
    courses = [*folder("courses"), read("sampler")]
    written = {c["id"]: [q["id"] for q in c["quiz"]["questions"]] for c in courses}
    asked = {
        quiz.course.fact_id: list(quiz.places.values_list("question__fact_id", flat=True))
        for quiz in Quiz.objects.final().select_related("course")
    }
    assert asked == written


def test_the_sampler_has_practice_with_questions_of_its_own() -> None:
    practice = Quiz.objects.practice().get()
    written = [question["id"] for question in read("sampler")["practice"]["questions"]]
    assert practice.course.fact_id == "co-sampler"
    assert list(practice.places.values_list("question__fact_id", flat=True)) == written


def test_every_question_rests_on_a_page_that_anyone_can_open() -> None:
    resting = {
        question.fact_id: [link.value["page"] for link in question.cites]
        for question in Question.objects.all()
    }
    unfounded = [
        fact for fact, pages in resting.items() if not pages or not all(p and p.live for p in pages)
    ]
    assert (len(resting) >= 24, unfounded) == (True, [])


def test_every_page_has_somebody_who_keeps_it_right_and_somebody_who_reviews_it() -> None:
    assert GuidancePage.objects.count() == len(folder("guidance") + folder("local"))
    keepers = {
        reader_for(person).may_read(rule_of_page(page))
        for page in GuidancePage.objects.select_related("page_owner", "reviewer")
        for person in (page.page_owner, page.reviewer)
    }
    assert keepers == {True}


def test_a_question_without_a_page_to_rest_on_is_not_loaded() -> None:
    question = {**folder("courses")[0]["quiz"]["questions"][0], "id": "q-x", "cites": "gl-none"}
    with pytest.raises(KeyError, match="gl-none"):
        load_question(Shelf(load_people(), {}), question)


def test_every_thread_that_is_written_is_there_and_says_that_it_is_fictional() -> None:
    from_desk = SupportRequest.objects.exclude(thread=None).values("thread")
    posts = Post.objects.exclude(thread__in=from_desk)
    written = sum(1 + len(thread["replies"]) for thread in threads())
    assert Thread.objects.exclude(pk__in=from_desk).count() == len(threads())
    assert posts.count() == written
    assert all("fictional" in post.html for post in posts.filter(number=1))
    assert all(
        "demonstration" in p.html for p in Post.objects.filter(thread__in=from_desk, number=1)
    )


def test_posts_lead_to_the_law_and_guidance_that_they_name() -> None:
    linking = sum(
        "](fact:" in text
        for thread in threads()
        for text in [thread["body"], *(reply["body"] for reply in thread["replies"])]
    )
    assert Post.objects.exclude(cited=[]).count() == linking
    assert not Post.objects.filter(body__contains="fact:").exists()


def test_the_closed_space_is_closed_to_those_whom_it_is_not_for(client: Client) -> None:
    address = Space.objects.get(slug="leads-room").get_absolute_url()
    assert client.get(address).status_code == 404
    client.force_login(User.objects.get(email="learner@demo.example"))
    assert client.get(address).status_code == 404
    sign_in(client, User.objects.get(email="lead@demo.example"), mfa=True)
    assert client.get(address).status_code == 200


def test_there_are_seven_tools_each_with_a_document_for_everyone(client: Client) -> None:
    tools = ToolPage.objects.live()
    assert tools.count() == 7
    assert {client.get(tool.document.url, follow=True).status_code for tool in tools} == {200}


def test_a_document_that_someone_replaced_is_kept_when_its_page_comes_back() -> None:
    page = ToolPage.objects.get(fact_id="tool-did-it-work")
    document = page.document
    document.file.save("ours.xlsx", ContentFile(b"PK\x03\x04 ours"))
    page.delete()
    assert load_everything() == 1
    page = ToolPage.objects.get(fact_id="tool-did-it-work")
    assert page.document == document
    assert page.document.file.name.endswith("ours.xlsx")


def test_a_second_run_adds_nothing() -> None:
    before = (Entry.objects.count(), Thread.objects.count(), Question.objects.count())
    assert load_everything() == 0
    assert (Entry.objects.count(), Thread.objects.count(), Question.objects.count()) == before


def test_a_page_that_someone_edited_stays_as_they_left_it() -> None:
    page = GuidancePage.objects.first()
    page.title = "Our own title"
    page.save()
    load_everything()
    page.refresh_from_db()
    assert page.title == "Our own title"


def test_a_page_that_someone_deleted_comes_back() -> None:
    page = GuidancePage.objects.get(fact_id="gd-county-lines")
    page.delete()
    assert load_everything() == 1


def test_every_page_is_in_the_search_entries() -> None:
    assert Entry.objects.count() >= len(addresses())


def test_one_thread_became_a_term_and_another_waits_with_the_reviewers() -> None:
    term, draft = GrownPage.objects.order_by("pk").values_list("page__live", flat=True)
    assert (term, draft) == (True, False)
    assert Thanks.objects.get(agreed=True).person.email == "reviewer@demo.example"
    assert WorkflowState.objects.active().count() == 1


def test_moderators_read_in_office_hours_and_somebody_is_on_duty_in_each_of_them() -> None:
    assert "Monday to Friday, 9am to 5pm" in reading_hours()
    week = week_of(StaffedHours.objects.all())
    opening = next_opening(week, timezone.now())
    assert [person.email for person in on_duty(opening)] == ["moderator@demo.example"]


def test_loaded_again_the_rota_goes_on_only_where_it_has_run_out() -> None:
    known = DutyShift.objects.count()
    load_everything()
    assert DutyShift.objects.count() == known
    with transaction.atomic(), time_machine.travel(timezone.now() + timedelta(days=30)):
        load_everything()
        assert DutyShift.objects.filter(ends__gt=timezone.now()).exists()
        transaction.set_rollback(True)
