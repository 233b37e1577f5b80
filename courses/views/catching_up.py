"""What changed since somebody passed, and the few questions on just that."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from courses.access import access_catch_up
from courses.forms import AnswerForm
from courses.models import CatchUp
from courses.results import reviewed_answer
from courses.services.catching_up import catch_up, open_catch_ups
from courses.services.checks import with_newest
from hub.access.services import record_details_check
from hub.upkeep.showing import told_of
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required


@login_required
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """The next question, or that there is none."""
    waiting = open_catch_ups(request.reader)
    if waiting:
        return redirect("courses:catch_up_question", waiting[0].pk)
    answered = CatchUp.objects.filter(person_id=request.reader.user_id).exclude(answered_at=None)
    return render(request, "courses/catch_up_rest.html", {"answered": answered.exists()})


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, item_id: int) -> HttpResponse:
    """Says what changed and asks; then tells what is right."""
    item = access_catch_up(request.reader, item_id)
    if item.answered_at:
        return shown(request, item, "told", reviewed=reviewed_answer(item, request.reader))
    item = with_newest(item, item.question)
    if request.method != "POST":
        return ask(request, item, with_draft(request, AnswerForm(item)))
    form = AnswerForm(item, request.POST)
    is_valid = form.is_valid()
    record_details_check(outcome=form.details_outcome)
    if not is_valid:
        return ask(request, item, form)
    catch_up(item=item, answer=form.answer)
    forget_draft(request)
    return redirect("courses:catch_up_question", item_id)


def ask(request: HttpRequest, item: CatchUp, form: AnswerForm) -> HttpResponse:
    asking = {"form": form, "template": form.type.template, "writer": writer_mark(request)}
    return shown(request, item, "question", **asking)


def shown(request: HttpRequest, item: CatchUp, name: str, **more: Any) -> HttpResponse:
    told = told_of([item.change], request.reader).get(item.change_id)
    return render(request, f"courses/catch_up_{name}.html", {"item": item, "told": told, **more})
