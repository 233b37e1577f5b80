"""Many learners and their answers, made in bulk from a seed, on PostgreSQL.

Courses and questions are made as the hub makes them, or in the same rows; what people did is
written by the database itself, row by row the same for the same sizes.
"""

import random
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone

from courses.models import (
    Assignment,
    Cohort,
    CohortMember,
    CourseIndexPage,
    CoursePage,
    LessonPage,
    ModulePage,
    Question,
    QuestionVersion,
    Quiz,
    QuizQuestion,
)
from courses.questions.registry import question_type
from courses.scope import scope_of_place
from hub.access.enums import Role
from hub.access.services import grant_membership
from hub.pages.written import stream
from hub.taxonomy.enums import AreaKind
from hub.taxonomy.models import AgencyType, Area, Organisation
from hub.users.models import User
from tests.benchmarks.crowd import add_people
from tests.benchmarks.words import Writer

MODULES, LESSONS, ASKED = 2, 3, 10
# People whom one lead answers for.
LED = 2000
LEAD = "lead-of-measured@example.com"
OPTIONS = "ABCD"


@dataclass(frozen=True, slots=True)
class Sizes:
    """`answers` are those of attempts that were handed in, ten each."""

    courses: int = 200
    questions: int = 20_000
    learners: int = 50_000
    answers: int = 1_000_000


# The first quiz has a tenth of all attempts, the others share the rest.
ATTEMPTS = """
WITH people AS (
  SELECT array_agg(id ORDER BY id) AS ids FROM users_user WHERE email LIKE 'measured%%'
), quizzes AS (
  SELECT array_agg(id ORDER BY id) AS ids FROM courses_quiz WHERE title LIKE 'Measured%%'
)
INSERT INTO courses_attempt (code, person_id, quiz_id, seed, pass_mark, shuffled, reached,
  started_at, submitted_at, total, marks_possible, score, passed)
SELECT 'measured' || n, people.ids[1 + n %% cardinality(people.ids)],
  quizzes.ids[1 + CASE WHEN n < {most} THEN 0 ELSE n * 7 %% cardinality(quizzes.ids) END],
  n, 80, true, {asked} + 1, begun, begun + interval '9 minutes', {asked}, {asked}, 0, false
FROM generate_series(0, %s - 1) AS n, people, quizzes,
  LATERAL (SELECT now() - (1 + n %% 500) * interval '1 day' AS begun) AS moment
"""
# Six in ten choose what is right, which comes first of four.
ITEMS = """
INSERT INTO courses_attemptitem (attempt_id, "order", question_version_id, must_pass, answer,
  answered_at, marks, {columns})
SELECT attempt.id, place, question.current_id, false,
  jsonb_build_array(version.data->'options'->chosen->>'id'),
  attempt.started_at + place * interval '40 seconds', (chosen = 0)::integer, {values}
FROM courses_attempt attempt
JOIN LATERAL (
  SELECT question_id, row_number() OVER (ORDER BY sort_order) AS place
  FROM courses_quizquestion WHERE quiz_id = attempt.quiz_id
) AS asked ON true
JOIN courses_question question ON question.id = asked.question_id
JOIN courses_questionversion version ON version.id = question.current_id,
LATERAL (SELECT greatest(0, (hashint8(attempt.id * 31 + place) & 15) - 9) / 2 AS chosen) AS choice
WHERE attempt.code LIKE 'measured%%'
"""
SCORES = """
UPDATE courses_attempt attempt SET score = sums.marks, passed = sums.marks * 100 >= 80 * {asked}
FROM (SELECT attempt_id, sum(marks) AS marks FROM courses_attemptitem GROUP BY attempt_id) AS sums
WHERE sums.attempt_id = attempt.id AND attempt.code LIKE 'measured%%'
"""
ENROLMENTS = """
INSERT INTO courses_enrolment (person_id, course_id, created_at)
SELECT person_id, course_id, min(started_at) FROM courses_attempt attempt
JOIN courses_quiz quiz ON quiz.id = attempt.quiz_id GROUP BY person_id, course_id
"""
VIEWS = """
INSERT INTO courses_lessonview (person_id, lesson_id, first_viewed_at, last_viewed_at, completed_at)
SELECT enrolment.person_id, lesson.page_id, enrolment.created_at, enrolment.created_at,
  enrolment.created_at
FROM courses_enrolment enrolment
JOIN (
  SELECT lesson.page_ptr_id AS page_id, course.id AS course_id
  FROM courses_lessonpage lesson JOIN wagtailcore_page page ON page.id = lesson.page_ptr_id
  JOIN wagtailcore_page course
    ON page.path LIKE course.path || '%%' AND course.depth = page.depth - 2
) AS lesson ON lesson.course_id = enrolment.course_id
"""
# Whoever passed holds a certificate, but for those who are going to sit their quiz again.
CERTIFICATES = """
INSERT INTO courses_certificate (code, person_id, course_id, attempt_id, person_name, course_title,
  issued_at, valid_until, revoked_reason)
SELECT attempt.code, attempt.person_id, quiz.course_id, attempt.id, 'A person', 'A course',
  attempt.submitted_at, (attempt.submitted_at + interval '24 months')::date, ''
FROM courses_attempt attempt JOIN courses_quiz quiz ON quiz.id = attempt.quiz_id
WHERE attempt.code LIKE 'measured%%' AND attempt.passed AND attempt.person_id NOT IN (
  SELECT id FROM users_user WHERE email LIKE 'measured%%' ORDER BY id LIMIT 100
)
"""
# The first people, of one area and ten organisations.
PLACES = """
INSERT INTO access_membership (person_id, role, organisation_id, starts_on)
SELECT people.id, 'practitioner', organisations.ids[1 + people.id %% 10], current_date
FROM (
  SELECT id FROM users_user WHERE email LIKE 'measured%%' ORDER BY id LIMIT %s
) AS people, (
  SELECT array_agg(id ORDER BY id) AS ids FROM taxonomy_organisation WHERE slug LIKE 'measured%%'
) AS organisations
"""


