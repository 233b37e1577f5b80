import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import TabbedInterface
from wagtail.blocks import StructValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.utils.decorators import cached_classmethod

from hub.access.readers import Reader
from hub.access.registry import Card, Document, Section, kind_of
from hub.core.dates import long_date
from hub.core.numbers import row_id
from hub.core.pdf import can_make_pdfs
from hub.notices.following import standing
from hub.pages import body as bodies
from hub.pages.banners import Banner
from hub.pages.blocks import ChangeNoteBlock, LinkBlock, SourceBlock
from hub.pages.citations import (
    CitedPage,
    cited_cards,
    page_names,
    replace_citations,
    translation_keys,
    used_by,
)
from hub.pages.crumbs import crumbs_of
from hub.pages.forms import HubPageForm
from hub.pages.lines import lines
from hub.pages.links import look_up_links_of
from hub.pages.models.described import DescribedPage
from hub.pages.models.guarded import GuardedPage
from hub.pages.models.kept import KeptPage
from hub.pages.models.panels import SUMMARY_PANELS, TITLE_PANELS, page_tabs
from hub.pages.models.previews import READERS_VIEW
from hub.pages.over_time import TextOverTime
from hub.pages.references import references
from hub.pages.related import related_groups
from hub.pages.versions import version_in_words
from hub.taxonomy.models import AgencyType, Nation, Theme

NATIONS_OF_THE_UK = 4
# Addresses of the hub itself that live beside pages; a page must not take their place.
RESERVED_SLUGS = frozenset({"share", "powers", "ask", "reading-evidence"})


