"""What courses keep of people: progress, attempts, and certificates."""

import datetime
from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from courses.models import (
    Assignment,
    Attempt,
    AttemptItem,
    Booking,
    CatchUp,
    Certificate,
    CheckAnswer,
    Cohort,
    CohortMember,
    CoursePage,
    Enrolment,
    ExtraTime,
    LessonRemark,
    LessonView,
    RecordEntry,
    Refresher,
    RefresherItem,
    Regrade,
    RegradedAttempt,
    SignOff,
    SurveyAnswer,
    Workshop,
)
from courses.questions.registry import question_types
from courses.services.bookings import erase_bookings
from hub.access.enums import Basis, Ending
from hub.access.pages import readable_or_draft
from hub.access.personal_data import Held, PersonalRecord, Row, declare, delete_batch
from hub.access.readers import reader_for


def take_names_off(person: AbstractBaseUser) -> None:
    """The one change that a certificate allows: what it proves stays, whom it names goes."""
    Certificate.objects.filter(person_id=person.pk).update(person_name="")


def forget_what_was_written(person: AbstractBaseUser) -> None:
    kinds = [name for name, kind in question_types().items() if kind.in_own_words]
    items = AttemptItem.objects.filter(attempt__person_id=person.pk)
    items.filter(question_version__kind__in=kinds).update(answer=None, typed=None)
    CheckAnswer.objects.filter(person_id=person.pk).delete()


ENROLMENTS = Held(Enrolment, ("person",), ("course__title", "created_at"))
VIEWS = Held(
    LessonView, ("person",), ("lesson", "first_viewed_at", "last_viewed_at", "completed_at")
)
MEMBERSHIPS = Held(CohortMember, ("person",), ("cohort__name", "added_at", "shares_since"))
ASKED = Held(
    Assignment,
    ("person", "cohort__members__person"),
    ("course__title", "cohort__name", "due_on", "note", "created_at"),
)


def titles_of_open_courses(
    person: AbstractBaseUser, rows: QuerySet, shows: tuple[str, ...]
) -> Iterator[Row]:
    """Courses that are closed to the person by now keep their titles to themselves."""
    readable = readable_or_draft(CoursePage.objects.all(), reader_for(person))
    mine = rows.values("course_id", *shows)
    open_ids = set(readable.filter(pk__in=rows.values("course_id")).values_list("pk", flat=True))
    for row in mine:
        title = row["course__title"] if row.pop("course_id") in open_ids else ""
        yield row | {"course__title": title}


def take_progress(person: AbstractBaseUser) -> Iterator[Row]:
    yield from titles_of_open_courses(person, ENROLMENTS.rows(person), ENROLMENTS.shows)
    yield from VIEWS.rows(person).values(*VIEWS.shows)


def take_asked(person: AbstractBaseUser) -> Iterator[Row]:
    yield from MEMBERSHIPS.rows(person).values(*MEMBERSHIPS.shows)
    yield from titles_of_open_courses(person, ASKED.rows(person).distinct(), ASKED.shows)


def forget_asked(person: AbstractBaseUser) -> None:
    """What a cohort is asked to do stays with the others."""
    CohortMember.objects.filter(person_id=person.pk).delete()
    Assignment.objects.filter(person_id=person.pk).delete()


