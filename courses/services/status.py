"""The one place that says what is done. Every screen, list and service asks here."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from django.utils import timezone

from courses.enums import State
from courses.models import (
    Attempt,
    Booking,
    Certificate,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonView,
    ModulePage,
    Prerequisite,
    Quiz,
    SignOff,
)
from courses.services.conditions import Evidence, conditions_of
from courses.services.progress import (
    Action,
    Asked,
    Condition,
    CourseStatus,
    LessonStatus,
    ModuleStatus,
    Needed,
    QuizStatus,
    Step,
    runs_out_soon,
    standing_certificate,
)
from hub.access.pages import readable_pages
from hub.access.readers import Reader
from hub.pages.body import without_texts


def course_status(reader: Reader, course: CoursePage) -> CourseStatus:
    """How far one reader is in one course. Costs what `course_statuses` costs."""
    return course_statuses(reader, [course])[course.pk]


def course_statuses(reader: Reader, courses: Sequence[CoursePage]) -> dict[int, CourseStatus]:
    """By the course's id. Eleven queries for any number of courses, seven when signed out.

    One more each where a course asks for attendance or a trainer's sign-off.

    Twice as many where a quiz waits for another course.

    Only what the reader may see counts: a lesson closed to them is not asked of them.
    """
    records = Records(reader, courses)
    needed = needed_courses(reader, records.waiting)
    first = {course.pk: course for some in needed.values() for course in some}
    before = Records(reader, list(first.values())) if first else records
    return {
        course.pk: records.status(
            course, [Needed(one, before.status(one).state) for one in needed[course.pk]]
        )
        for course in courses
    }


def needed_courses(reader: Reader, courses: Sequence[CoursePage]) -> dict[int, list[CoursePage]]:
    """By a course's id, what comes first and is open to the reader. Two queries, none for none."""
    found: dict[int, list[CoursePage]] = defaultdict(list)
    if courses:
        rows = list(Prerequisite.objects.filter(course__in=courses).order_by("sort_order"))
        wanted = CoursePage.objects.filter(pk__in=[row.needs_id for row in rows])
        by_id = {course.pk: course for course in readable_pages(wanted, reader)}
        for row in rows:
            found[row.course_id] += [by_id[row.needs_id]] if row.needs_id in by_id else []
    return found


