"""What an address may answer, and what it must answer by the line of the policy."""

from enum import Enum

from django.http import HttpResponse

from hub.access.enums import EVERYDAY_ROLES, Role
from tests.architecture.address_policy import READ, Line, Who
from tests.matrix.people import Visitor
from tests.matrix.relations import (
    CLOSED,
    JOINED,
    MISSING,
    OPEN,
    OVER,
    OWN,
    PRIVATE,
    SENSITIVE,
    relation_of,
)


class Outcome(Enum):
    LET_IN = "let in"
    SIGN_IN = "asked to sign in"
    SECOND_STEP = "asked for the second step"
    MISSING = "finds nothing"
    REFUSED = "method refused"
    BROKEN = "broken"


# Allauth sends people who are signed in already to the start page.
SENT_AWAY: dict[Who, set[Outcome]] = {Who.NOBODY: set(), Who.HALFWAY: {Outcome.LET_IN}}
INSIDE = {OWN, JOINED}
# Strangers who may not come in here find nothing, and aren't asked to sign in.
NEVER_ASKED = {Who.READERS, Who.PROGRAMS, Who.HOLDER}
# Where people come without the power that else lets in.
WITHOUT_POWERS = {Who.ASKER: {OWN}, Who.GROUP_OWNERS: {OWN}, Who.GROUP_MEMBERS: INSIDE}
POWERS = {
    Who.MODERATORS,
    Who.HUB_MODERATORS,
    Who.DECIDED,
    Who.SPACE_KEEPERS,
    Who.FRONT_LINE,
    Who.REVIEWERS,
    Who.SHARERS,
    Who.WRITERS,
    Who.LEADING,
    Who.LEADING_PEOPLE,
    Who.LED,
    Who.APPROVERS,
    Who.IN_AREA,
    Who.AREA_LEADS,
    Who.ADMINISTRATORS,
    Who.TEACHING,
    Who.TRAINER,
}
LEADERS = {Role.LEAD, Role.ADMINISTRATOR}
TEACHERS = {Role.TRAINER, Role.ADMINISTRATOR}
DOORS = ("/accounts/login/", "/accounts/password/reset/")


def outcome_of(answer: HttpResponse) -> Outcome:
    if answer.status_code in {301, 302, 303}:
        where = answer["Location"]
        if where.startswith(DOORS):
            return Outcome.SIGN_IN
        is_second = where.startswith("/accounts/2fa/?next=")
        return Outcome.SECOND_STEP if is_second else Outcome.LET_IN
    # 401 is the page about a sign-in elsewhere that failed.
    known = {401: Outcome.LET_IN, 404: Outcome.MISSING, 405: Outcome.REFUSED}
    good = answer.status_code < 300
    return Outcome.LET_IN if good else known.get(answer.status_code, Outcome.BROKEN)


def may_read(visitor: Visitor, thing: str) -> bool:
    """Whether the visitor could read the thing, if signed in fully."""
    answers = {
        CLOSED: visitor.local,
        SENSITIVE: visitor.role is Role.PRACTITIONER,
        PRIVATE: visitor.administers,
        OVER: visitor.administers,
        MISSING: False,
    }
    return answers.get(relation_of(thing), True)


