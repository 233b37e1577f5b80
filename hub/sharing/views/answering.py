"""One question a page. Each answer is saved as it comes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hub.access.services import record_details_check
from hub.sharing.access import access_own
from hub.sharing.crumbs import to_example
from hub.sharing.forms import AnswerForm
from hub.sharing.models import SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.questions import Question, after, question_named
from hub.sharing.services import attach_file, save_answer
from hub.sharing.services.answering import answer_of, mark_of
from hub.sharing.showing import address_of
from hub.sharing.standing import asked_changes, may_change
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@limited("draft")
@require_http_methods(["GET", "HEAD", "POST"])
def question_page(request: HttpRequest, example_id: int, question: str) -> HttpResponse:
    asked = question_named(question)
    example = access_own(example_id, request.reader)
    if not may_change(example, asked.part):
        messages.info(request, _("This part can't be changed now."))
        return redirect(example)
    if asked.takes_files:
        return files_page(request, example, asked)
    return answer_page(request, example, asked)


def answer_page(request: HttpRequest, example: SharedExample, question: Question) -> HttpResponse:
    stored = {name: answer_of(example, name) for name in question.names}
    stored["seen"] = mark_of(example, question.names)
    form = question.form(request.POST or None, initial=stored)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        try:
            save_answer(
                example=example,
                question=question,
                values=form.values(),
                seen=form.cleaned_data["seen"],
            )
        except Overtaken as meanwhile:
            say_so(form, meanwhile, stored["seen"])
        else:
            forget_draft(request)
            return redirect(onwards(request, example, question))
    return drawn(request, "sharing/question.html", example, question, form)


def say_so(form: AnswerForm, meanwhile: Overtaken, seen: str) -> None:
    """Shows the message above what was typed; the form then knows what is stored now."""
    form.add_error(None, str(meanwhile))
    form.data = form.data.copy()
    form.data["seen"] = seen


def files_page(request: HttpRequest, example: SharedExample, question: Question) -> HttpResponse:
    form = question.form(request.POST or None, request.FILES or None)
    record_details_check(outcome=form.details_outcome)
    if form.is_bound and form.is_valid():
        try:
            attach_file(example=example, **form.cleaned_data)
        except Overtaken as meanwhile:
            form.add_error(None, str(meanwhile))
        else:
            forget_draft(request)
            messages.success(request, _("The file is added."))
            return redirect(request.get_full_path())
    return drawn(request, "sharing/files.html", example, question, form)


def drawn(
    request: HttpRequest,
    template: str,
    example: SharedExample,
    question: Question,
    form: AnswerForm,
) -> HttpResponse:
    wants_pictures = question.slug == "pictures"
    context = {
        "example": example,
        "question": question,
        "form": with_draft(request, form),
        "comment": asked_changes(example).get(question.part),
        "files": [file for file in example.files.all() if file.is_picture == wants_pictures],
        "onwards": onwards(request, example, question),
        "crumbs": to_example(example),
        "writer": writer_mark(request),
    }
    return render(request, template, context)


def onwards(request: HttpRequest, example: SharedExample, question: Question) -> str:
    """Back to where the question was opened from; else to the next one of the same part."""
    if request.GET.get("from") == "check":
        return reverse("sharing:check", args=[example.pk])
    following = after(question)
    return address_of(example, following) if following else example.get_absolute_url()
