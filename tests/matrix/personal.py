"""What somebody holds that nobody else may touch."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core.files.base import ContentFile
from django.utils import timezone

from courses.models import CoursePage
from courses.services.lessons import enrol
from courses.services.refreshing import start_refresher
from hub.forum.enums import Measure
from hub.forum.models import Post, Space
from hub.forum.services import hide_post, impose, unmask_alone
from hub.groups.models import Invitation
from hub.groups.services import invite
from hub.mydata.models import DataCopy
from hub.notices.services import mute
from hub.notices.unsubscribing import Stop, unsubscribe_path
from hub.pages.written import stream
from hub.sharing.services import submit_example
from hub.taxonomy.models import Area
from hub.users.models import User
from search.models import SavedSearch
from search.saving import save_search
from tests.factories.catching_up import caught_up
from tests.factories.cohorts import make_cohort
from tests.factories.courses import (
    RecordEntryFactory,
    begin_attempt,
    course_with_quiz,
    earn_certificate,
    make_course,
    revoke,
)
from tests.factories.directory import conversation_with, list_person
from tests.factories.forum import first_post, question, reply, thanks_to
from tests.factories.groups import make_group
from tests.factories.notices import NoticeFactory, SubscriptionFactory
from tests.factories.people import UserFactory
from tests.factories.refreshing import answer_next
from tests.factories.sharing import ready, with_picture
from tests.factories.support import answered, asked_desk
from tests.factories.verification import asked
from tests.factories.workshops import make_workshop
from tests.matrix.groups import own_groups
from tests.matrix.relations import MISSING, NO_CODE, NO_ID, OPEN, OWN, Things


def personal_things(person: User, course: CoursePage) -> Things:
    """What this person holds that nobody else may touch."""
    link = unsubscribe_path(Stop(person.pk))
    # What they follow and mute is gone since; that is no reason to keep it.
    gone = int(NO_ID) + person.pk
    SubscriptionFactory(person=person, object_id=gone)
    mute(person=person, kind="thread", object_id=gone)
    attempt = begin_attempt(person, course).code
    return {
        "copy": {OPEN: copy_for(person), MISSING: NO_CODE},
        "notice": {OPEN: str(NoticeFactory(person=person).pk), MISSING: NO_ID},
        "subscription": {OPEN: f"thread {gone}", MISSING: f"thread {NO_ID}"},
        "mute": {OPEN: f"thread {gone}", MISSING: f"thread {NO_ID}"},
        "saved search": {OPEN: str(kept_by(person).pk), MISSING: NO_ID},
        "support request": {OPEN: request_of(person), MISSING: NO_ID},
        "request at the desk": {OPEN: request_of(person), MISSING: NO_ID},
        **shared_things(person),
        "conversation": {OPEN: str(conversation_with(person).pk), MISSING: NO_ID},
        "attempt": {OPEN: attempt, MISSING: NO_CODE},
        "signed link": {OPEN: link, MISSING: f"{link[:-3]}xx/"},
        "session": {OPEN: session_of(person), MISSING: NO_ID},
        "invitation": {OPEN: invited(person.email).code, MISSING: NO_CODE},
        "own cohort": {OPEN: str(make_cohort(None, person).pk), MISSING: NO_ID},
        "record entry": {OPEN: str(RecordEntryFactory(person=person).pk), MISSING: NO_ID},
        "weekly question": {OPEN: weekly_question_of(person), MISSING: NO_ID},
        "question after a change": {OPEN: str(caught_up(person).pk), MISSING: NO_ID},
        "course started": {OPEN: started_by(person), MISSING: NO_ID},
        "own certificate": {
            OPEN: earn_certificate(person, course_with_quiz()).code,
            MISSING: NO_CODE,
        },
    }


def request_of(person: User) -> str:
    """One that was answered, and may be published."""
    request = asked_desk(person, may_publish=True)
    answered(request)
    return str(request.pk)


def shared_things(person: User) -> Things:
    """Practice that they share: a draft with a picture, and what is with the reviewers."""
    draft = with_picture(ready(person))
    waiting = submit_example(example=with_picture(ready(person)))
    files = {example.pk: f"{example.pk} {example.files.get().pk}" for example in (draft, waiting)}
    return {
        "shared example": {OPEN: str(draft.pk), MISSING: NO_ID},
        "question of an example": {OPEN: f"{draft.pk} place", MISSING: f"{draft.pk} nonsense"},
        "example with reviewers": {OPEN: str(waiting.pk), MISSING: str(draft.pk)},
        "file of an example": {OPEN: files[draft.pk], MISSING: f"{draft.pk} {NO_ID}"},
        "example to review": {OPEN: str(waiting.pk), MISSING: str(draft.pk)},
        "file to review": {OPEN: files[waiting.pk], MISSING: files[draft.pk]},
    }


def weekly_question_of(person: User) -> str:
    """One that was answered."""
    earn_certificate(person, course_with_quiz(questions=1))
    start_refresher(person=person)
    return str(answer_next(person).question_id)


def started_by(person: User) -> str:
    """A course that says what people can do, of which its learner may say how sure they are."""
    course = make_course(outcomes=stream("started", [("outcome", "See the signs")]))
    enrol(person_id=person.pk, course=course)
    return str(course.pk)


def certificates_of(person: User) -> Things:
    """Any code gets the form in which to check it; what it says of one is for its holder."""
    found = {name: earn_certificate(person, course_with_quiz()) for name in ("good", "taken back")}
    revoke(found["taken back"])
    return {
        "certificate": {f"{OPEN}: {name}": item.code for name, item in found.items()}
        | {f"{OPEN}: wrong": NO_CODE}
    }


def copy_for(person: User, **given: object) -> str:
    now = timezone.now()
    times = {"made_at": now, "expires_at": now + timedelta(days=1)}
    file = ContentFile(b"{}", name="copy.zip")
    return DataCopy.objects.create(person=person, file=file, **(times | given)).code


def kept_by(person: User) -> SavedSearch:
    return save_search(person=person, name="Curfews", query="q=curfew")


def invited(address: str, **given: object) -> Invitation:
    invitation = invite(group=make_group(), email=address, by=UserFactory())
    Invitation.objects.filter(pk=invitation.pk).update(**given)
    return invitation


def session_of(person: User) -> str:
    """Another device on which the person is signed in."""
    at = {"ip": "192.0.2.1", "session_key": f"of {person.pk}", "user_agent": "A phone"}
    return str(UserSession.objects.create(user=person, **at).pk)


def sanctioned(person: User, measure: Measure) -> str:
    sanction = impose(person=person, measure=measure, reason="Odd.", by=UserFactory(), days=7)
    return str(sanction.pk)


def decision_about(post: Post) -> str:
    hide_post(post=post, by=UserFactory(), reason="Names a school.")
    return str(post.cases.get().pk)


def own_things(person: User, space: Space, area: Area, course: CoursePage) -> Things:
    """A thing of each kind that may be somebody's own, and those that are so no longer."""
    mine = question(author=person, space=space)
    unnamed = question(author=person, space=space, anonymous=True)
    past = timezone.now() - timedelta(days=1)
    unconfirmed = EmailAddress.objects.create(user=person, email=f"new{person.pk}@agency.example")
    held = personal_things(person, course)
    return {
        "thread": {OWN: str(mine.pk), f"{OWN}: anonymous": str(unnamed.pk)},
        "post": {
            OWN: str(first_post(mine).pk),
            f"{OWN}: anonymous": str(first_post(unnamed).pk),
        },
        "unmasking to see": {
            OWN: str(unmask_alone(post=first_post(unnamed), by=person, reason="?").pk)
        },
        "answer": {OWN: str(reply(mine).pk)},
        "thanks": {OWN: str(thanks_to(person).pk)},
        "sanction": {OWN: sanctioned(person, Measure.WARN)},
        "decision": {
            OWN: decision_about(reply(mine, author=person)),
            f"{OWN}: anonymous": decision_about(reply(mine, author=person, anonymous=True)),
        },
        "verification request": {OWN: str(asked(person, area=area).pk)},
        **{kind: {OWN: known[OPEN]} for kind, known in held.items() if kind != "signed link"},
        "copy": {
            OWN: held["copy"][OPEN],
            f"{MISSING}: expired": copy_for(person, expires_at=past),
            f"{MISSING}: not made yet": copy_for(person, made_at=None),
        },
        "invitation": {
            OWN: held["invitation"][OPEN],
            f"{OWN}: run out": invited(person.email, expires_at=past).code,
            f"{OWN}: used": invited(person.email, accepted_at=past).code,
            f"{MISSING}: taken back": invited(person.email, withdrawn_at=past).code,
            f"{MISSING}: unconfirmed": invited(unconfirmed.email).code,
        },
        "listing": {OWN: str(list_person(person).pk)},
        "attendance list": {OWN: make_workshop(course, trainer=person).code},
        **own_groups(person),
    }
