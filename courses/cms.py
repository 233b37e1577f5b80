"""How trainers write questions and put quizzes together."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column
from wagtail.blocks import BlockField, StreamBlock, StreamValue
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from courses.enums import QuizKind
from courses.exchange.cms import ExportView, ImportView, QuestionIndexView, TemplateTableView
from courses.models import CoursePage, LessonPage, Question, QuestionVersion, Quiz
from courses.page_forms import chosen
from courses.questions.registry import question_type, question_types
from courses.services.questions import write_version
from courses.services.quizzes import renew_course_citations
from courses.views.cms.certificates import CertificateViewSet
from courses.views.cms.extra_time import ExtraTimeViewSet
from courses.views.cms.questions import QuestionEditView, VersionsView
from courses.views.cms.quizzes import QuizCreateView, QuizIndexView
from courses.views.cms.regrading import RegradeView
from courses.views.cms.workshops import WorkshopViewSet
from hub.access.cms_addresses import CMS, Named
from hub.access.pages import readable_or_draft
from hub.access.readers import reader_for
from hub.access.shown_names import shown_name
from hub.pages.forms import refuse_closed_things

WORDS = StreamBlock(
    [(name, kind.editor_block()) for name, kind in question_types().items()],
    min_num=1,
    max_num=1,
)


def words_of(version: QuestionVersion | None) -> StreamValue:
    """A version as the editor's form shows it; an empty form for none."""
    if version is None:
        return WORDS.to_python([])
    value = question_type(version.kind).editor_from_data(version.data)
    value |= {"stem": version.stem, "explanation": version.explanation, "hint": version.hint}
    return WORDS.to_python([{"type": version.kind, "value": value}])


def with_counts(data: Mapping[str, Any], fields: Mapping[str, forms.Field]) -> Mapping[str, Any]:
    """What script adds to a form with blocks; without it Wagtail reads nothing and fails."""
    counts = {
        f"{name}-count": "0" for name, field in fields.items() if isinstance(field, BlockField)
    }
    missing = {name: none for name, none in counts.items() if name not in data}
    if not data or not missing:
        return data
    complete = data.copy()
    complete.update(missing)
    return complete


