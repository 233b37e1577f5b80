"""The learning record: looking at it, writing into it, taking it away."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from courses.access import access_entry
from courses.enums import Activity
from courses.exchange.record import as_csv, as_json
from courses.forms_record import EntryForm, PeriodForm
from courses.models import RecordEntry
from courses.services.record import record_of, remove_entry, write_entry
from hub.access.pages import readable_pages
from hub.access.services import record_details_check
from hub.core.attachments import attached
from hub.core.minutes import minutes_to_read
from hub.core.missing import require
from hub.core.numbers import row_id
from hub.core.pdf import can_make_pdfs, pdf_of, pdf_response
from hub.users.drafts import forget_draft, with_draft, writer_mark, writer_required
from hub.users.limits import limited


@login_required
@require_safe
def record(request: HttpRequest) -> HttpResponse:
    form = PeriodForm(request.GET or None)
    context = {
        "form": form,
        "record": record_of(request.reader, form.period),
        "activities": Activity.choices,
        "query": request.GET.urlencode(),
        "has_pdf": can_make_pdfs(),
    }
    return render(request, "courses/record.html", context)


@login_required
@require_safe
@never_cache
@limited("pdf", reading=True)
def record_file(request: HttpRequest, form: str) -> HttpResponse:
    """The record of the same period as a file. PDF where it can be made."""
    found = record_of(request.reader, PeriodForm(request.GET or None).period)
    person = request.user.get_full_name()
    name = f"learning-record-{timezone.localdate():%Y-%m-%d}"
    if form == "csv":
        return attached(as_csv(found), "text/csv; charset=utf-8", f"{name}.csv")
    if form == "json":
        return attached(as_json(found, person), "application/json", f"{name}.json")
    require(form == "pdf" and can_make_pdfs())
    context = {"record": found, "person": person, "today": timezone.localdate()}
    return pdf_response(pdf_of("courses/pdf/record.html", context), name)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_entry(request: HttpRequest, activity: str) -> HttpResponse:
    """Reading of a page that `?page=` names starts with its title and the time it takes."""
    require(activity in Activity.values)
    page = page_read(request)
    if request.method == "POST":
        form = EntryForm(request.POST)
        return save(request, form, None, activity=Activity(activity), page=page)
    return show(request, with_draft(request, EntryForm(initial=initial(page))), activity)


@writer_required
@require_http_methods(["GET", "HEAD", "POST"])
def change_entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    entry = access_entry(request.reader, entry_id)
    if request.method == "POST":
        return save(request, EntryForm(request.POST), entry)
    names = EntryForm.base_fields
    form = EntryForm(initial={name: getattr(entry, name) for name in names})
    return show(request, with_draft(request, form), entry.activity, entry)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, entry_id: int) -> HttpResponse:
    entry = access_entry(request.reader, entry_id)
    if request.method == "POST":
        remove_entry(entry=entry)
        messages.success(request, _("Removed from your learning record."))
        return redirect("courses:record")
    return render(request, "courses/record_remove.html", {"entry": entry})


def save(
    request: HttpRequest, form: EntryForm, entry: RecordEntry | None, **given: Any
) -> HttpResponse:
    valid = form.is_valid()
    record_details_check(outcome=form.details_outcome)
    if not valid:
        return show(request, form, entry.activity if entry else given["activity"], entry)
    write_entry(person=request.user, entry=entry, **form.cleaned_data, **given)
    forget_draft(request)
    messages.success(request, _("Your learning record is up to date."))
    return redirect("courses:record")


def show(
    request: HttpRequest, form: EntryForm, activity: str, entry: RecordEntry | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "entry": entry,
        "activity": Activity(activity),
        "writer": writer_mark(request),
    }
    return render(request, "courses/record_entry.html", context)


def page_read(request: HttpRequest) -> Page | None:
    """The page that `?page=` names, if this person may read it."""
    number = row_id(request.GET.get("page", ""))
    if number is None:
        return None
    page = readable_pages(Page.objects.filter(id=number).live(), request.reader).first()
    if page is None:
        raise Http404
    return page.specific


def initial(page: Page | None) -> dict[str, Any]:
    today: dict[str, Any] = {"day": timezone.localdate()}
    if page is None:
        return today
    parts = page.sections() if hasattr(page, "sections") else ()
    return {**today, "title": page.title, "minutes": minutes_to_read(part.text for part in parts)}