def make(sizes: Sizes, seed: int = 1) -> None:
    """A few minutes. Raises nothing where it is asked for nothing."""
    writer = Writer(random.Random(seed))
    courses = [add_course(writer, number) for number in range(sizes.courses)]
    each = sizes.questions // sizes.courses
    for course in courses:
        add_quiz(course, add_questions(writer, course, each))
    add_people(sizes.learners)
    area = add_organisations()
    attempts = sizes.answers // ASKED
    with connection.cursor() as cursor:
        cursor.execute(ATTEMPTS.format(asked=ASKED, most=attempts // 10), [attempts])
        cursor.execute(ITEMS.format(**typed_columns()), [])
        for statement in (SCORES.format(asked=ASKED), CERTIFICATES, ENROLMENTS, VIEWS):
            cursor.execute(statement, [])
        cursor.execute(PLACES, [LED])
        add_lead(area, courses)
        cursor.execute("ANALYZE")


def typed_columns() -> dict[str, str]:
    """What stands in a row for an answer that waits to be handed in: nothing."""
    return {"columns": "stamp", "values": "''"}


def add_course(writer: Writer, number: int) -> CoursePage:
    name = f"measured-{number}"
    course = CoursePage(
        title=writer.title(6),
        slug=name,
        summary=writer.text(1, 2),
        outcomes=stream(name, [("outcome", writer.title(8)) for _ in range(3)]),
        minutes=90,
        validity_months=24,
    )
    CourseIndexPage.objects.get().add_child(instance=course)
    for place in range(MODULES):
        module = ModulePage(title=writer.title(5), slug=f"module-{place}")
        course.add_child(instance=module)
        for lesson in range(LESSONS):
            text = "".join(f"<p>{writer.text(4, 8)}</p>" for _ in range(6))
            page = LessonPage(
                title=writer.title(6),
                slug=f"lesson-{lesson}",
                summary=writer.sentence(),
                body=stream(f"{name}-{place}-{lesson}", [("paragraph", text)]),
            )
            module.add_child(instance=page)
    return course


def add_questions(writer: Writer, course: CoursePage, number: int) -> list[Question]:
    lessons = list(LessonPage.objects.below([course]))
    locale = course.locale
    made = Question.objects.bulk_create(
        Question(lesson=lessons[place % len(lessons)], locale=locale) for place in range(number)
    )
    kind = question_type("single_choice")
    written = [
        {
            "options": [
                {"text": f"{letter}. {writer.title(8)}", "right": letter == "A"}
                for letter in OPTIONS
            ]
        }
        for _ in made
    ]
    versions = QuestionVersion.objects.bulk_create(
        QuestionVersion(
            question=question,
            number=1,
            kind=kind.name,
            stem=f"{writer.title(14)}?",
            data=kind.data_from_editor(words),
            explanation=writer.sentence(),
        )
        for question, words in zip(made, written, strict=True)
    )
    for question, version in zip(made, versions, strict=True):
        question.current = version
    Question.objects.bulk_update(made, ["current"], batch_size=1000)
    return made


def add_quiz(course: CoursePage, questions: list[Question]) -> Quiz:
    """It asks the first ten of the course's questions."""
    quiz = Quiz.objects.create(course=course, title=f"Measured {course.pk}", attempts_allowed=None)
    QuizQuestion.objects.bulk_create(
        QuizQuestion(quiz=quiz, question=question, sort_order=place)
        for place, question in enumerate(questions[:ASKED])
    )
    return quiz


def add_organisations() -> Area:
    area = Area.objects.create(name="Measured", slug="measured", kind=AreaKind.PARTNERSHIP)
    agencies = list(AgencyType.objects.all())
    Organisation.objects.bulk_create(
        Organisation(
            name=f"Measured {n}",
            slug=f"measured-{n}",
            area=area,
            agency_type=agencies[n % len(agencies)],
        )
        for n in range(10)
    )
    return area


def add_lead(area: Area, courses: list[CoursePage]) -> User:
    """With a cohort of everybody, who are asked to do a course."""
    lead = User.objects.create(email=LEAD, name="A lead", password=make_password(None))
    grant_membership(person=lead, role=Role.LEAD, area=area)
    cohort = Cohort.objects.create(name="Measured", area=area, keeper=lead)
    people = scope_of_place(area, None).people().values_list("pk", flat=True)
    CohortMember.objects.bulk_create(CohortMember(cohort=cohort, person_id=pk) for pk in people)
    Assignment.objects.create(cohort=cohort, course=courses[0], due_on=timezone.localdate())
    return lead
