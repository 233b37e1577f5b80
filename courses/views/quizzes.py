"""Before a quiz, and one question after another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from courses.access import access_attempt, access_item, access_quiz
from courses.errors import AlreadySubmitted, QuizRefused
from courses.forms import AnswerForm
from courses.models import AttemptItem
from courses.services.attempts import save_answer, skip_question, start_attempt
from courses.services.status import course_status
from courses.views.signing_in import to_sign_in, with_answer
from courses.wording import quiz_facts


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def quiz_start(request: HttpRequest, course_id: int) -> HttpResponse:
    quiz = access_quiz(request.reader, course_id)
    if request.method == "POST":
        try:
            attempt = start_attempt(reader=request.reader, quiz=quiz)
        except QuizRefused as refusal:
            messages.error(request, str(refusal))
            return redirect("courses:quiz", course_id)
        return redirect("courses:resume", attempt.code)
    status = course_status(request.reader, quiz.course)
    context = {
        "quiz": quiz,
        "status": status,
        "facts": quiz_facts(status.quiz, quiz.places.count()) if status.quiz else [],
        "crumbs": [*quiz.course.crumbs(), (quiz.course.title, quiz.course.get_url(request))],
    }
    return render(request, "courses/quiz_start.html", context)


@login_required
@require_safe
def resume(request: HttpRequest, code: str) -> HttpResponse:
    """Where this attempt goes on: its furthest question, the check page, or its result."""
    attempt = access_attempt(request.reader, code)
    if not attempt.is_open:
        return redirect("courses:result", code)
    if attempt.reached > attempt.total:
        return redirect("courses:check", code)
    return redirect("courses:question", code, attempt.reached)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, code: str, order: int) -> HttpResponse:
    if not request.reader.is_signed_in:
        return to_sign_in(with_answer(request))
    attempt = access_attempt(request.reader, code)
    if not attempt.is_open:
        messages.info(request, str(AlreadySubmitted()))
        return redirect("courses:result", code)
    item = access_item(attempt, order)
    if request.method == "POST":
        return take_answer(request, item)
    return show_question(request, item, AnswerForm(item, initial=brought_along(request, item)))


def brought_along(request: HttpRequest, item: AttemptItem) -> dict[str, object]:
    """An answer that came through sign-in with the address; it is shown, not yet saved."""
    chosen = request.GET.getlist("answer")
    form = AnswerForm(item)
    return {"answer": form.type.form_from_answer(chosen)} if chosen else {}


def show_question(request: HttpRequest, item: AttemptItem, form: AnswerForm) -> HttpResponse:
    attempt = item.attempt
    context = {
        "item": item,
        "attempt": attempt,
        "form": form,
        "template": form.type.template,
        "back_url": back_address(request, item),
        "changing": "from" in request.GET,
    }
    return render(request, "courses/question.html", context)


def back_address(request: HttpRequest, item: AttemptItem) -> str:
    code = item.attempt.code
    if "from" in request.GET:
        return reverse("courses:check", args=[code])
    if item.order > 1:
        return reverse("courses:question", args=[code, item.order - 1])
    return reverse("courses:quiz", args=[item.attempt.quiz.course_id])


def take_answer(request: HttpRequest, item: AttemptItem) -> HttpResponse:
    """Saves, skips, or saves and leaves, by the button pressed."""
    attempt, pressed = item.attempt, request.POST.get("then", "save")
    form = AnswerForm(item, request.POST)
    has_answer = form.is_valid()
    try:
        if pressed == "skip":
            skip_question(attempt=attempt, order=item.order)
        elif has_answer:
            save_answer(attempt=attempt, order=item.order, answer=form.answer)
        elif pressed != "later":
            return show_question(request, item, form)
    except QuizRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("courses:resume", attempt.code)
    if pressed == "later":
        messages.success(request, _("Saved. Come back whenever you like: it all waits here."))
        return redirect("courses:learning")
    return redirect(next_question(request, item))


def next_question(request: HttpRequest, item: AttemptItem) -> str:
    code = item.attempt.code
    if "from" in request.GET or item.order >= item.attempt.total:
        return reverse("courses:check", args=[code])
    return reverse("courses:question", args=[code, item.order + 1])
