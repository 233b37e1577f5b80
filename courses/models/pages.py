from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.blocks import CharBlock
from wagtail.fields import StreamField

from courses.durations import duration
from courses.enums import Completion, Level
from courses.models.question import Question
from courses.models.quiz import Quiz
from courses.page_forms import CoursePageForm, LessonPageForm
from courses.querysets.pages import TeachingManager
from hub.access.enums import Role
from hub.access.registry import Card, Document, Section
from hub.pages.blocks import BodyBlock
from hub.pages.citations import CitedPage
from hub.pages.models import GuardedPage, HubPage, ListingPage, Seed
from hub.pages.models.panels import TITLE_PANELS, PlainTabs
from hub.pages.models.previews import ServedPreview


def outcomes_field() -> StreamField:
    return StreamField(
        [("outcome", CharBlock(label=_("Outcome"), max_length=200))],
        verbose_name=_("outcomes"),
        help_text=_("What people can do afterwards. Start each with a verb."),
        blank=True,
    )


def outcomes_section(page: "CoursePage | LessonPage") -> Iterator[Section]:
    if page.outcomes:
        words = "; ".join(outcome.value for outcome in page.outcomes)
        yield Section("outcomes", gettext("What you will be able to do"), words)


class CoursePage(ServedPreview, HubPage):
    """What a course is for and how it is completed. Its lessons are the pages of its modules."""

    kind_name: ClassVar[str] = "course"
    schema_type: ClassVar[str] = "Course"
    usual_role: ClassVar[Role] = Role.TRAINER
    asks_if_useful: ClassVar[bool] = False

    outcomes = outcomes_field()
    audience_text = models.TextField(
        _("for whom"), blank=True, help_text=_("The jobs it was written for, in words.")
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=0, help_text=_("For all lessons and the quiz together.")
    )
    level = models.CharField(
        _("level"),
        max_length=20,
        choices=Level,
        default=Level.INTRODUCTION,
        help_text=_("What people should know before they start."),
    )
    validity_months = models.PositiveSmallIntegerField(
        _("months that the certificate lasts"),
        null=True,
        blank=True,
        help_text=_("Leave empty if it never runs out."),
    )
    accreditation_hours = models.DecimalField(
        _("hours for a learning record"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.25"))],
        help_text=_(
            "As a professional body counts the course, such as 1.5. Leave empty to count the "
            "minutes of its lessons."
        ),
    )
    needs_attendance = models.BooleanField(
        _("people attend a workshop"),
        default=False,
        help_text=_("The certificate waits until a trainer has ticked that they came to one."),
    )
    needs_sign_off = models.BooleanField(
        _("a trainer signs people off"),
        default=False,
        help_text=_("The certificate waits until a trainer says that they are ready."),
    )
    support_text = models.TextField(
        _("support"), blank=True, help_text=_("Where staff get help if the subject is hard.")
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("about this course"),
        blank=True,
        help_text=_("What the course is like. The list of lessons follows by itself."),
    )

    objects = TeachingManager()

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("audience_text"),
                FieldPanel("outcomes"),
                FieldRowPanel([FieldPanel("minutes"), FieldPanel("level")]),
                FieldRowPanel([FieldPanel("validity_months"), FieldPanel("accreditation_hours")]),
            ],
            heading=_("Before somebody starts"),
        ),
        InlinePanel(
            "prerequisites",
            heading=_("Courses to do first"),
            label=_("course"),
            help_text=_("Where this one builds on another. Leave out what is only useful to know."),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("needs_attendance"), FieldPanel("needs_sign_off")])],
            heading=_("Beside lessons and quiz"),
        ),
        FieldPanel("body"),
        FieldPanel("support_text"),
    ]
    base_form_class = CoursePageForm
    admin_default_ordering = "ord"
    parent_page_types = ["courses.CourseIndexPage"]
    subpage_types = ["courses.ModulePage"]
    template = "courses/course.html"

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    def sections(self) -> Iterator[Section]:
        yield from outcomes_section(self)
        yield from super().sections()

    def search_document(self) -> Document:
        """With the workshops to come, which only the page's own view asks for."""
        found = super().search_document()
        coming = "; ".join(f"{one.title}, {one.place}" for one in self.workshops.coming())
        if not coming:
            return found
        section = Section("workshops", gettext("Workshops"), coming)
        return replace(found, sections=(*found.sections, section))

    def card(self) -> Card:
        meta = (str(self.get_level_display()), duration(self.minutes))
        return replace(super().card(), meta=tuple(filter(None, meta)))

    def cited_pages(self) -> list[CitedPage]:
        """Its own, then what the questions of its quizzes rest on."""
        return [*super().cited_pages(), *Question.objects.in_quizzes_of(self.pk).cited_pages()]

    def final_quiz(self) -> Quiz | None:
        """What somebody must pass to complete it. One query."""
        found: Quiz | None = self.quizzes.final().first()
        return found


