"""Courses in the CMS, and the reader's progress on course and lesson pages."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

import courses.views.cms.reports
import courses.views.cms.works  # noqa: F401 - its hooks
from courses.cms import TeachingGroup, teaching
from courses.exchange.cms import ExportChosen
from courses.models import (
    CourseIndexPage,
    CoursePage,
    LessonPage,
    PathwayPage,
    Question,
    Quiz,
)
from courses.views.cms.certificates import NAMED as CERTIFICATES
from courses.views.cms.workshops import NAMED as WORKSHOPS
from courses.views.pages import show_course, show_lesson
from courses.views.pathways import show_courses, show_pathway
from hub.access.cms_addresses import name_in_cms

ServePage = Callable[..., HttpResponse]

register_snippet(TeachingGroup)
name_in_cms(teaching(Quiz))
name_in_cms(teaching(Question))
name_in_cms(CERTIFICATES)
name_in_cms(WORKSHOPS)
hooks.register("register_bulk_action", ExportChosen)


@hooks.register("on_serve_page")
def show_progress(serve: ServePage) -> ServePage:
    """Runs inside the access check, which comes first in the chain."""

    def inner(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        if isinstance(page, CoursePage):
            return show_course(request, page)
        if isinstance(page, LessonPage):
            return show_lesson(request, page)
        if isinstance(page, PathwayPage):
            return show_pathway(request, page)
        if isinstance(page, CourseIndexPage):
            return show_courses(request, page)
        return serve(page, request, args, kwargs)

    return inner


@hooks.register("before_delete_page")
def keep_what_people_did(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A course that someone started, or that has a quiz, is proof of something."""
    return refuse_delete(request, [page])


@hooks.register("before_bulk_action")
def keep_what_people_did_in_bulk(
    request: HttpRequest, action: str, things: list[Any], _view: object
) -> HttpResponse | None:
    pages = [thing for thing in things if isinstance(thing, Page)]
    return refuse_delete(request, pages) if action == "delete" and pages else None


def refuse_delete(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    kept = (
        CoursePage.objects.within(pages).with_records().first()
        if request.method == "POST"
        else None
    )
    if kept is None:
        return None
    messages.error(
        request,
        _("“%(course)s” has a quiz or learners, so it can't be deleted. Unpublish it instead.")
        % {"course": kept.title},
    )
    return redirect("wagtailadmin_explore", kept.get_parent().pk)


@hooks.register("before_delete_snippet")
def keep_questions_of_quizzes(request: HttpRequest, things: Iterable[Any]) -> HttpResponse | None:
    """A quiz needs its questions. What is deleted is named afterwards, by words that go with it."""
    questions = [thing for thing in things if isinstance(thing, Question)]
    for question in questions:
        if question.quizzes.exists() or question.checked_in.exists():
            text = _("“%(question)s” is asked in a quiz or lesson. Take it out there first.")
            messages.error(request, text % {"question": question})
            return redirect("wagtailsnippets_courses_question:list")
    prefetch_related_objects(questions, "current")
    return None
