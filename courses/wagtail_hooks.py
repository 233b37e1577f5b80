"""Courses in the CMS, and the reader's progress on course and lesson pages."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from courses.cms import TeachingGroup
from courses.models import CoursePage, LessonPage
from courses.views.pages import show_course, show_lesson

ServePage = Callable[..., HttpResponse]

register_snippet(TeachingGroup)


@hooks.register("on_serve_page")
def show_progress(serve: ServePage) -> ServePage:
    """Runs inside the access check, which comes first in the chain."""

    def inner(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        if isinstance(page, CoursePage):
            return show_course(request, page)
        if isinstance(page, LessonPage):
            return show_lesson(request, page)
        return serve(page, request, args, kwargs)

    return inner
