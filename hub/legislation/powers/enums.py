"""The closed lists of the powers finder: what people may answer, and how far law reaches in."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Exploited(TextChoices):
    """Asked first, whatever brought somebody here."""

    YES = "yes", _("Yes, or there are signs of it")
    UNSURE = "unsure", _("I’m not sure")
    NO = "no", _("No, we have looked and found no sign of it")

    @property
    def comes_first(self) -> bool:
        """Whether what to do for the person is read before anything else is asked."""
        return self != Exploited.NO


class Problem(TextChoices):
    """What brings people to the law in this field. A provision says which it is of use in."""

    EXPLOITATION = "exploitation", _("Somebody is being groomed, used or controlled")
    HOME = "home", _("A home has been taken over")
    DRUGS = "drugs", _("Drugs are being run into the area or sold here")
    VIOLENCE = "violence", _("Violence between groups, or the threat of it")
    WEAPONS = "weapons", _("Knives or other weapons")
    MISSING = "missing", _("A child is missing, or was found far from home")
    ONLINE = "online", _("Threats, pressure or pictures online or by phone")
    PLACE = "place", _("Trouble in a street, a park or a venue")
    DEBT = "debt", _("A debt that somebody is made to work off")
    EXTREMISM = "extremism", _("Somebody is being drawn into terrorism")


class Concern(TextChoices):
    """Whose situation it is: the person somebody worries about, or a place."""

    CHILD = "child", _("A child, under 18")
    YOUNG_ADULT = "young-adult", _("A young adult, 18 to 25")
    ADULT = "adult", _("An adult over 25")
    PLACE = "place", _("A place or a business, and no single person")


class Intrusion(IntegerChoices):
    """How far a provision reaches into somebody's life. Results stand in this order."""

    SAFEGUARDING = 1, _("Duties to keep people safe")
    SUPPORT = 2, _("Help and support")
    INFORMATION = 3, _("Sharing and planning")
    PLACE = 4, _("Limits on a place or a phone line")
    ORDER = 5, _("Orders and sanctions on a person")
    FORCE = 6, _("Search, removal and offences")

    @property
    def meaning(self) -> Words:
        return MEANINGS[self]


MEANINGS: dict[Intrusion, Words] = {
    Intrusion.SAFEGUARDING: _("What must be done for the person. It comes before every power."),
    Intrusion.SUPPORT: _("Services and protection for the person, most of them by agreement."),
    Intrusion.INFORMATION: _("Agencies tell each other what they know and plan together."),
    Intrusion.PLACE: _("What may happen there is limited for whoever comes or calls."),
    Intrusion.ORDER: _("A court or an authority says what one person must do or may not do."),
    Intrusion.FORCE: _(
        "Somebody is searched, taken away or arrested, loses a home, or may be convicted."
    ),
}
