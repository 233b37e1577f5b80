from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _

from hub.pages.enums import Evidence


class Effect(TextChoices):
    """What studies found on violence, on average, in words that stand by themselves."""

    HIGH = "high", _("High: violence fell by 30 per cent or more on average")
    MODERATE = "moderate", _("Moderate: violence fell by 10 to 30 per cent on average")
    LOW = "low", _("Low: violence fell by 2 to 9 per cent on average")
    NONE = "none", _("No clear evidence of an effect")
    MIXED = "mixed", _("Mixed: studies disagree")
    HARM = "harm", _("Harmful: it makes things worse")
    INSUFFICIENT = "insufficient", _("Not enough evidence to say")
    UNVERIFIED = "unverified", _("Not yet checked: we haven't confirmed the effect")


class Strength(IntegerChoices):
    VERY_LOW = 1, _("Very low")
    LOW = 2, _("Low")
    MODERATE = 3, _("Moderate")
    HIGH = 4, _("High")
    VERY_HIGH = 5, _("Very high")

    @property
    def evidence(self) -> Evidence:
        """What it comes to beside other kinds of content."""
        if self >= Strength.HIGH:
            return Evidence.STRONG
        return Evidence.SOME if self >= Strength.LOW else Evidence.EARLY


class Cost(IntegerChoices):
    LOW = 1, _("Low")
    MODERATE = 2, _("Moderate")
    HIGH = 3, _("High")


class StudiedIn(TextChoices):
    """Where the studies were done: what was found elsewhere may not hold here."""

    HERE = "here", _("Mostly in the United Kingdom")
    PARTLY = "partly", _("Partly in the United Kingdom")
    ELSEWHERE = "elsewhere", _("Mostly in other countries")


class Delivery(TextChoices):
    """What it asks of those who do it."""

    PLAIN = "plain", _("Straightforward to do well")
    CARE = "care", _("Takes care to do well")
    HARD = "hard", _("Hard to do well")


class Dimension(TextChoices):
    """What is known of an intervention, each part for itself. The first five have a value."""

    EFFECT = "effect", _("Effect on violence")
    STRENGTH = "strength", _("Strength of the evidence")
    COST = "cost", _("Cost")
    APPLICABILITY = "applicability", _("Where it was studied")
    IMPLEMENTATION = "implementation", _("How hard it is to do well")
    MECHANISM = "mechanism", _("How it is thought to work")


class Weight(TextChoices):
    """How much hangs on a condition."""

    NEEDED = "needed", _("Needed first")
    HELPS = "helps", _("Makes it easier")
