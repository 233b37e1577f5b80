"""Answering a question at the end of a lesson."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from courses.access import access_check, access_lesson
from courses.errors import QuizRefused
from courses.services.checks import answer_check
from courses.views.pages import check_form, show_lesson
from hub.access.services import record_details_check
from hub.users.drafts import forget_draft, with_draft, writer_required


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, lesson_id: int, question_id: int) -> HttpResponse:
    """The lesson with this question as it was typed; a good answer leads back to the lesson."""
    lesson = access_lesson(request.reader, lesson_id)
    given = access_check(request.reader, lesson, question_id)
    if request.method != "POST":
        return show_lesson(request, lesson, with_draft(request, check_form(given)))
    form = check_form(given, request.POST)
    is_valid = form.is_valid()
    record_details_check(outcome=form.details_outcome)
    if not is_valid:
        return show_lesson(request, lesson, form)
    try:
        answer_check(person_id=request.reader.user_id, given=given, answer=form.answer)
    except QuizRefused as refusal:
        messages.error(request, str(refusal))
    else:
        forget_draft(request)
    return redirect(f"{lesson.get_url(request)}#question-{question_id}")
