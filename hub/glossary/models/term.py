from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import PageManager

from hub.access.registry import Card, Section
from hub.glossary.enums import Care, Category
from hub.glossary.filters import TermFilters
from hub.glossary.models.word import OtherWord
from hub.glossary.querysets import TermQuerySet
from hub.glossary.words import first_letter, forms_of, search_key, sorting_key
from hub.pages.lines import lines
from hub.pages.models import HubPage, ListingPage, Seed
from hub.pages.sections import filled_sections

# More than a glossary of this field will hold: the list has letters instead of pages.
ALL_TERMS = 1000


class GlossaryIndexPage(ListingPage):
    seed = Seed(
        slug="glossary",
        title="Glossary",
        introduction="Shared words, street words, and words to take care with.",
    )
    filters = TermFilters
    per_page = ALL_TERMS
    subpage_types: ClassVar[list[str]] = ["glossary.TermPage"]
    list_template = "glossary/index.html"

    class Meta:
        verbose_name = _("glossary")
        verbose_name_plural = _("glossary")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        cards = sorted(context["cards"], key=lambda card: sorting_key(card.title))
        by_letter = groupby(cards, key=lambda card: first_letter(card.title))
        return context | {"letters": [(letter, list(found)) for letter, found in by_letter]}


class TermPage(HubPage):
    """A word, what it means to whom, and the care it needs."""

    kind_name = "term"
    schema_type = "DefinedTerm"
    months_until_review = 24
    has_contents = False
    parent_page_types: ClassVar[list[str]] = ["glossary.GlossaryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "glossary/term.html"

    definition = models.TextField(
        _("definition"),
        help_text=_("One or two sentences that make sense without the rest of the page."),
    )
    definitions_differ = models.BooleanField(_("agencies define it differently"), default=False)
    difference_note = models.TextField(
        _("how they differ"),
        blank=True,
        help_text=_("Which agency means what by it, and what follows from that."),
    )
    care = models.CharField(
        _("care"),
        max_length=20,
        choices=Care,
        default=Care.NONE,
        help_text=_("Whether colleagues may use the word of a child, or only quote it."),
    )
    care_note = models.TextField(
        _("what to take care with"),
        blank=True,
        help_text=_("What the word does to the person it is used of, and what to say instead."),
    )
    category = models.CharField(
        _("subject"),
        max_length=20,
        choices=Category,
        blank=True,
        help_text=_("Readers narrow the glossary by it."),
    )
    mark_in_text = models.BooleanField(
        _("explain it where pages use it"),
        default=True,
        help_text=_("Leave off for everyday words, such as food, that mostly mean something else."),
    )

    # Worked out on saving: what a search for the title looks for, and the other words one to a
    # line, so that a page which explains many terms reads one table.
    title_key = models.CharField(max_length=100, blank=True, db_index=True, editable=False)
    words_in_lines = models.TextField(blank=True, editable=False)

    objects = PageManager.from_queryset(TermQuerySet)()

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("definition"), FieldPanel("category"), FieldPanel("mark_in_text")],
            heading=_("What it means"),
        ),
        InlinePanel(
            "words",
            heading=_("Other words for it"),
            label=_("other word"),
            help_text=_(
                "Readers see them on the page of the term, and search finds the term by them. "
                "Say of each what else it does in a search: that holds as soon as the page is "
                "published."
            ),
        ),
        MultiFieldPanel(
            [FieldPanel("definitions_differ"), FieldPanel("difference_note")],
            heading=_("Who means something else by it"),
        ),
        FieldRowPanel(
            [FieldPanel("care"), FieldPanel("care_note")], heading=_("Care with the word")
        ),
    ]

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")

    @property
    def other_words(self) -> str:
        """One to a line, in the order given; to set them makes each of them two-way."""
        return "\n".join(row.word for row in self.words.all())

    @other_words.setter
    def other_words(self, text: str) -> None:
        self.words = [OtherWord(word=word, sort_order=n) for n, word in enumerate(lines(text))]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title_key = search_key(self.title)
        self.words_in_lines = self.other_words
        super().save(*args, **kwargs)

    @property
    def forms(self) -> tuple[str, ...]:
        """The written forms that are explained in text: the term, and its letters if it has any."""
        return forms_of(self.title, lines(self.other_words))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"other_words": lines(self.other_words)}

    def search_aliases(self) -> tuple[str, ...]:
        return lines(self.words_in_lines)

    def sections(self) -> Iterator[Section]:
        return filled_sections(
            (
                ("definition", _("Definition"), self.definition),
                ("differences", _("Who means something else"), self.difference_note),
                ("care", _("Care with the word"), self.care_note),
            )
        )

    def card(self) -> Card:
        care = Care(self.care)
        meta = (str(care.label),) if care not in {Care.NONE, Care.CARE} else ()
        return replace(super().card(), summary=self.definition, meta=meta)


GlossaryIndexPage.listed_model = TermPage