class Records:
    """Everything that the statuses of some courses rest on, fetched once."""

    def __init__(self, reader: Reader, courses: Sequence[CoursePage]) -> None:
        modules = readable_pages(ModulePage.objects.below(courses), reader)
        lessons = readable_pages(LessonPage.objects.below(courses), reader)
        self.modules = list(without_texts(modules.select_related("locale")))
        self.lessons = list(without_texts(lessons.select_related("locale")))
        quizzes = Quiz.objects.filter(course__in=courses).knowing_whether_they_wait()
        self.quizzes = {quiz.course_id: quiz for quiz in quizzes if quiz.is_final}
        self.practice = [quiz for quiz in quizzes if not quiz.is_final]
        self.enrolled: set[int] = set()
        self.views: dict[int, LessonView] = {}
        self.attempts: dict[int, list[Attempt]] = defaultdict(list)
        self.certificates: dict[int, list[Certificate]] = defaultdict(list)
        self.bookings: dict[int, list[Booking]] = defaultdict(list)
        self.sign_offs: dict[int, list[SignOff]] = defaultdict(list)
        if reader.is_signed_in:
            self.fetch_person(reader.user_id, courses)
        self.waiting = [
            course
            for course in courses
            if course.pk in self.quizzes and self.quizzes[course.pk].waits
        ]

    def fetch_person(self, person_id: int | None, courses: Sequence[CoursePage]) -> None:
        enrolments = Enrolment.objects.of(person_id).filter(course__in=courses)
        self.enrolled = set(enrolments.values_list("course_id", flat=True))
        views = LessonView.objects.of(person_id).filter(lesson__in=self.lessons)
        self.views = {view.lesson_id: view for view in views}
        asked = [*self.quizzes.values(), *self.practice]
        attempts = Attempt.objects.of(person_id).filter(quiz__in=asked)
        for attempt in attempts.order_by("started_at"):
            self.attempts[attempt.quiz_id].append(attempt)
        certificates = Certificate.objects.of(person_id).filter(course__in=courses)
        for certificate in certificates.order_by("issued_at"):
            self.certificates[certificate.course_id].append(certificate)
        self.fetch_evidence(person_id, courses)

    def fetch_evidence(self, person_id: int | None, courses: Sequence[CoursePage]) -> None:
        """What trainers said. No query where no course asks."""
        if attended := [course for course in courses if course.needs_attendance]:
            bookings = Booking.objects.of(person_id).filter(workshop__course__in=attended)
            for booking in bookings.select_related("workshop").order_by("workshop__starts_at"):
                self.bookings[booking.workshop.course_id].append(booking)
        if signed := [course for course in courses if course.needs_sign_off]:
            sign_offs = SignOff.objects.of(person_id).standing().filter(course__in=signed)
            for sign_off in sign_offs.order_by("at", "pk"):
                self.sign_offs[sign_off.course_id].append(sign_off)

    def status(self, course: CoursePage, needs: Sequence[Needed] = ()) -> CourseStatus:
        modules = tuple(self.module_statuses(course))
        quiz = self.quiz_status(course)
        lessons = [lesson for module in modules for lesson in module.lessons]
        enrolled = course.pk in self.enrolled
        conditions = self.conditions(course)
        state = state_of(enrolled, [item.state for item in lessons], quiz, conditions)
        return CourseStatus(
            course=course,
            state=state,
            rounds=len(self.certificates[course.pk]),
            finished_at=self.finished_at(course, lessons) if state is State.DONE else None,
            enrolled=enrolled,
            modules=modules,
            quiz=quiz,
            practice=tuple(self.practice_statuses(course)),
            certificate=standing_certificate(self.certificates[course.pk]),
            next_step=self.next_step(enrolled, lessons, quiz, needs, conditions),
            needs=tuple(needs),
            conditions=conditions,
        )

    def conditions(self, course: CoursePage) -> tuple[Condition, ...]:
        return conditions_of(
            course,
            Evidence(
                bookings=self.bookings[course.pk],
                sign_offs=self.sign_offs[course.pk],
                issued=self.certificates[course.pk],
            ),
        )

    def module_statuses(self, course: CoursePage) -> Iterable[ModuleStatus]:
        for module in self.modules:
            if module.path.startswith(course.path):
                yield ModuleStatus(
                    module,
                    tuple(
                        LessonStatus(lesson, self.lesson_state(lesson))
                        for lesson in self.lessons
                        if lesson.path.startswith(module.path)
                    ),
                )

    def lesson_state(self, lesson: LessonPage) -> State:
        view = self.views.get(lesson.pk)
        return State.TO_DO if view is None else lesson_state(view.completed_at)

    def finished_at(
        self, course: CoursePage, lessons: Sequence[LessonStatus]
    ) -> datetime.datetime | None:
        """Of a course that is done: when it was certified, or its last lesson done."""
        certificate = standing_certificate(self.certificates[course.pk])
        if certificate:
            return certificate.issued_at
        views = [self.views[item.lesson.pk] for item in lessons if item.lesson.pk in self.views]
        return max((view.completed_at for view in views if view.completed_at), default=None)

    def quiz_status(self, course: CoursePage) -> QuizStatus | None:
        quiz = self.quizzes.get(course.pk)
        if quiz is None:
            return None
        return quiz_status(quiz, self.attempts[quiz.pk], self.certificates[course.pk])

    def practice_statuses(self, course: CoursePage) -> Iterable[QuizStatus]:
        for quiz in self.practice:
            if quiz.course_id == course.pk:
                yield practice_status(quiz, self.attempts[quiz.pk])

    def next_step(
        self,
        enrolled: bool,
        lessons: Sequence[LessonStatus],
        quiz: QuizStatus | None,
        needs: Sequence[Needed],
        conditions: Sequence[Condition],
    ) -> Step:
        """One answer to "what now?": start, the attempt under way, a lesson, the quiz, or look.

        Where a workshop is left to book, that.

        Where the quiz waits for another course, that one.
        """
        waits_for = [needed.course for needed in needs if needed.state is not State.DONE]
        missing = [item.lesson for item in lessons if item.state is not State.DONE]
        if not enrolled:
            return Step(Action.START)
        if quiz and quiz.open:
            return Step(Action.ATTEMPT, attempt=quiz.open)
        if quiz and quiz.is_over:
            return last_step(lessons, conditions)
        if missing:
            return Step(Action.LESSON, lesson=self.where_they_were(missing))
        if quiz and waits_for:
            return Step(Action.FIRST, course=waits_for[0])
        if quiz and quiz.may_start:
            return Step(Action.QUIZ)
        return last_step(lessons, conditions)

    def where_they_were(self, missing: Sequence[LessonPage]) -> LessonPage:
        """The unfinished lesson that was open last, else the first."""
        begun = [lesson for lesson in missing if lesson.pk in self.views]
        if not begun:
            return missing[0]
        return max(begun, key=lambda lesson: self.views[lesson.pk].last_viewed_at)


