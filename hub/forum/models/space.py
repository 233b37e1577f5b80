from typing import Self

from django.db import models
from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hub.access.enums import Marking
from hub.access.markings import clauses_of_marking, may_read_sensitive
from hub.access.models import AccessRule
from hub.access.readers import Reader
from hub.access.rules import EVERYONE, Rule, rule
from hub.access.sensitive import is_sensitive
from hub.core.personal_details.validators import validate_without_details
from hub.forum.enums import SpaceIcon
from hub.taxonomy.models import AgencyType, Area, Theme


def open_to(reader: Reader, space: str = "") -> Q:
    """The spaces whose rule lets this reader in; `space` is the way there, such as "space__".

    One query for the allowed rules. Says the same as `Space.rule`.
    """
    allowed = AccessRule.objects.allowed_ids(reader)
    wanted = Q(**{f"{space}access_rule": None}) | Q(**{f"{space}access_rule__in": allowed})
    if may_read_sensitive(reader.tokens):
        return wanted
    return wanted & ~Q(**{f"{space}marking": Marking.OFFICIAL_SENSITIVE})


class SpaceQuerySet(models.QuerySet):
    def readable_by(self, reader: Reader) -> Self:
        """Spaces open to everyone or to this reader. One query for the allowed rules."""
        return self.filter(open_to(reader))

    def with_subjects(self) -> Self:
        return self.select_related("theme", "area", "agency_type")

    def with_activity(self) -> Self:
        """Adds `thread_count` and `active_at`, of threads that aren't hidden."""
        shown = Q(threads__hidden_at=None)
        return self.annotate(
            thread_count=Count("threads", filter=shown),
            active_at=Max("threads__last_post_at", filter=shown),
        )


class Space(models.Model):
    """A place for threads on one subject or for one group of readers. No rule: everyone reads."""

    slug = models.SlugField(
        _("slug"),
        unique=True,
        max_length=80,
        help_text=_("Part of the space's address. Keep it once people have linked there."),
    )
    name = models.CharField(_("name"), max_length=120)
    description = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("One sentence: what is asked here, and by whom."),
    )
    rules = models.TextField(
        _("rules of its own"),
        max_length=2000,
        blank=True,
        validators=[validate_without_details],
        help_text=_(
            "One rule on each line, beside the house rules. They stand in the space and where "
            "people write in it."
        ),
    )
    theme = models.ForeignKey(
        Theme,
        verbose_name=_("theme"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Questions that name no theme get this one."),
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("area"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Whose arrangements it is about. It closes the space to nobody."),
    )
    agency_type = models.ForeignKey(
        AgencyType,
        verbose_name=_("agency"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Whose work it is about. It closes the space to nobody."),
    )
    order = models.PositiveSmallIntegerField(
        _("order"), default=0, help_text=_("Lower numbers come first.")
    )
    icon = models.CharField(
        _("icon"),
        max_length=40,
        choices=SpaceIcon,
        default=SpaceIcon.TALK,
        help_text=_("The drawing above its name."),
    )
    access_rule = models.ForeignKey(
        AccessRule,
        verbose_name=_("who may read"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    marking = models.CharField(
        _("handling marking"),
        max_length=20,
        choices=Marking,
        default=Marking.OFFICIAL,
        help_text=_(
            "OFFICIAL-SENSITIVE lets in only verified practitioners who signed in with a second "
            "step, of those who may read. It counts at once, for what is written there already."
        ),
    )

    objects = SpaceQuerySet.as_manager()

    class Meta:
        ordering = ("order", "name")
        verbose_name = _("space")
        verbose_name_plural = _("spaces")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("forum:space", args=[self.slug])

    @property
    def own_rules(self) -> list[str]:
        return [line.strip() for line in self.rules.splitlines() if line.strip()]

    @property
    def subjects(self) -> list[str]:
        """Names of its theme, area and agency. Select them to cost no query."""
        return [str(each) for each in (self.theme, self.area, self.agency_type) if each]

    @property
    def rule(self) -> Rule:
        """Who may read, by the readers chosen and by the marking.

        Select `access_rule` to cost no query.
        """
        return rule(*self.readers, *clauses_of_marking(self.marking))

    @property
    def readers(self) -> Rule:
        """Who was chosen to read, whatever the marking."""
        return self.access_rule.rule if self.access_rule else EVERYONE

    @property
    def is_sensitive(self) -> bool:
        return is_sensitive(self.rule)

    @property
    def is_private(self) -> bool:
        return self.access_rule_id is not None or self.marking != Marking.OFFICIAL

    @property
    def audience(self) -> str:
        """Who can see what is written here, for the person about to write it."""
        if not self.is_private:
            return str(_("Anyone can read it, signed in or not, and search engines may list it."))
        if self.is_sensitive:
            return str(
                _("Only verified practitioners with access who signed in with a second step.")
            )
        return str(_("Only people with access to this space, and moderators who have it."))
