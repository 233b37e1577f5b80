from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from courses.models.pages import CoursePage
from courses.page_forms import PathwayPageForm
from hub.access.enums import Role
from hub.pages.blocks import BodyBlock
from hub.pages.models import HubPage
from hub.pages.models.previews import ServedPreview


class PathwayPage(ServedPreview, HubPage):
    """Courses in the order in which somebody in a job takes them. It asks nothing by itself."""

    kind_name: ClassVar[str] = "pathway"
    schema_type: ClassVar[str] = "LearningResource"
    usual_role: ClassVar[Role] = Role.TRAINER
    asks_if_useful: ClassVar[bool] = False

    audience_text = models.TextField(
        _("for whom"), blank=True, help_text=_("The jobs it was put together for, in words.")
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("about this pathway"),
        blank=True,
        help_text=_("Why these courses, in this order. The list of them follows by itself."),
    )

    content_panels = [
        *HubPage.content_panels,
        FieldPanel("audience_text"),
        InlinePanel(
            "steps",
            heading=_("Courses in their order"),
            label=_("course"),
            min_num=1,
        ),
        FieldPanel("body"),
    ]
    base_form_class = PathwayPageForm
    parent_page_types = ["courses.CourseIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "courses/pathway.html"

    class Meta:
        verbose_name = _("pathway")
        verbose_name_plural = _("pathways")


class PathwayStep(Orderable):
    pathway = ParentalKey(PathwayPage, on_delete=models.CASCADE, related_name="steps")
    course = models.ForeignKey(
        CoursePage,
        verbose_name=_("course"),
        on_delete=models.CASCADE,
        related_name="pathway_steps",
        help_text=_("Shown to those to whom the course is open."),
    )

    panels = [PageChooserPanel("course")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=("pathway", "course"), name="course_once_in_pathway")
        ]

    def __str__(self) -> str:
        return str(self.course)