class HubPage(DescribedPage, KeptPage, GuardedPage):
    """A page of the knowledge base: who it is for, what it rests on, who keeps it right.

    A kind of content sets `kind_name` and, where it has a typed body, a `body` StreamField.
    """

    kind_name: ClassVar[str] = ""
    has_contents: ClassVar[bool] = True
    asks_if_useful: ClassVar[bool] = True
    # Kinds of what uses the page that it shows in a way of its own.
    shown_apart: ClassVar[frozenset[str]] = frozenset()
    # Fields that a draft may lack and a published page may not.
    needed_by_readers: ClassVar[tuple[str, ...]] = ("summary",)

    summary = models.TextField(
        _("summary"),
        help_text=_("One or two plain sentences: what the page gives, for whom, in which moment."),
        blank=True,
    )
    search_words = models.TextField(
        _("words people search with"),
        help_text=_(
            "One line each, as somebody would type it who doesn't know the title: a question, a "
            "sign they see, a word of the street. Readers don't see them; search finds the page by "
            "them."
        ),
        blank=True,
    )
    themes = ParentalManyToManyField(
        Theme,
        verbose_name=_("themes"),
        blank=True,
        help_text=_(
            "The page is listed under each theme that you tick. Most belong to one or two."
        ),
    )
    audiences = ParentalManyToManyField(
        AgencyType,
        verbose_name=_("who it is for"),
        blank=True,
        help_text=_("Leave empty for everyone."),
    )
    nations = ParentalManyToManyField(
        Nation,
        verbose_name=_("applies to"),
        blank=True,
        help_text=_(
            "Tick a nation only if the law and the services named here are the same there."
        ),
    )
    fact_id = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    links = StreamField(
        [("link", LinkBlock())],
        verbose_name=_("what this rests on"),
        blank=True,
        help_text=_(
            "Law, policy and other pages of the hub that must hold for this page to be right. "
            "Each of them shows this page under “Used by”."
        ),
    )
    sources = StreamField(
        [("source", SourceBlock())],
        verbose_name=_("sources"),
        blank=True,
        help_text=_("Where each claim comes from, outside the hub."),
    )
    change_notes = StreamField(
        [("note", ChangeNoteBlock())],
        verbose_name=_("change notes"),
        blank=True,
        help_text=_(
            "One note for each change that a reader should know of, newest first. "
            "The first one is written for you when the page is published."
        ),
    )
    base_form_class = HubPageForm
    exclude_fields_in_copy: ClassVar[list[str]] = ["fact_id"]
    content_panels = [*TITLE_PANELS, *SUMMARY_PANELS]
    preview_modes: ClassVar[list[Any]] = READERS_VIEW

    class Meta:
        abstract = True

    @cached_classmethod
    def get_edit_handler(cls) -> TabbedInterface:
        """The same four tabs for every kind; a kind gives its `content_panels`."""
        return page_tabs(cls.content_panels, cls.base_form_class).bind_to_model(cls)

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("The hub uses this address itself. Choose another one.")}
            )

    @property
    def is_asked_about(self) -> bool:
        """Whether readers are asked if it is useful: not of what nobody shall rely on any more."""
        return self.asks_if_useful and not self.withdrawn_on

    def banner_for(self, reader: Reader) -> Banner | None:
        """Leads to the page that replaces it, where the reader may read that. A query then."""
        banner = self.banner()
        if banner is None or not (self.withdrawn_on and self.replaced_by_id):
            return banner
        named = page_names(Page.objects.filter(pk=self.replaced_by_id), reader)
        return (
            replace(banner, url=named[0][1].url, link_text=named[0][1].title) if named else banner
        )

    @property
    def updates(self) -> list[StructValue]:
        """The change notes, the newest first; one without a day comes last."""
        values = [note.value for note in self.change_notes]
        return sorted(values, key=lambda note: note.get("date") or datetime.date.min, reverse=True)

    @property
    def updated_on(self) -> datetime.date | None:
        """The day of the newest change note, else of publication, in London's time."""
        for newest in self.updates[:1]:
            if newest.get("date"):
                return newest["date"]
        published = self.last_published_at or self.first_published_at
        return timezone.localtime(published).date() if published else None

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        look_up_links_of(self)
        rests_on = cited_cards(self.kind_name, self.pk, request.reader) if self.pk else ()
        uses = used_by(self, request.reader) if self.pk else ()
        context |= {
            "rests_on_groups": related_groups(rests_on),
            "used_by_groups": related_groups([c for c in uses if c.kind not in self.shown_apart]),
            "crumbs": self.crumbs(),
            "banner": self.banner_for(request.reader),
            "standing": standing(self.kind_name, self.pk, request.reader) if self.pk else None,
            "header_meta": self.header_meta(),
            "kind": kind_of(self),
            "headings": self.headings(),
            "page_version": version_in_words(self),
            "has_pdf": self.pk and can_make_pdfs(),
            "linked_data": self.linked_data(request),
        }
        if hasattr(self, "body"):
            context["body_parts"] = bodies.body_parts(self.body)
        return context

    @cached_property
    def nation_names(self) -> list[str]:
        """One query, once a page."""
        return [nation.name for nation in self.nations.all()]

    def applies_to(self) -> str:
        """The nations in words; empty where nobody has said."""
        if len(self.nation_names) == NATIONS_OF_THE_UK:
            return gettext("the whole United Kingdom")
        return get_text_list(self.nation_names, gettext("and"))

    def crumbs(self) -> list[tuple[str, str]]:
        return crumbs_of(self)

    def header_meta(self) -> list[str]:
        """The quiet line under the summary: where it applies and how fresh it is."""
        where, updated = self.applies_to(), self.updated_on
        return [
            gettext("Applies to %(nations)s") % {"nations": where} if where else "",
            gettext("Updated %(date)s") % {"date": long_date(updated)} if updated else "",
        ]

    def sections(self) -> Iterator[Section]:
        """What search may jump to. Kinds with fields of their own add them."""
        if hasattr(self, "body"):
            yield from bodies.sections(self.body)

    @cached_property
    def shown_sections(self) -> tuple[Section, ...]:
        """The sections, gathered once: a page needs them for its contents and its length."""
        return tuple(self.sections())

    def headings(self) -> list[tuple[str, str]]:
        """The contents list: words and anchor of each section, where the kind has one."""
        named = ((item.heading, item.anchor) for item in self.shown_sections)
        return bodies.contents_of(named) if self.has_contents else []

    def search_aliases(self) -> tuple[str, ...]:
        """Other words that people use for this thing."""
        return ()

    def search_evidence(self) -> str:
        """A value of `hub.pages.enums.Evidence`; empty for what claims no effect."""
        return ""

    def texts_over_time(self) -> Sequence[TextOverTime]:
        """Its texts as they held, oldest first, for a kind that keeps them."""
        return ()

    def search_document(self) -> Document:
        return Document(
            title=self.title,
            summary=self.summary,
            aliases=self.search_aliases(),
            words=lines(self.search_words),
            sections=tuple(self.sections()),
            themes=tuple(theme.slug for theme in self.themes.all()),
            audiences=tuple(audience.slug for audience in self.audiences.all()),
            nations=tuple(nation.slug for nation in self.nations.all()),
            date=self.updated_on,
            evidence=self.search_evidence(),
        )

    def card(self) -> Card:
        return Card(
            kind=self.kind_name,
            title=self.title,
            url=self.url or "",
            summary=self.summary,
            date=self.updated_on,
        )

    def renew_citations(self) -> None:
        """Makes the rows that say what this page rests on anew."""
        replace_citations(self.kind_name, self.pk, self.cited_pages())

    def cited_pages(self) -> list[CitedPage]:
        """Pages named in `links`, then pages linked in any text, by translation key. One query."""
        named = [
            (block.value["page"].pk, block.value["note"], block.id)
            for block in self.links
            if block.value.get("page")
        ]
        named += [
            (row_id(item.pk), "", item.block)
            for item in references(self)
            if issubclass(item.model, Page)
        ]
        keys = translation_keys(pk for pk, _, _ in named if pk)
        return [
            CitedPage(keys[pk], note=note, source_block=block or "")
            for pk, note, block in named
            if pk in keys and pk != self.pk
        ]