class QuestionForm(WagtailAdminModelForm):
    """The words are no field of the question: saving them adds a version."""

    words = BlockField(
        block=WORDS,
        label=_("Question"),
        help_text=_(
            "A change is asked from the next attempt on. Past results stay as they were, until "
            "you have answers marked again."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.data = with_counts(self.data, self.fields)
        self.initial["words"] = words_of(self.instance.current)
        if self.for_user:
            lessons = readable_or_draft(LessonPage.objects.all(), reader_for(self.for_user))
            kept = LessonPage.objects.filter(pk=self.instance.lesson_id)
            self.fields["lesson"].queryset = lessons | kept

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_closed_things(self, cleaned)
        words = cleaned.get("words")
        if words:
            kind = question_type(words[0].block_type)
            for problem in kind.validate(kind.data_from_editor(words[0].value)):
                self.add_error("words", problem)
        return cleaned

    def save(self, commit: bool = True) -> Question:
        question = super().save(commit=False)
        chosen = self.cleaned_data["words"][0]
        write_version(
            question=question,
            kind=chosen.block_type,
            stem=chosen.value["stem"],
            data=question_type(chosen.block_type).data_from_editor(chosen.value),
            explanation=chosen.value["explanation"] or "",
            hint=chosen.value["hint"] or "",
        )
        return question


class QuizForm(WagtailAdminModelForm):
    """Puts together what the editor may read: an id that was typed by hand names nothing else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is None:
            return
        reader = reader_for(self.for_user)
        self.fields["course"].queryset = readable_or_draft(CoursePage.objects.all(), reader)
        for form in self.formsets["places"].forms:
            form.fields["question"].queryset = Question.objects.readable_by(reader)

    def clean(self) -> dict[str, Any]:
        """What a lesson asks tells what is right, so that a quiz can't ask it."""
        cleaned = super().clean()
        self.refuse_second_final(cleaned)
        self.refuse_other_meaning()
        for form, question in chosen(self, "places", "question"):
            if question.checked_in.exists():
                form.add_error("question", _("A lesson asks this one. Write another for the quiz."))
        return cleaned

    def refuse_second_final(self, cleaned: dict[str, Any]) -> None:
        others = Quiz.objects.final().exclude(pk=self.instance.pk)
        if cleaned.get("kind") == QuizKind.FINAL and others.filter(course=cleaned.get("course")):
            text = _("This course has its final quiz already. Make this one practice.")
            self.add_error("kind", text)

    def refuse_other_meaning(self) -> None:
        """What people have taken counts, or doesn't, as they were told, and for that course."""
        changed = {"kind", "course"}.intersection(self.changed_data)
        if changed and self.instance.pk and self.instance.attempts.exists():
            for name in sorted(changed):
                self.add_error(
                    name, _("People have taken it, so this can't change. Make a new quiz.")
                )

    def save(self, commit: bool = True) -> Quiz:
        quiz = super().save(commit=commit)
        renew_course_citations(course=quiz.course)
        return quiz


class OnlyReadable:
    def get_object_list(self) -> Any:
        return super().get_object_list().readable_by(self.request.reader)


class ReadableChooseView(OnlyReadable, ChooseView):
    pass


class ReadableChooseResultsView(OnlyReadable, ChooseResultsView):
    pass


class ReadableChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ReadableChooseView
    choose_results_view_class = ReadableChooseResultsView


class ByWords(BaseFilterForm):
    """Wagtail searches only what it indexes, and the bank of questions is no part of its index."""

    q = forms.CharField(
        label=_("Search term"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Words of the question, or a tag")}),
    )

    def filter(self, objects: Any) -> Any:
        words = self.cleaned_data["q"]
        if not words:
            return objects
        self.is_searching, self.search_query = True, words
        return objects.saying(words)


class FromBank:
    """The newest first, which is what somebody has just written."""

    filter_form_class = ByWords
    ordering = "-pk"
    i18n_enabled = False

    def get_object_list(self) -> Any:
        return super().get_object_list().select_related("current")


class QuestionChooseView(FromBank, ReadableChooseView):
    pass


class QuestionChooseResultsView(FromBank, ReadableChooseResultsView):
    pass


class QuestionChooserViewSet(SnippetChooserViewSet):
    choose_view_class = QuestionChooseView
    choose_results_view_class = QuestionChooseResultsView


def lesson_of(question: Question) -> str:
    """As much of it as who looks at the list may know."""
    return shown_name(question.lesson) if question.lesson else ""


class QuestionViewSet(SnippetViewSet):
    model = Question
    icon = "help"
    menu_label = _("Questions")
    list_display = [
        "__str__",
        Column("lesson", label=_("Lesson to go back to"), accessor=lesson_of),
    ]
    edit_handler = ObjectList(
        [
            FieldPanel("words"),
            MultiFieldPanel(
                [FieldPanel("lesson"), FieldPanel("cites")], heading=_("What it rests on")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("outcome"),
                    FieldRowPanel([FieldPanel("tags"), FieldPanel("difficulty")]),
                    FieldPanel("must_pass"),
                ],
                heading=_("What it is for"),
            ),
        ],
        base_form_class=QuestionForm,
    )

    chooser_viewset_class = QuestionChooserViewSet
    index_view_class = QuestionIndexView
    edit_view_class = QuestionEditView

    def get_urlpatterns(self) -> list[URLPattern]:
        """The addresses in `courses.exchange.cms` are made of the same names."""
        table = self.construct_view(TemplateTableView)
        return [
            *super().get_urlpatterns(),
            path("import/", self.construct_view(ImportView), name="import"),
            path("import/table/", table, name="import_template"),
            path("export/", self.construct_view(ExportView), name="export"),
            path("versions/<str:pk>/", self.construct_view(VersionsView), name="versions"),
            path("regrade/<str:pk>/", self.construct_view(RegradeView), name="regrade"),
        ]

    def get_queryset(self, request: HttpRequest) -> Any:
        found = Question.objects.readable_by(request.reader)
        return found.select_related("current", "lesson")


def kind_and_pass_mark(quiz: Quiz) -> str:
    """Practice has no pass mark."""
    kind = str(quiz.get_kind_display())
    return f"{kind}, {quiz.pass_mark}%" if quiz.is_final else kind


class QuizViewSet(SnippetViewSet):
    model = Quiz
    icon = "list-ol"
    menu_label = _("Quizzes")
    # Few columns, so that titles have room on a phone.
    list_display = [
        "title",
        Column("kind", label=_("Kind and pass mark"), accessor=kind_and_pass_mark),
        "course",
    ]
    index_view_class = QuizIndexView
    add_view_class = QuizCreateView
    chooser_viewset_class = ReadableChooserViewSet
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("kind", widget=forms.RadioSelect),
            FieldPanel("course"),
            InlinePanel(
                "places",
                heading=_("Questions"),
                label=_("question"),
                help_text=_("Write each one first under “Questions”, then choose it here."),
            ),
            InlinePanel(
                "draws",
                heading=_("Questions drawn by tag"),
                label=_("draw"),
                help_text=_("Each attempt draws its own, so that colleagues get other questions."),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("pass_mark"), FieldPanel("attempts_allowed")]),
                    FieldRowPanel([FieldPanel("minutes"), FieldPanel("minutes_allowed")]),
                    FieldRowPanel([FieldPanel("hours_between"), FieldPanel("closes_at")]),
                    FieldPanel("feedback"),
                    FieldPanel("shuffle"),
                ],
                heading=_("How it is taken"),
            ),
        ],
        base_form_class=QuizForm,
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return Quiz.objects.readable_by(request.reader).select_related("course")


def teaching(model: type[Quiz] | type[Question]) -> Named:
    name = model._meta.model_name
    places = (f"{CMS}snippets/courses/{name}/", f"{CMS}snippets/choose/courses/{name}/")
    return Named(lambda: model, lambda rows, reader: rows.readable_by(reader), places, {"pk"})


class TeachingGroup(SnippetViewSetGroup):
    items = (
        QuizViewSet,
        QuestionViewSet,
        ExtraTimeViewSet,
        CertificateViewSet("certificates"),
        WorkshopViewSet("workshops"),
    )
    menu_label = _("Quizzes")
    menu_icon = "clipboard-list"