declare(
    PersonalRecord(
        name="progress",
        label=_("Courses you started and lessons you saw"),
        why=_("To show you how far you are."),
        basis=Basis.PUBLIC_TASK,
        holds=(ENROLMENTS, VIEWS),
        take=take_progress,
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="attempts",
        label=_("Quiz answers and results"),
        why=_("To mark them, to prove a pass, and to see which questions are too hard."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                Attempt,
                ("person",),
                (
                    "quiz__title",
                    "quiz__kind",
                    "started_at",
                    "submitted_at",
                    "score",
                    "total",
                    "passed",
                ),
            ),
            Held(
                AttemptItem,
                ("attempt__person",),
                (
                    *("attempt", "order", "question_version__stem"),
                    *("answer", "typed", "answered_at", "marks"),
                ),
            ),
            Held(
                CheckAnswer,
                ("person",),
                ("lesson", "question_version__stem", "answer", "marks", "answered_at", "right_at"),
            ),
            Held(
                RegradedAttempt,
                ("attempt__person",),
                (
                    *("attempt", "regrade__at", "regrade__reason", "marks_before", "marks_after"),
                    *("score_before", "score_after", "passed_before", "passed_after"),
                ),
            ),
        ),
        ending=Ending.CHANGED,
        because=_(
            "A certificate rests on them, and how hard a question is. What you wrote in your own "
            "words is deleted; choices and marks stay and name nobody."
        ),
        erase=forget_what_was_written,
    )
)
declare(
    PersonalRecord(
        name="regrades",
        label=_("Questions whose answers you had marked again"),
        why=_("So that each change of a result can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Regrade, ("by",), ("question", "at", "reason")),),
        ending=Ending.RELEASED,
    )
)
declare(
    PersonalRecord(
        name="extra_time",
        label=_("More time in quizzes"),
        why=_("Because you asked for it. The hub doesn't know the reason."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(ExtraTime, ("person",), ("percent",)),),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="certificates",
        label=_("Certificates"),
        why=_("So that whoever relies on your training can check that it took place."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                Certificate,
                ("person",),
                (
                    "course_title",
                    "person_name",
                    "code",
                    "issued_at",
                    "valid_until",
                    "revoked_at",
                    "revoked_reason",
                ),
            ),
        ),
        ending=Ending.CHANGED,
        because=_(
            "Employers rely on it. The code still confirms course and day; your name is taken off."
        ),
        erase=take_names_off,
    )
)
declare(
    PersonalRecord(
        name="certificates_revoked",
        label=_("Certificates that you revoked"),
        why=_("So that each use of this power can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(Certificate, ("revoked_by",), ("code", "revoked_at", "revoked_reason")),),
        ending=Ending.STAYS,
        because=_("Whoever held the certificate may ask why it was revoked."),
    )
)
declare(
    PersonalRecord(
        name="learning_record",
        label=_("What you wrote into your learning record"),
        why=_("So that you can show what you did to learn. Nobody else sees it."),
        basis=Basis.CONSENT,
        holds=(
            Held(
                RecordEntry,
                ("person",),
                ("day", "activity", "title", "minutes", "learned", "will_change"),
            ),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="cohorts",
        label=_("Cohorts you are in, and courses you are asked to do"),
        why=_("So that your lead can tell you what to learn by when. You choose to share marks."),
        basis=Basis.PUBLIC_TASK,
        holds=(MEMBERSHIPS, ASKED),
        take=take_asked,
        erase=forget_asked,
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="cohorts_kept",
        label=_("Cohorts you kept, people you added and courses you asked them to do"),
        why=_("So that people know who asks them."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Cohort, ("keeper",), ("name", "created_at")),
            Held(CohortMember, ("added_by",), ("cohort__name", "added_at")),
            Held(Assignment, ("by",), ("due_on", "note", "created_at")),
        ),
        ending=Ending.RELEASED,
    )
)


def purge_remarks(before: datetime.datetime) -> int:
    return delete_batch(LessonRemark.objects.filter(day__lt=timezone.localdate(before)))


declare(
    PersonalRecord(
        name="course_surveys",
        label=_("What you said about courses"),
        why=_("To see whether a course works. Reports add answers up and name nobody."),
        basis=Basis.CONSENT,
        holds=(
            Held(
                SurveyAnswer,
                ("person",),
                (
                    *("course", "cycle", "moment", "ratings", "useful", "used", "words"),
                    *("asked_at", "answered_at"),
                ),
            ),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="lesson_remarks",
        label=_("What was called unclear or wrong in lessons, without who did"),
        why=_("To mend the lesson."),
        basis=Basis.PUBLIC_TASK,
        holds=(Held(LessonRemark),),
        ending=Ending.CHANGED,
        because=_("It holds a lesson, words and a day, and no person."),
        kept="lesson_remarks",
        purge=purge_remarks,
    )
)
declare(
    PersonalRecord(
        name="catch_ups",
        label=_("Questions that you were offered after a change of law"),
        why=_("So that you learn what is different since you passed. Nobody else sees them."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(
                CatchUp,
                ("person",),
                ("offered_at", "question_version__stem", "answer", "marks", "answered_at"),
            ),
        ),
        ending=Ending.DELETED,
    )
)
declare(
    PersonalRecord(
        name="weekly_questions",
        label=_("Your weekly questions"),
        why=_("To ask each again when you are about to forget it. Nobody else sees them."),
        basis=Basis.CONSENT,
        holds=(
            Held(Refresher, ("person",), ("started_at", "told_week")),
            Held(
                RefresherItem,
                ("refresher__person",),
                ("week", "question_version__stem", "answer", "marks", "answered_at", "due_at"),
            ),
        ),
        ending=Ending.DELETED,
    )
)


def coming_workshops(person: AbstractBaseUser) -> Iterator[str]:
    for workshop in Workshop.objects.coming().given_by(person.pk):
        title = {"workshop": workshop.title}
        yield _("Give “%(workshop)s” to another trainer first, or cancel it.") % title


BOOKINGS = Held(
    Booking,
    ("person",),
    ("workshop__title", "workshop__starts_at", "seat", "asked_at", "came", "marked_at"),
)
SIGN_OFFS = Held(SignOff, ("person",), ("course__title", "is_ready", "note", "at", "taken_back_at"))


def take_workshops(person: AbstractBaseUser) -> Iterator[Row]:
    """As with courses: what is closed by now keeps its title to itself."""
    readable = readable_or_draft(CoursePage.objects.all(), reader_for(person))
    open_ids = set(readable.values_list("pk", flat=True))
    for held, course, title in (
        (BOOKINGS, "workshop__course_id", "workshop__title"),
        (SIGN_OFFS, "course_id", "course__title"),
    ):
        for row in held.rows(person).values(course, *held.shows):
            yield row | ({} if row.pop(course) in open_ids else {title: ""})


declare(
    PersonalRecord(
        name="workshops",
        label=_("Workshops you booked and came to, and what trainers signed"),
        why=_("To keep your seat, and to prove what your certificate rests on."),
        basis=Basis.PUBLIC_TASK,
        holds=(BOOKINGS, SIGN_OFFS),
        take=take_workshops,
        ending=Ending.DELETED,
        erase=erase_bookings,
    )
)
declare(
    PersonalRecord(
        name="workshops_given",
        label=_("Workshops you gave, attendance you marked and people you signed off"),
        why=_("So that people know whom they learn with, and each tick can be explained."),
        basis=Basis.PUBLIC_TASK,
        holds=(
            Held(Workshop, ("trainer",), ("title", "starts_at", "ends_at", "place")),
            Held(Booking, ("marked_by",), ("workshop__title", "marked_at")),
            Held(SignOff, ("by",), ("at", "is_ready", "note")),
            Held(SignOff, ("taken_back_by",), ("taken_back_at",)),
        ),
        ending=Ending.RELEASED,
        hand_over=coming_workshops,
    )
)
