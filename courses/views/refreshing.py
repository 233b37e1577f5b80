"""Five short questions a week: one page that asks and tells, and the switch."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from courses.access import access_refreshed, access_refresher
from courses.errors import QuizRefused
from courses.forms import AnswerForm
from courses.models import Refresher, RefresherItem
from courses.models.refresher import A_WEEK, week_of
from courses.results import reviewed_answer
from courses.services.bank import passed_quizzes
from courses.services.refreshing import next_item, refresh, start_refresher, stop_refresher
from hub.access.services import record_details_check
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@login_required
@require_safe
def weekly(request: HttpRequest) -> HttpResponse:
    """The next question of the week, or why there is none."""
    refresher = access_refresher(request.reader)
    item = next_item(request.reader, refresher) if refresher else None
    if item:
        return ask(request, item, AnswerForm(item))
    context = {
        "runs": refresher is not None,
        "may_start": refresher is None and bool(passed_quizzes(request.reader)),
        "answered": answered_in_week(refresher) if refresher else 0,
    }
    return render(request, "courses/refresh_rest.html", context)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, question_id: int) -> HttpResponse:
    """Asks it while its turn is, then tells what is right."""
    item = access_refreshed(request.reader, question_id)
    if item.answered_at:
        return tell(request, item)
    if request.method != "POST":
        return ask(request, item, with_draft(request, AnswerForm(item)))
    form = AnswerForm(item, request.POST)
    is_valid = form.is_valid()
    record_details_check(outcome=form.details_outcome)
    if not is_valid:
        return ask(request, item, form)
    try:
        refresh(reader=request.reader, question_id=question_id, answer=form.answer)
    except QuizRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("courses:refresh")
    forget_draft(request)
    return redirect("courses:refreshed", question_id)


def ask(request: HttpRequest, item: RefresherItem, form: AnswerForm) -> HttpResponse:
    context = {
        "item": item,
        "form": form,
        "template": form.type.template,
        "writer": writer_mark(request),
        "a_week": A_WEEK,
    }
    return render(request, "courses/refresh.html", context)


def tell(request: HttpRequest, item: RefresherItem) -> HttpResponse:
    context = {
        "item": reviewed_answer(item, request.reader),
        "place": item.place,
        "a_week": A_WEEK,
        "due": item.comes_again,
    }
    return render(request, "courses/refresh_told.html", context)


def answered_in_week(refresher: Refresher) -> int:
    return refresher.items.answered().filter(week=week_of(timezone.localdate())).count()


@login_required
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    start_refresher(person=request.user)
    return redirect("courses:refresh")


@login_required
@require_POST
def stop(request: HttpRequest) -> HttpResponse:
    refresher = access_refresher(request.reader)
    if refresher:
        stop_refresher(refresher=refresher)
    messages.success(request, _("Your weekly questions have stopped. What you answered is kept."))
    return redirect("courses:refresh")
