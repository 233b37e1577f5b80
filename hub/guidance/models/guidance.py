from collections.abc import Iterator
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from hub.access.readers import Reader
from hub.access.registry import Card, Section
from hub.core.html import plain_text
from hub.core.minutes import minutes_to_read
from hub.guidance.agency_notes import AgencyNote, notes_for
from hub.guidance.blocks import AgencyNoteBlock
from hub.pages.blocks import BodyBlock
from hub.pages.citations import cited_in_full
from hub.pages.models import HubPage, ListingPage, Seed
from hub.pages.models.previews import READERS_VIEW

BRIEFING = "briefing"
MOST_STEPS = 5


def wants_briefing(request: HttpRequest) -> bool:
    """By its address, or in the preview of the CMS by the mode that was chosen there."""
    return BRIEFING in request.GET or getattr(request, "preview_mode", "") == BRIEFING


class GuidanceIndexPage(ListingPage):
    seed = Seed(
        slug="guidance",
        title="Guidance",
        introduction="What to do and why, for the moment you are in and the job you have.",
    )
    subpage_types: ClassVar[list[str]] = ["guidance.GuidancePage"]

    class Meta:
        verbose_name = _("guidance list")
        verbose_name_plural = _("guidance list")


class GuidancePage(HubPage):
    """What to do: the first screen answers a busy person, the rest explains and trains."""

    kind_name = "guidance"
    needed_by_readers: ClassVar[tuple[str, ...]] = ("summary", "body")
    parent_page_types: ClassVar[list[str]] = ["guidance.GuidanceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "guidance/guidance.html"
    preview_modes: ClassVar[list[Any]] = [*READERS_VIEW, (BRIEFING, _("Team briefing"))]

    what_to_do = StreamField(
        [("step", blocks.CharBlock(label=_("Step"), max_length=240))],
        verbose_name=_("what to do now"),
        help_text=_("At most five steps, verbs first, in the order in which someone takes them."),
        max_num=MOST_STEPS,
        blank=True,
    )
    agency_notes = StreamField(
        [("note", AgencyNoteBlock())],
        verbose_name=_("agency notes"),
        help_text=_("Only for agencies that act differently from the rest."),
        blank=True,
    )
    body = StreamField(
        BodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_(
            "Why, and what to look for. Open each part with a heading; one idea a paragraph."
        ),
    )
    discussion_questions = StreamField(
        [("question", blocks.CharBlock(label=_("Question"), max_length=300))],
        verbose_name=_("questions for a team"),
        blank=True,
        help_text=_("Two to four without a right answer. The team briefing shows them too."),
    )

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("what_to_do"), FieldPanel("agency_notes")],
            heading=_("What a busy person reads first"),
        ),
        FieldPanel("body", heading=_("The guidance itself")),
        FieldPanel("discussion_questions"),
    ]

    class Meta:
        verbose_name = _("guidance page")
        verbose_name_plural = _("guidance pages")

    @property
    def minutes_to_read(self) -> int:
        return minutes_to_read([self.summary, *(part.text for part in self.shown_sections)])

    def sections(self) -> Iterator[Section]:
        if self.what_to_do:
            steps = " ".join(step.value for step in self.what_to_do)
            yield Section("what-to-do-now", gettext("What to do now"), steps)
        if self.agency_notes:
            notes = " ".join(plain_text(str(note.value["text"])) for note in self.agency_notes)
            yield Section("agency-notes", gettext("If you work in…"), notes)
        yield from super().sections()
        if self.discussion_questions:
            questions = " ".join(question.value for question in self.discussion_questions)
            yield Section("discussion-questions", gettext("Talk it through"), questions)

    def header_meta(self) -> list[str]:
        minutes = self.minutes_to_read
        length = ngettext("%(n)s minute to read", "%(n)s minutes to read", minutes)
        return [*super().header_meta(), length % {"n": minutes}]

    def notes_for_reader(self, request: HttpRequest) -> list[AgencyNote]:
        """The notes in order, the reader's own agency first. Two queries for a signed-in reader."""
        profile = getattr(request.user, "profile", None) if self.agency_notes else None
        own = profile.agency_type.slug if profile and profile.agency_type else ""
        return notes_for(self.agency_notes, own)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {
            "steps": [step.value for step in self.what_to_do],
            "agency_notes": self.notes_for_reader(request),
            "questions": [question.value for question in self.discussion_questions],
            "briefing_url": f"?{BRIEFING}=1",
            "warning_signs": [b.value for b in self.body if b.block_type == "warning_signs"],
            "laws": self.laws(request.reader) if wants_briefing(request) else [],
        }

    def laws(self, reader: Reader) -> list[Card]:
        """The provisions it rests on, with their acts."""
        return cited_in_full("provision", self.kind_name, self.pk, reader)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """The whole page, or with ?briefing=1 what a team needs on one sheet."""
        if wants_briefing(request):
            return "guidance/briefing.html"
        return super().get_template(request)


GuidanceIndexPage.listed_model = GuidancePage
