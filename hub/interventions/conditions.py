"""The closed list of conditions that interventions ask for and areas say they have."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Condition(TextChoices):
    """What an intervention may need of an area, and what may make it do harm there."""

    TEAM = "team", _("A trained team from several agencies")
    WORKERS = "workers", _("Trained workers with room for more young people")
    SUPERVISION = "supervision", _("Supervision for workers who hear hard things")
    THERAPISTS = "therapists", _("Qualified therapists")
    ANALYST = "analyst", _("A named analyst")
    PLACES = "places", _("A current picture of where violence happens")
    SHARING = "sharing", _("A signed agreement to share data")
    BUDGET = "budget", _("Money held for at least 12 months")
    SOCIAL_CARE = "social-care", _("Children's social care at the table")
    SCHOOLS = "schools", _("Schools and colleges that take part")
    HOSPITAL = "hospital", _("A hospital that lets youth workers in")
    PRISON = "prison", _("Prison and probation partners")
    HOUSING = "housing", _("Housing that can act at short notice")
    COMMUNITY = "community", _("Community organisations that young people trust")
    MEASURING = "measuring", _("A way to measure what changes")
    LOW_TRUST = "low-trust", _("Young people distrust the police")
    RIVALS = "rivals", _("Young people in conflict would meet in one place")

    @property
    def is_circumstance(self) -> bool:
        """Nothing to put in place, but something that an intervention may make worse."""
        return self in CIRCUMSTANCES

    @property
    def meaning(self) -> Words:
        return MEANINGS[self]

    @property
    def next_step(self) -> Words:
        """What to do first where it is missing, or, for a circumstance, where it is so."""
        return NEXT_STEPS[self]


class Presence(TextChoices):
    """How a condition stands in an area."""

    YES = "yes", _("In place")
    PARTLY = "partly", _("Partly in place")
    NO = "no", _("Not in place")
    UNKNOWN = "unknown", _("Not known")


# The same answers about what can't be put in place.
OF_CIRCUMSTANCES: dict[Presence, Words] = {
    Presence.YES: _("So here"),
    Presence.PARTLY: _("Partly so"),
    Presence.NO: _("Not so"),
    Presence.UNKNOWN: _("Not known"),
}


def answers_to(condition: Condition) -> list[tuple[str, Words]]:
    """What an area may answer, in words that fit the condition."""
    said = OF_CIRCUMSTANCES if condition.is_circumstance else {}
    return [(item.value, said.get(item, item.label)) for item in Presence]


CIRCUMSTANCES = (Condition.LOW_TRUST, Condition.RIVALS)
RESOURCES = tuple(item for item in Condition if item not in CIRCUMSTANCES)

MEANINGS: dict[Condition, Words] = {
    Condition.TEAM: _("At least two agencies work these cases together, and were trained to."),
    Condition.WORKERS: _("Each works with few young people, and could take on more now."),
    Condition.SUPERVISION: _("Each worker talks regularly with somebody trained to support them."),
    Condition.THERAPISTS: _("People who may deliver the therapy, with time set aside for it."),
    Condition.ANALYST: _("One person answers for the figures, whoever employs them."),
    Condition.PLACES: _("Streets and times from more than one agency's records, under a year old."),
    Condition.SHARING: _("It says what is shared, why, by whom, and who decides when in doubt."),
    Condition.BUDGET: _("Agreed in writing, for staff as well as for activities."),
    Condition.SOCIAL_CARE: _("Somebody who may decide comes, and referrals get an answer."),
    Condition.SCHOOLS: _("A named person in each, alternative provision included."),
    Condition.HOSPITAL: _("They may be on the ward, and the hospital agreed what it tells them."),
    Condition.PRISON: _("Work starts before release, and somebody meets people at the gate."),
    Condition.HOUSING: _("A landlord can move somebody in danger within days."),
    Condition.COMMUNITY: _("Young people already go to them, and they want to take part."),
    Condition.MEASURING: _("What is counted, from when and beside whom, before you begin."),
    Condition.LOW_TRUST: _("They say so in surveys, or won't talk to officers about harm."),
    Condition.RIVALS: _("They'd have to share a room, a journey or a bus stop."),
}
NEXT_STEPS: dict[Condition, Words] = {
    Condition.TEAM: _("Ask two agencies to name one person each, and train them together."),
    Condition.WORKERS: _("Count who is full. Agree on the largest caseload before you recruit."),
    Condition.SUPERVISION: _("Find who could give it, and put it into the cost."),
    Condition.THERAPISTS: _("Ask the local children's mental health service what it could offer."),
    Condition.ANALYST: _(
        "Ask the police, the council and health who could be named, for how long."
    ),
    Condition.PLACES: _("Map what police, ambulance and schools already hold, before buying data."),
    Condition.SHARING: _("Ask each agency's information governance lead to draft it with you."),
    Condition.BUDGET: _("Ask what can be agreed in writing. Don't start what may stop in spring."),
    Condition.SOCIAL_CARE: _("Agree with the head of service who comes, and how referrals go."),
    Condition.SCHOOLS: _("Ask each safeguarding lead for a named person. Begin with two schools."),
    Condition.HOSPITAL: _("Meet the emergency department's safeguarding lead and a consultant."),
    Condition.PRISON: _("Ask the probation head for a named person for young adults."),
    Condition.HOUSING: _("Agree with the housing options team what counts as urgent."),
    Condition.COMMUNITY: _("Ask young people whom they go to. Then ask those, and pay them."),
    Condition.MEASURING: _("Choose two or three things to count, and count them before you begin."),
    Condition.LOW_TRUST: _("Let others than the police lead, and ask young people how it feels."),
    Condition.RIVALS: _("Plan who comes when and how they travel. If you can't, work one to one."),
}
