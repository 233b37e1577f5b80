"""Threads that come into a space by a file, and a space that goes out as one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from hub.access.markings import show_marking
from hub.access.services import record_audit, record_details_check
from hub.core.attachments import attached
from hub.core.missing import require
from hub.core.personal_details.checking import Decision, Outcome
from hub.core.personal_details.kinds import count_kinds
from hub.core.text_files import NoText
from hub.forum.access import access_kept_space
from hub.forum.crumbs import to_space
from hub.forum.exchange.drafts import COLUMNS, FEW_COLUMNS, Report
from hub.forum.exchange.reading import read_threads
from hub.forum.exchange.writing import table_of
from hub.forum.forms.exchange import SAVE, ImportForm
from hub.forum.models import Space
from hub.forum.services.importing import AlreadyThere, import_threads, imported_questions
from hub.users.drafts import writer_mark, writer_required
from hub.users.limits import limited


@writer_required
@limited("export")
@require_POST
def export_space(request: HttpRequest, slug: str) -> HttpResponse:
    """The space as CSV. What is sensitive stays in the hub."""
    space = access_kept_space(slug, request.reader)
    require(not space.is_sensitive)
    subject = f"space {space.pk}"
    record_audit(action="forum.space_exported", subject=subject, person_id=request.user.pk)
    return attached(table_of(space), "text/csv; charset=utf-8", f"{space.slug}.csv")


@writer_required
@limited("write")
@require_http_methods(["GET", "HEAD", "POST"])
def import_into_space(request: HttpRequest, slug: str) -> HttpResponse:
    """A file is looked at row by row, then its threads come in, all or none."""
    space = access_kept_space(slug, request.reader)
    show_marking(request, space.rule)
    if request.method != "POST":
        return show(request, space, ImportForm())
    form = ImportForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, space, form)
    try:
        report = read_threads(form.cleaned_data["file"].read(), imported_questions(space))
        if form.cleaned_data["what"] != SAVE or not may_save(form, report):
            return show(request, space, again(form), report)
        made = import_threads(space=space, threads=report.threads, by=request.user)
    except NoText as error:
        form.add_error("file", str(error))
        return show(request, space, form)
    except AlreadyThere:
        form.add_error("file", _("These questions came in meanwhile."))
        return show(request, space, form)
    text = ngettext("%(n)d thread came in.", "%(n)d threads came in.", len(made))
    messages.success(request, text % {"n": len(made)})
    return redirect(space)


def may_save(form: ImportForm, report: Report) -> bool:
    """No row is refused, and somebody has looked at what could point at a person; recorded."""
    if report.refused:
        return False
    confirmed = form.cleaned_data["points_to_nobody"]
    if kinds := count_kinds(report.telling):
        decision = Decision.CONFIRMED if confirmed else Decision.WARNED
        record_details_check(outcome=Outcome("forum.import", kinds, decision))
    return confirmed or not report.telling


def again(form: ImportForm) -> ImportForm:
    """The choices are kept; a file has to be chosen again."""
    return ImportForm(initial={"what": form.cleaned_data["what"]})


def show(
    request: HttpRequest, space: Space, form: ImportForm, report: Report | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "space": space,
        "report": report,
        "columns": ", ".join(COLUMNS),
        "few_columns": ", ".join(FEW_COLUMNS),
        "crumbs": to_space(space),
        "writer": writer_mark(request),
    }
    return render(request, "forum/import.html", context)
