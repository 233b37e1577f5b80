"""Before a quiz, and one question after another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from courses.access import access_attempt, access_item, access_practice, access_quiz
from courses.enums import Feedback
from courses.errors import AlreadySubmitted, QuizRefused
from courses.forms import AnswerForm
from courses.models import Attempt, AttemptItem, Quiz
from courses.results import reviewed_item
from courses.services.attempts import save_answer, skip_question, start_attempt
from courses.services.drawing import asked_in
from courses.services.progress import QuizStatus
from courses.services.status import course_status
from courses.services.timing import minutes_allowed
from courses.services.turns import stands
from courses.services.typed import keep_typed, new_stamp
from courses.views.saving import keep_answer
from courses.wording import quiz_facts, validity
from hub.access.services import record_details_check
from hub.users.drafts import (
    fill,
    forget_draft,
    has_draft,
    typed_in,
    with_draft,
    writer_mark,
    writer_required,
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def quiz_start(request: HttpRequest, course_id: int) -> HttpResponse:
    return start(request, access_quiz(request.reader, course_id), "courses/quiz_start.html")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice_start(request: HttpRequest, course_id: int, quiz_id: int) -> HttpResponse:
    quiz = access_practice(request.reader, course_id, quiz_id)
    return start(request, quiz, "courses/practice_start.html")


def start(request: HttpRequest, quiz: Quiz, template: str) -> HttpResponse:
    if request.method == "POST":
        try:
            attempt = start_attempt(reader=request.reader, quiz=quiz)
        except QuizRefused as refusal:
            messages.error(request, str(refusal))
            return redirect(quiz.get_absolute_url())
        return redirect("courses:resume", attempt.code)
    status = course_status(request.reader, quiz.course)
    own = status.of(quiz)
    context = {
        "quiz": quiz,
        "status": status,
        "own": own,
        "validity": validity(status),
        "is_closed": quiz.is_closed(timezone.now()),
        "facts": facts_of(request, own) if own else [],
        "crumbs": [*quiz.course.crumbs(), (quiz.course.title, quiz.course.get_url(request))],
    }
    return render(request, template, context)


def facts_of(request: HttpRequest, status: QuizStatus) -> list[tuple[str, str]]:
    allowed = minutes_allowed(status.quiz, request.reader.user_id)
    return quiz_facts(status, asked_in(status.quiz), allowed)


@login_required
@require_safe
def resume(request: HttpRequest, code: str) -> HttpResponse:
    """Where this attempt goes on: its furthest question, the check page, or its result."""
    attempt = access_attempt(request.reader, code)
    if not attempt.is_open:
        return redirect("courses:result", code)
    if attempt.reached > attempt.total or attempt.is_over(timezone.now()):
        return redirect("courses:check", code)
    return redirect("courses:question", code, attempt.reached)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: str, order: int) -> HttpResponse:
    attempt = access_attempt(request.reader, code)
    if request.method == "POST" and request.POST.get("then") == "keep":
        return keep_answer(request, attempt, access_item(attempt, order).order)
    if not attempt.is_open:
        messages.info(request, str(AlreadySubmitted()))
        return redirect("courses:result", code)
    if attempt.is_over(timezone.now()) and request.method != "POST":
        return redirect("courses:check", code)
    item = access_item(attempt, order)
    if request.method == "POST":
        return take_answer(request, item)
    if stands(attempt, item):
        return show_feedback(request, item)
    form = AnswerForm(item)
    if item.typed:
        fill(form, item.typed)
    return show_question(request, item, with_draft(request, form))


def show_question(request: HttpRequest, item: AttemptItem, form: AnswerForm) -> HttpResponse:
    attempt = item.attempt
    context = {
        "item": item,
        "attempt": attempt,
        "form": form,
        "template": form.type.template,
        "writer": writer_mark(request),
        "has_draft": has_draft(request),
        "back_url": back_address(request, item),
        "changing": "from" in request.GET,
    }
    return render(request, "courses/question.html", context)


def show_feedback(request: HttpRequest, item: AttemptItem) -> HttpResponse:
    context = {
        "item": reviewed_item(item, request.reader),
        "attempt": item.attempt,
        "back_url": back_address(request, item),
        "next_url": next_question(request, item),
    }
    return render(request, "courses/feedback.html", context)


def back_address(request: HttpRequest, item: AttemptItem) -> str:
    code = item.attempt.code
    if "from" in request.GET:
        return reverse("courses:check", args=[code])
    if item.order > 1:
        return reverse("courses:question", args=[code, item.order - 1])
    return item.attempt.quiz.get_absolute_url()


def take_answer(request: HttpRequest, item: AttemptItem) -> HttpResponse:
    """Saves, skips, or saves and leaves, by the button pressed."""
    attempt, pressed = item.attempt, request.POST.get("then", "save")
    form = AnswerForm(item, request.POST)
    has_answer = form.is_valid()
    record_details_check(outcome=form.details_outcome)
    try:
        if pressed == "skip":
            skip_question(attempt=attempt, order=item.order)
        elif has_answer:
            save_answer(attempt=attempt, order=item.order, answer=form.answer)
            forget_draft(request)
        elif pressed == "later":
            keep_unfinished(request, item)
        else:
            return show_question(request, item, form)
    except QuizRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("courses:resume", attempt.code)
    if pressed == "later":
        messages.success(request, _("Saved. Come back whenever you like: it all waits here."))
        return redirect(waiting_place(request, attempt))
    if pressed != "skip" and comes_again(item, form):
        return redirect(request.get_full_path())
    return redirect(next_question(request, item))


def waiting_place(request: HttpRequest, attempt: Attempt) -> str:
    """Where somebody finds it again: Your learning shows what a course asks, so not practice."""
    if attempt.quiz.is_final:
        return reverse("courses:learning")
    return attempt.quiz.course.get_url(request) or reverse("courses:learning")


def keep_unfinished(request: HttpRequest, item: AttemptItem) -> None:
    attempt, typed = item.attempt, typed_in(request)
    keep_typed(attempt=attempt, order=item.order, typed=typed, seen=item.stamp, stamp=new_stamp())


def comes_again(item: AttemptItem, form: AnswerForm) -> bool:
    """The next step of a question, or what is right about an answer that stands now."""
    at_once = item.attempt.quiz.feedback == Feedback.AT_ONCE
    return at_once or not form.type.is_complete(form.version.data, form.answer)


def next_question(request: HttpRequest, item: AttemptItem) -> str:
    code = item.attempt.code
    if "from" in request.GET or item.order >= item.attempt.total:
        return reverse("courses:check", args=[code])
    return reverse("courses:question", args=[code, item.order + 1])