def lesson_state(completed: datetime.datetime | bool | None) -> State:
    """Of a lesson that somebody opened, by when or whether it was completed."""
    return State.DONE if completed else State.DOING


def quiz_status(
    quiz: Quiz, attempts: Sequence[Attempt], certificates: Sequence[Certificate]
) -> QuizStatus:
    """Of one person's attempts and certificates, oldest first.

    A certificate ends a round of attempts; the next one may begin shortly before it ends.
    """
    current = [
        attempt
        for attempt in attempts
        if not certificates or attempt.started_at > certificates[-1].issued_at
    ]
    submitted = [attempt for attempt in current if not attempt.is_open]
    still_open = next((attempt for attempt in current if attempt.is_open), None)
    standing = standing_certificate(certificates)
    used = len(current)
    certified = standing is not None and standing.is_valid()
    # Passed, and the certificate waits for something else.
    passed = any(attempt.passed for attempt in submitted)
    return QuizStatus(
        quiz=quiz,
        state=quiz_state(certified or passed, still_open, submitted),
        used=used,
        left=attempts_left(quiz, used),
        open=still_open,
        last=submitted[-1] if submitted else None,
        again_at=again_at(quiz, submitted),
        may_renew=certified and not passed and runs_out_soon(standing),
    )


def practice_status(quiz: Quiz, attempts: Sequence[Attempt]) -> QuizStatus:
    """Of one person's attempts, oldest first. It ends with no certificate and is never failed."""
    submitted = [attempt for attempt in attempts if not attempt.is_open]
    still_open = next((attempt for attempt in attempts if attempt.is_open), None)
    return QuizStatus(
        quiz=quiz,
        state=quiz_state(bool(submitted), still_open, submitted),
        used=len(attempts),
        left=attempts_left(quiz, len(attempts)),
        open=still_open,
        last=submitted[-1] if submitted else None,
        again_at=again_at(quiz, submitted),
        best=max(submitted, key=share_of_marks, default=None),
    )


def share_of_marks(attempt: Attempt) -> Fraction:
    return Fraction(attempt.score or 0) / attempt.marks_possible


def attempts_left(quiz: Quiz, used: int) -> int | None:
    return None if quiz.attempts_allowed is None else max(quiz.attempts_allowed - used, 0)


def again_at(quiz: Quiz, submitted: Sequence[Attempt]) -> datetime.datetime | None:
    """When the pause after the last attempt ends; None when it is over, or there is none."""
    if not submitted or not submitted[-1].submitted_at:
        return None
    end = submitted[-1].submitted_at + datetime.timedelta(hours=quiz.hours_between)
    return end if end > timezone.now() else None


def review(lessons: Sequence[LessonStatus]) -> Step:
    return Step(Action.REVIEW, lessons[0].lesson) if lessons else Step(Action.NOTHING)


def last_step(lessons: Sequence[LessonStatus], conditions: Sequence[Condition]) -> Step:
    to_book = (State.TO_DO, State.FAILED)
    if any(item.asks is Asked.ATTENDANCE and item.state in to_book for item in conditions):
        return Step(Action.WORKSHOP)
    return review(lessons)


def quiz_state(done: bool, still_open: Attempt | None, submitted: list[Attempt]) -> State:
    if done:
        return State.DONE
    if still_open:
        return State.DOING
    return State.FAILED if submitted else State.TO_DO


def state_of(
    enrolled: bool,
    lessons: Sequence[State],
    quiz: QuizStatus | None,
    conditions: Sequence[Condition] = (),
) -> State:
    """A course with a final quiz is done when that is; one without, when its lessons are.

    And when whatever else it asks for is there: it may ask for a workshop alone.
    """
    if quiz and quiz.state is State.FAILED and quiz.left == 0:
        return State.FAILED
    asked = [*([quiz.state] if quiz else lessons), *(item.state for item in conditions)]
    if asked and all(state is State.DONE for state in asked):
        return State.DONE
    return State.DOING if enrolled else State.TO_DO
