"""The measured hub in small: sound, closed in places, and found by search."""

import pytest
from wagtail.models import Page, PageViewRestriction

from courses.models import CoursePage, LessonView, QuizQuestion
from hub.access.pages import readable_pages
from hub.access.readers import ANONYMOUS
from hub.forum.models import Post, Thread
from hub.forum.services.counting import refresh_thread
from hub.guidance.models import GuidancePage
from hub.legislation.models import ProvisionPage
from hub.pages.models.citation import Citation
from search.models import Entry
from search.sync.reconcile import reconcile
from tests.benchmarks.sizes import SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("filled")]


def test_there_is_as_much_as_was_asked_for() -> None:
    found = [m.objects.count() for m in (GuidancePage, ProvisionPage, CoursePage, Thread, Post)]
    wanted = SMALL.guidance, SMALL.provisions, SMALL.courses, SMALL.threads, SMALL.posts
    assert tuple(found) == wanted


def test_the_page_tree_is_sound() -> None:
    assert [problem for problem in Page.find_problems() if problem] == []


def test_some_guidance_some_law_and_a_course_are_closed() -> None:
    closed = PageViewRestriction.objects.filter(page__depth__gt=2)
    kinds = {type(row.page.specific) for row in closed}
    assert kinds == {GuidancePage, ProvisionPage, CoursePage}
    shown = readable_pages(GuidancePage.objects.all(), ANONYMOUS).count()
    assert shown == SMALL.guidance - SMALL.closed


def test_some_threads_are_for_members_only() -> None:
    open_ones = Thread.objects.readable_by(ANONYMOUS).count()
    assert 0 < open_ones < SMALL.threads


def test_threads_say_of_their_posts_what_the_services_would() -> None:
    for thread in Thread.objects.all():
        stored = thread.reply_count, thread.last_post_at
        refreshed = refresh_thread(thread)
        assert (refreshed.reply_count, refreshed.last_post_at) == stored


def test_pages_and_threads_rest_on_pages() -> None:
    kinds = set(Citation.objects.values_list("source_kind", flat=True))
    assert {"guidance", "provision", "thread", "lesson"} <= kinds


def test_search_holds_everything_as_it_is() -> None:
    assert reconcile(repair=False).wrong == []
    assert Entry.objects.filter(kind="thread").count() == SMALL.threads


def test_every_course_has_its_questions_and_people_on_their_way() -> None:
    assert QuizQuestion.objects.count() == SMALL.courses * SMALL.questions
    assert LessonView.objects.exists()