class CourseIndexPage(ListingPage):
    seed = Seed(
        slug="courses",
        title="Courses",
        introduction="Short lessons, a quiz, and proof that you passed.",
    )
    listed_model = CoursePage
    subpage_types = ["courses.CoursePage", "courses.PathwayPage"]
    list_template = "courses/courses.html"

    class Meta:
        verbose_name = _("list of courses")
        verbose_name_plural = _("list of courses")


class ModulePage(PlainTabs, GuardedPage):
    """A heading with lessons below it. Its address leads to its place on the course page."""

    summary = models.TextField(
        _("summary"), blank=True, help_text=_("One sentence under the name of the module.")
    )
    fact_id = models.CharField(max_length=80, blank=True, db_index=True, editable=False)

    objects = TeachingManager()

    exclude_fields_in_copy: ClassVar[list[str]] = ["fact_id"]
    content_panels = [*TITLE_PANELS, FieldPanel("summary")]
    # A module has no page of its own to look at.
    preview_modes: ClassVar[list[tuple[str, Any]]] = []
    admin_default_ordering = "ord"
    parent_page_types = ["courses.CoursePage"]
    subpage_types = ["courses.LessonPage"]

    class Meta:
        verbose_name = _("module")
        verbose_name_plural = _("modules")

    @property
    def anchor(self) -> str:
        return f"module-{self.pk}"

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return HttpResponseRedirect(f"{self.get_parent().get_url(request)}#{self.anchor}")


class LessonPage(ServedPreview, HubPage):
    """About ten minutes of one subject, with the same blocks as guidance."""

    kind_name: ClassVar[str] = "lesson"
    schema_type: ClassVar[str] = "LearningResource"
    usual_role: ClassVar[Role] = Role.TRAINER
    asks_if_useful: ClassVar[bool] = False

    body = StreamField(
        BodyBlock(),
        verbose_name=_("lesson"),
        blank=True,
        help_text=_("About ten minutes to read. Show a case, then say what to do in it."),
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        default=10,
        help_text=_("To read and think, measured with somebody who is new to it."),
    )
    outcomes = outcomes_field()
    content_note = models.TextField(
        _("content note"),
        blank=True,
        help_text=_("Shown before the lesson, if it describes abuse or violence."),
    )

    done_when = models.CharField(
        _("what makes it done"),
        max_length=20,
        choices=Completion,
        default=Completion.MARKED,
        help_text=_("Who has done it once keeps it, whatever is chosen later."),
    )
    least_minutes = models.PositiveSmallIntegerField(
        _("minutes at least"),
        default=0,
        help_text=_("From the first opening, where it is done after a time."),
    )

    objects = TeachingManager()

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("outcomes"), FieldPanel("minutes"), FieldPanel("content_note")],
            heading=_("Before somebody reads"),
        ),
        FieldPanel("body"),
        InlinePanel(
            "checks",
            heading=_("Questions at the end"),
            label=_("question"),
            help_text=_(
                "One or two that show whether the lesson was understood. They don't count."
            ),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("done_when"), FieldPanel("least_minutes")])],
            heading=_("When it is done"),
        ),
    ]
    base_form_class = LessonPageForm
    parent_page_types = ["courses.ModulePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "courses/lesson.html"

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    def course(self) -> CoursePage:
        """One query."""
        return CoursePage.objects.ancestor_of(self).get()

    def sections(self) -> Iterator[Section]:
        yield from outcomes_section(self)
        yield from super().sections()

    def card(self) -> Card:
        return replace(super().card(), meta=(duration(self.minutes),))

    def cited_pages(self) -> list[CitedPage]:
        """Its own, then what the questions about it rest on."""
        return [*super().cited_pages(), *Question.objects.about(self.pk).cited_pages()]
