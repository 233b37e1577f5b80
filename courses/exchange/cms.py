"""Where trainers bring questions in, and take them out."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets import Button
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.snippets import IndexView

from courses.exchange.drafts import Line, Refused, Report
from courses.exchange.files import LARGEST, MOST_QUESTIONS, Format, check_size
from courses.exchange.reading import read_questions
from courses.exchange.table.writing import template_table
from courses.models import Question, QuestionTag
from courses.questions.registry import question_type
from courses.services.exporting import export_questions
from courses.services.importing import import_questions, known_questions
from hub.core.attachments import attached
from hub.core.numbers import row_id
from hub.users.models import User

LIST = "wagtailsnippets_courses_question:list"
IMPORT = "wagtailsnippets_courses_question:import"
EXPORT = "wagtailsnippets_courses_question:export"
LEFT_OUT = "questions_left_out"
WHO_EXPORTS = ("add", "change", "delete", "view")
CHECK, ALL, SOUND = "check", "all", "sound"
FORMATS = {
    Format.TABLE: gettext_lazy("Table for a spreadsheet (CSV)"),
    Format.XML: gettext_lazy("Moodle XML"),
    Format.GIFT: gettext_lazy("GIFT"),
}
TYPES = {Format.TABLE: "text/csv", Format.XML: "application/xml", Format.GIFT: "text/plain"}


class ImportForm(forms.Form):
    """Nothing of a file is kept between the report and saving: it is chosen and read again."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("GIFT, Moodle XML, or our table saved as CSV."),
    )
    what = forms.ChoiceField(
        label=gettext_lazy("What to do"),
        choices=[
            (CHECK, gettext_lazy("Tell me what would come in, and save nothing")),
            (ALL, gettext_lazy("Save them, if none is refused")),
            (SOUND, gettext_lazy("Save what is sound, and leave out what is refused")),
        ],
        widget=forms.RadioSelect,
        initial=CHECK,
    )

    def clean_file(self) -> UploadedFile:
        """The size is looked at before anything is read."""
        file: UploadedFile = self.cleaned_data["file"]
        try:
            check_size(file.size or 0)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return file


class ExchangeView(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    model = Question
    header_icon = "help"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        above = {"url": reverse(LIST), "label": _("Questions")}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.page_title}]

    def readable(self) -> QuerySet[Question]:
        return Question.objects.readable_by(self.request.reader)


