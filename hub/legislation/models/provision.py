from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import PageManager

from hub.access.registry import Card, Section
from hub.core.html import plain_text
from hub.legislation.aliases import section_aliases
from hub.legislation.banners import status_banner
from hub.legislation.enums import ProvisionKind, Status
from hub.legislation.forms import ProvisionForm
from hub.legislation.law_over_time import law_over_time
from hub.legislation.models.findable import FindablePage
from hub.legislation.models.official import OfficialProvision
from hub.legislation.models.version import ProvisionVersion
from hub.legislation.querysets import ProvisionQuerySet
from hub.legislation.resting import scope_of
from hub.pages.banners import Banner
from hub.pages.lines import lines
from hub.pages.models import HubPage
from hub.pages.over_time import TextOverTime
from hub.pages.sections import filled_sections


def sentence(text: str) -> str:
    """With a capital: the act's list of users starts small."""
    return text[:1].upper() + text[1:]


class ProvisionManager(PageManager.from_queryset(ProvisionQuerySet)):  # type: ignore[misc]
    """Every provision comes with its act's title and today's status: each card shows them."""

    def get_queryset(self) -> ProvisionQuerySet:
        return super().get_queryset().with_act().with_status()


class ProvisionPage(FindablePage, HubPage):
    """One provision as practitioners use it; what changes over time is in its versions."""

    kind_name = "provision"
    schema_type = "Legislation"
    months_until_review = 6
    has_contents = False
    parent_page_types: ClassVar[list[str]] = ["legislation.ActPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "legislation/provision.html"

    section_label = models.CharField(
        _("section"),
        max_length=80,
        help_text=_("Such as Section 45 or Schedule 4. The list of the act is ordered by it."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=ProvisionKind,
        help_text=_("Readers narrow the list of law by it."),
    )
    used_by_text = models.CharField(
        _("who may use it"), max_length=300, blank=True, help_text=_("In words, as the act says.")
    )
    cite_forms = models.TextField(
        _("how people write it"),
        blank=True,
        help_text=_("One to a line, such as s45 MSA. Search finds the page by them."),
    )
    official_url = models.URLField(
        _("official text"),
        max_length=500,
        blank=True,
        help_text=_("This very section at legislation.gov.uk."),
    )
    our_note = RichTextField(
        _("our note"),
        features=["bold", "italic", "ul", "link"],
        blank=True,
        help_text=_("What it means in practice, in our words. It is shown apart from the law."),
    )

    objects = ProvisionManager()
    base_form_class = ProvisionForm

    content_panels = [
        *HubPage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("section_label"), FieldPanel("kind")]),
                FieldPanel("used_by_text"),
                FieldPanel("official_url"),
                FieldPanel("cite_forms"),
            ],
            heading=_("The provision"),
        ),
        InlinePanel(
            "versions",
            heading=_("The law over time"),
            label=_("version"),
            min_num=1,
            help_text=_(
                "One version for each text that held. When the law changes, add a version: "
                "never write over the old one."
            ),
        ),
        FieldPanel("our_note"),
        *FindablePage.finder_panels,
    ]

    class Meta:
        verbose_name = _("provision")
        verbose_name_plural = _("provisions")

    def version_as_at(self, day: date) -> ProvisionVersion | None:
        """The version that held on a day; None before the first one started. One query at most."""
        started = [version for version in self.versions.all() if version.has_started_by(day)]
        return max(started, key=lambda v: (v.effective_from or date.min, v.pk or 0), default=None)

    def version_held_on(self, day: date) -> ProvisionVersion | None:
        """As `version_as_at`, but None as well where that version had ended by the day."""
        version = self.version_as_at(day)
        return None if version is None or version.has_ended_by(day) else version

    @property
    def shown_version(self) -> ProvisionVersion | None:
        """Today's version, else the next to start."""
        upcoming = sorted(self.versions.all(), key=lambda v: v.effective_from or date.min)
        return self.version_as_at(timezone.localdate()) or next(iter(upcoming), None)

    @property
    def status_now(self) -> Status | None:
        """Today's status: as the list query says, else from the versions."""
        known = self.__dict__.get("status")
        if known is None:
            version = self.shown_version
            known = version.status if version else None
        return Status(known) if known else None

    @property
    def act_name(self) -> str:
        """The act's title: as the list query says, else by one query."""
        known = self.__dict__.get("act_title")
        parent = None if known else self.get_parent()
        return known or (parent.title if parent else "")

    def kind_banner(self) -> Banner | None:
        return status_banner(self.shown_version, timezone.localdate())

    def sections(self) -> Iterator[Section]:
        version = self.shown_version
        named = (
            ("test", gettext("The test"), version.test if version else ""),
            ("how", gettext("How it is used"), version.how if version else ""),
            ("penalty", gettext("Maximum penalty or duration"), version.penalty if version else ""),
            ("our-note", gettext("Our note"), plain_text(self.our_note)),
        )
        return filled_sections(named)

    def texts_over_time(self) -> list[TextOverTime]:
        return [version.over_time() for version in self.versions.all()]

    def search_aliases(self) -> tuple[str, ...]:
        return (*section_aliases(self.section_label, self.act_name), *lines(self.cite_forms))

    def card(self) -> Card:
        status = self.status_now
        warning = status.label if status and status != Status.IN_FORCE else ""
        meta = (self.act_name, self.get_kind_display(), warning)
        return replace(super().card(), meta=tuple(str(part) for part in meta if part))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        models.prefetch_related_objects([self], "versions")
        context = super().get_context(request, *args, **kwargs)
        shown = self.shown_version
        others = [version for version in self.versions.all() if version != shown]
        facts = self.facts(shown)
        scope = scope_of(self.official_url, self.section_label)
        over_time = law_over_time(self, OfficialProvision.objects.in_scope(scope), request)
        context |= {"version": shown, "other_versions": others, "facts": facts}
        return context | over_time

    def header_meta(self) -> list[str]:
        where = self.applies_to()
        applies = gettext("Applies to %(nations)s") % {"nations": where} if where else ""
        return [self.act_name, self.section_label, applies]

    def facts(self, version: ProvisionVersion | None) -> list[tuple[str, str]]:
        facts = [(gettext("Who may use it"), sentence(self.used_by_text))]
        if version:
            known = version.in_force_text if self.kind_banner() is None else ""
            facts += [(gettext("Status"), known), (gettext("Extent"), version.extent)]
        return facts
