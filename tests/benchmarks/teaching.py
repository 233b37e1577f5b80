"""Courses with modules, lessons and a quiz each, and people on their way through them."""

from courses.enums import Level
from courses.models import (
    Attempt,
    CourseIndexPage,
    CoursePage,
    Enrolment,
    LessonPage,
    LessonView,
    ModulePage,
)
from courses.services.attempts import save_answer, start_attempt
from courses.services.lessons import complete_lesson, enrol
from courses.services.questions import save_question
from courses.services.quizzes import make_quiz
from hub.access.readers import reader_for
from hub.pages.written import stream
from hub.users.models import User
from tests.benchmarks.knowledge import Library, body
from tests.benchmarks.sizes import Sizes

COURSES_OF_A_PERSON = 3
ANSWERED = 2


def add_courses(library: Library, sizes: Sizes) -> list[CoursePage]:
    index = CourseIndexPage.objects.get()
    wanted = range(sizes.courses - CoursePage.objects.count())
    return [add_course(library, index, sizes, number) for number in wanted]


def add_course(library: Library, index: CourseIndexPage, sizes: Sizes, number: int) -> CoursePage:
    writer, name = library.writer, f"measured-course-{number}"
    page = CoursePage(
        title=writer.title(6),
        summary=writer.text(1, 2),
        outcomes=stream(name, [("outcome", writer.title(8)) for _ in range(3)]),
        audience_text=writer.sentence(),
        minutes=90,
        level=Level.INTRODUCTION,
        validity_months=24,
    )
    course = library.publish(index, page, name)
    for place in range(sizes.modules):
        module = ModulePage(title=writer.title(5), slug=f"module-{place}")
        course.add_child(instance=module)
        for lesson in range(sizes.lessons):
            add_lesson(library, module, f"lesson-{lesson}")
    add_quiz(library, course, sizes)
    return course


def add_lesson(library: Library, module: ModulePage, name: str) -> None:
    page = LessonPage(
        title=library.writer.title(6),
        summary=library.writer.sentence(),
        body=stream(f"{module.pk}-{name}", body(library)),
    )
    library.publish(module, page, name)


def add_quiz(library: Library, course: CoursePage, sizes: Sizes) -> None:
    writer = library.writer
    lessons = list(LessonPage.objects.below([course]))
    versions = [
        save_question(
            kind="single_choice",
            stem=f"{writer.title(14)}?",
            written={
                "options": [
                    {"text": f"{option}. {writer.title(8)}", "right": option == "A"}
                    for option in "ABCD"
                ]
            },
            explanation=writer.sentence(),
            lesson=lessons[place % len(lessons)],
            cites=writer.some(library.citable, 2),
        )
        for place in range(sizes.questions)
    ]
    questions = [version.question for version in versions]
    make_quiz(course=course, questions=questions, title=writer.title(5))


def add_learners(library: Library, people: list[User], courses: list[CoursePage]) -> None:
    """Everybody has started a few courses and finished some of their lessons."""
    lessons = {course.pk: list(LessonPage.objects.below([course])) for course in courses}
    enrolments, views = [], []
    for person in people:
        chosen = library.chance.sample(courses, min(COURSES_OF_A_PERSON, len(courses)))
        for course in chosen:
            enrolments.append(Enrolment(person=person, course=course))
            done = library.writer.some(lessons[course.pk], len(lessons[course.pk]))
            views += [LessonView(person=person, lesson=lesson) for lesson in done]
    Enrolment.objects.bulk_create(enrolments)
    LessonView.objects.bulk_create(views)


def sit_quiz(person: User, course: CoursePage) -> Attempt:
    """An attempt under way, two of its questions answered."""
    enrol(person_id=person.pk, course=course)
    for lesson in LessonPage.objects.below([course]):
        complete_lesson(person_id=person.pk, lesson=lesson)
    attempt = start_attempt(reader=reader_for(person), quiz=course.final_quiz())
    for item in attempt.items.select_related("question_version")[:ANSWERED]:
        first = item.question_version.data["options"][0]["id"]
        save_answer(attempt=attempt, order=item.order, answer=[first])
    return Attempt.objects.get(pk=attempt.pk)