class ImportView(ExchangeView, FormView):
    page_title = gettext_lazy("Import questions")
    template_name = "courses/cms/import_questions.html"
    permission_required = "add"
    form_class = ImportForm

    def form_valid(self, form: ImportForm) -> HttpResponse:
        file = form.cleaned_data["file"]
        try:
            report = read_questions(file.name, file.read(), known_questions(self.readable()))
        except Refused as refused:
            form.add_error("file", str(refused))
            return self.form_invalid(form)
        what = form.cleaned_data["what"]
        if what == CHECK or not report.sound or (what == ALL and report.refused):
            return self.told(form, report)
        return self.saved(report)

    def told(self, form: ImportForm, report: Report) -> HttpResponse:
        """What would become of each question; the choice is kept, the file is chosen again."""
        again = ImportForm(initial={"what": form.cleaned_data["what"]})
        context = self.get_context_data(
            form=again,
            lines=[(line, kind_words(line)) for line in report.lines],
            notes=report.notes,
            sound=len(report.sound),
            refused=len(report.refused),
        )
        return self.render_to_response(context)

    def saved(self, report: Report) -> HttpResponse:
        """The way back to the list, or to what was left out, told once."""
        user = self.request.user
        by = user if isinstance(user, User) else None
        number = len(import_questions(drafts=report.sound, by=by))
        text = ngettext("%(n)d question was added.", "%(n)d questions were added.", number)
        messages.success(self.request, text % {"n": number})
        if not report.refused:
            return redirect(LIST)
        self.request.session[LEFT_OUT] = [
            [line.place, line.name, list(line.reasons)] for line in report.refused
        ]
        return redirect(IMPORT)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        told = self.request.session.pop(LEFT_OUT, []) if self.request.method == "GET" else []
        limits = {"largest": LARGEST // 1024**2, "most": MOST_QUESTIONS}
        return context | limits | {"left_out": told}


class TemplateTableView(PermissionCheckedMixin, TemplateView):
    """A table with a question of each kind, to write over."""

    model = Question
    permission_required = "add"

    def get(self, *_args: Any, **_kwargs: Any) -> HttpResponse:
        return as_file(template_table(), Format.TABLE)


class ExportView(ExchangeView, TemplateView):
    """What would go out in each format, and the files. `?id=` names chosen ones, `?tag=` a tag."""

    page_title = gettext_lazy("Export questions")
    template_name = "courses/cms/export_questions.html"
    any_permission_required = WHO_EXPORTS

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = request.GET.get("format")
        if wanted in set(Format):
            format_ = Format(wanted)
            return as_file(export_questions(questions=self.chosen(), wanted=format_).text, format_)
        return super().get(request, *args, **kwargs)

    @cached_property
    def ids(self) -> list[int]:
        return [pk for text in self.request.GET.getlist("id") if (pk := row_id(text)) is not None]

    @cached_property
    def tags(self) -> dict[str, str]:
        """Name by slug, of the tags that a readable question has."""
        rows = QuestionTag.objects.filter(content_object__in=self.readable())
        return dict(rows.values_list("tag__slug", "tag__name").order_by("tag__name").distinct())

    @property
    def tag(self) -> str:
        """The chosen one's slug; "" where the address names none that there is."""
        asked = self.request.GET.get("tag", "")
        return asked if asked in self.tags else ""

    def chosen(self) -> QuerySet[Question]:
        found = self.readable()
        if "id" in self.request.GET:
            return found.filter(pk__in=self.ids)
        return found.filter(tags__slug=self.tag) if self.tag else found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        questions = self.chosen()
        exports = [
            (label, self.address(wanted), export_questions(questions=questions, wanted=wanted))
            for wanted, label in FORMATS.items()
        ]
        context = super().get_context_data(**kwargs)
        return context | {"exports": exports, "tags": self.tags, "tag": self.tag}

    def address(self, wanted: Format) -> str:
        asked: dict[str, Any] = {"id": self.ids, "tag": self.tag, "format": wanted.value}
        return f"?{urlencode({name: value for name, value in asked.items() if value}, doseq=True)}"


class QuestionIndexView(IndexView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = list(super().header_more_buttons)
        if self.user_has_permission("add"):
            icon = "upload"
            buttons.append(Button(_("Import"), url=reverse(IMPORT), icon_name=icon, priority=20))
        if self.user_has_any_permission(WHO_EXPORTS):
            icon = "download"
            buttons.append(Button(_("Export"), url=reverse(EXPORT), icon_name=icon, priority=30))
        return buttons


class ExportChosen(SnippetBulkAction):
    """Leads on with what was ticked; which of it may be read is decided there."""

    display_name = gettext_lazy("Export")
    aria_label = gettext_lazy("Export the chosen questions")
    action_type = "export"
    template_name = "courses/cms/export_questions.html"
    models = (Question,)

    def dispatch(self, request: HttpRequest) -> HttpResponse:
        ids = request.GET.getlist("id")
        query = "" if "all" in ids else f"?{urlencode({'id': ids}, doseq=True)}"
        return redirect(f"{reverse(EXPORT)}{query}")


def kind_words(line: Line) -> str:
    return str(question_type(line.draft.kind).label) if line.draft else ""


def as_file(text: str, wanted: Format) -> HttpResponse:
    return attached(text, f"{TYPES[wanted]}; charset=utf-8", f"questions.{wanted.value}")
