"""Telling what is unclear or wrong in a lesson."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from courses.access import access_lesson
from courses.forms_feedback import RemarkForm
from courses.services.remarks import write_remark
from hub.access.services import record_details_check
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("remark")
def remark(request: HttpRequest, lesson_id: int) -> HttpResponse:
    lesson = access_lesson(request.reader, lesson_id)
    form = RemarkForm(request.POST) if request.method == "POST" else RemarkForm()
    if request.method == "POST":
        is_valid = form.is_valid()
        record_details_check(outcome=form.details_outcome)
        if is_valid:
            write_remark(lesson=lesson, text=form.cleaned_data["text"])
            forget_draft(request)
            messages.success(request, _("Thank you. Those who make the course will look at it."))
            return redirect(lesson.get_url(request))
    context = {
        "lesson": lesson,
        "lesson_url": lesson.get_url(request),
        "form": with_draft(request, form),
        "writer": writer_mark(request),
    }
    return render(request, "courses/remark.html", context)