def is_entitled(who: Who, visitor: Visitor, thing: str) -> bool:
    """Whether the visitor belongs to those whom the line lets in, if signed in fully."""
    readable, signed_in = may_read(visitor, thing), not visitor.is_stranger
    relation = relation_of(thing)
    administers = visitor.administers and readable and relation != OVER
    answers = {
        Who.EVERYONE: True,
        Who.READERS: readable,
        Who.PROGRAMS: readable,
        Who.HOLDER: readable,
        Who.SIGNED_IN: signed_in,
        Who.SIGNED_IN_READERS: signed_in and readable,
        Who.PRACTITIONERS: visitor.role is Role.PRACTITIONER and readable,
        Who.OWNER: relation == OWN,
        Who.ASKER: relation == OWN or (visitor.moderates and readable),
        Who.LEADING: visitor.role in {Role.LEAD, Role.ADMINISTRATOR},
        Who.LEADING_PEOPLE: leads_people(visitor),
        Who.LED: leads_people(visitor) and visitor.local and relation == CLOSED,
        Who.APPROVERS: decides(visitor, relation),
        Who.IN_AREA: is_of_area(visitor, relation) and visitor.role is not Role.MEMBER,
        Who.AREA_LEADS: is_of_area(visitor, relation) and visitor.role in LEADERS,
        Who.IN_GROUP: relation in INSIDE,
        Who.GROUP_MEMBERS: relation in INSIDE or administers,
        Who.GROUP_OWNERS: relation == OWN or administers,
        Who.ADMINISTRATORS: administers,
        Who.DECIDED: visitor.moderates and relation == OWN,
        Who.HUB_MODERATORS: visitor.moderates and readable,
        Who.MODERATORS: visitor.moderates and readable,
        Who.WRITERS: visitor.writes and readable,
        Who.SPACE_KEEPERS: (visitor.moderates or visitor.administers) and readable,
        Who.SHARERS: visitor.role in {Role.LEAD, Role.PRACTITIONER},
        Who.REVIEWERS: visitor.reviews and readable and relation != OWN,
        Who.FRONT_LINE: visitor.is_front_line and readable and relation != OWN,
        Who.TEACHING: visitor.role in TEACHERS and readable,
        Who.TRAINER: administers or (visitor.role is Role.TRAINER and relation == OWN),
    }
    return answers.get(who, False)


def decides(visitor: Visitor, relation: str) -> bool:
    """Of one's own request nobody decides; a lead of an area does of those in that area."""
    leads = visitor.role is Role.LEAD and (not visitor.somewhere or visitor.local)
    led = {OPEN: leads and not visitor.local, CLOSED: leads}
    return relation in led and (visitor.administers or led[relation])


def is_of_area(visitor: Visitor, relation: str) -> bool:
    """Administrators are of every area, all others of those that they hold a role in."""
    mine = {CLOSED} if visitor.local else set()
    return relation in ({OPEN, CLOSED} if visitor.administers else mine)


def leads_people(visitor: Visitor) -> bool:
    """A role in the whole hub leads nobody."""
    return visitor.role in {Role.LEAD, Role.TRAINER} and visitor.somewhere


def needs_second_factor(who: Who, thing: str, role: Role | None) -> bool:
    relation = relation_of(thing)
    if who is Who.SHARERS and role in EVERYDAY_ROLES:
        return False
    if who in WITHOUT_POWERS:
        return relation not in WITHOUT_POWERS[who]
    return relation in {SENSITIVE, PRIVATE, OVER} or who in POWERS


def expected(line: Line, visitor: Visitor, thing: str, method: str) -> set[Outcome]:
    """The right outcomes; more than one only where the order of two refusals is open."""
    if line.methods and method not in line.methods:
        return refused_method(line, visitor, thing)
    if line.who in {Who.NOBODY, Who.HALFWAY}:
        signed_in = set() if visitor.is_stranger else SENT_AWAY[line.who]
        return {Outcome.SIGN_IN, Outcome.MISSING} | signed_in
    if is_entitled(line.who, visitor, thing):
        if visitor.waits_for_second_step and needs_second_factor(line.who, thing, visitor.role):
            if line.who is Who.PROGRAMS:
                return {Outcome.MISSING}
            return {Outcome.SECOND_STEP if method in READ else Outcome.MISSING}
        return {Outcome.LET_IN}
    if visitor.is_stranger and line.who not in NEVER_ASKED:
        # Before or after it looks for the thing; nothing is told either way.
        readable = may_read(visitor, thing)
        return {Outcome.SIGN_IN} if readable else {Outcome.SIGN_IN, Outcome.MISSING}
    return {Outcome.MISSING}


def refused_method(line: Line, visitor: Visitor, thing: str) -> set[Outcome]:
    """Those who may come in are told; others may be turned away before that."""
    right = {Outcome.REFUSED}
    if not is_entitled(line.who, visitor, thing):
        right |= {Outcome.MISSING}
    if visitor.is_stranger and line.who not in NEVER_ASKED | {Who.EVERYONE}:
        right |= {Outcome.SIGN_IN}
    return right
