from typing import ClassVar

from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from hub.legislation.powers.enums import Concern, Intrusion, Problem
from hub.legislation.powers.fields import SeveralField
from hub.taxonomy.models import AgencyType


class FindablePage(models.Model):
    """What the powers finder must know of a provision. Without `intrusion` it isn't in there.

    The nations come from what the page applies to; whether it holds comes from its versions.
    """

    intrusion = models.PositiveSmallIntegerField(
        _("how far it reaches in"),
        choices=Intrusion,
        null=True,
        blank=True,
        help_text=_(
            "The finder shows what reaches in least first. Leave empty to keep the provision out "
            "of the finder. Only a duty or a defence can be a duty to keep people safe."
        ),
    )
    acting = ParentalManyToManyField(
        AgencyType,
        verbose_name=_("who may act with it"),
        blank=True,
        related_name="+",
        help_text=_("The agencies whose duty it is, or that may use it or apply for it."),
    )
    asking = ParentalManyToManyField(
        AgencyType,
        verbose_name=_("who tells those who may act"),
        blank=True,
        related_name="+",
        help_text=_("The agencies that set it off, or are asked, without deciding themselves."),
    )
    problems = SeveralField(
        _("problems it helps with"),
        listed=Problem,
        help_text=_("Duties to keep people safe are shown whatever the problem is."),
    )
    concerns = SeveralField(
        _("whom it may concern"),
        listed=Concern,
        help_text=_(
            "Whose situation it helps in, whether it is used for them or on those who harm them."
        ),
    )
    is_tactic = models.BooleanField(
        _("operational tactic"),
        default=False,
        help_text=_(
            "Only verified practitioners find it in the finder. The page itself stays as open as "
            "it is."
        ),
    )

    finder_panels: ClassVar[list[MultiFieldPanel]] = [
        MultiFieldPanel(
            [
                FieldPanel("intrusion"),
                FieldPanel("acting", widget=CheckboxSelectMultiple),
                FieldPanel("asking", widget=CheckboxSelectMultiple),
                FieldPanel("problems"),
                FieldPanel("concerns"),
                FieldPanel("is_tactic"),
            ],
            heading=_("In the powers finder"),
            classname="collapsed",
        )
    ]

    class Meta:
        abstract = True
