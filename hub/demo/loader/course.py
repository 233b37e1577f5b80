"""Courses with their modules, lessons and quiz."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Page

from courses.enums import Completion, Difficulty, Level
from courses.models import (
    CourseIndexPage,
    CoursePage,
    LessonPage,
    LessonQuestion,
    ModulePage,
    PathwayPage,
    PathwayStep,
    QuestionVersion,
    Quiz,
)
from courses.questions.registry import question_type
from courses.services.questions import save_question
from courses.services.quizzes import make_practice, make_quiz
from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.demo.loader.content import Fact, folder, read
from hub.demo.loader.local import close
from hub.demo.loader.pages import Shelf
from hub.pages.written import stream

QUESTION_KINDS = {
    "single": "single_choice",
    "multiple": "multiple_choice",
    "true_false": "true_false",
}
SAMPLER_READERS = (Role.TRAINER, Role.AUTHOR, Role.ADMINISTRATOR)


def load_courses(shelf: Shelf) -> None:
    for fact in folder("courses"):
        load_course(shelf, fact)


def load_course(shelf: Shelf, fact: Fact) -> CoursePage:
    course = shelf.ensure(CourseIndexPage.objects.get(), course_page(fact), fact)
    for module in fact["modules"]:
        load_module(shelf, course, module, tags_of(fact))
    return course


def load_sampler(shelf: Shelf) -> None:
    """Closed in the transaction that makes it."""
    fact = read("sampler")
    if fact["id"] not in shelf.pages:
        readers = [group_for_role(role, str(role.label)) for role in SAMPLER_READERS]
        close(load_course(shelf, fact), *readers)


def load_pathways(shelf: Shelf) -> None:
    for fact in read("pathways")["pathways"]:
        if fact["id"] in shelf.pages:
            continue
        pathway = PathwayPage(
            title=fact["title"], summary=fact["summary"], audience_text=fact["audience_text"]
        )
        pathway.steps = [
            PathwayStep(course=shelf.pages[course], sort_order=place)
            for place, course in enumerate(fact["courses"])
        ]
        shelf.ensure(CourseIndexPage.objects.get(), pathway, fact)


def tags_of(fact: Fact) -> Fact:
    """A lesson is for the same people and places, on the same themes, as its course."""
    return {name: fact[name] for name in ("themes", "audiences", "nations")}


def course_page(fact: Fact) -> CoursePage:
    return CoursePage(
        title=fact["title"],
        summary=fact["summary"].strip(),
        outcomes=outcomes(fact),
        audience_text=fact["audience_text"],
        minutes=fact["minutes"],
        level=Level(fact["level"]),
        validity_months=fact["validity_months"],
        support_text=fact["support_text"].strip(),
    )


def outcomes(fact: Fact) -> str:
    return stream(fact["id"], [("outcome", text) for text in fact["outcomes"]])


def load_module(shelf: Shelf, course: Page, fact: Fact, tags: Fact) -> None:
    module = ModulePage.objects.filter(fact_id=fact["id"]).first()
    if module is None:
        module = ModulePage(title=fact["title"], slug=fact["slug"], summary=fact["summary"])
        module.fact_id = fact["id"]
        course.add_child(instance=module)
    for lesson in fact["lessons"]:
        shelf.ensure(module, lesson_page(lesson), {**lesson, **tags})


def lesson_page(fact: Fact) -> LessonPage:
    return LessonPage(
        title=fact["title"],
        summary=fact["summary"].strip(),
        minutes=fact["minutes"],
        outcomes=outcomes(fact),
        content_note=fact["content_note"] or "",
        done_when=Completion(fact.get("done_when", Completion.MARKED)),
    )


def load_quizzes(shelf: Shelf) -> None:
    """Questions and quizzes of each course without. Comes after all pages, which they cite."""
    for fact in (*folder("courses"), read("sampler")):
        course = shelf.pages[fact["id"]]
        for lesson in (lesson for module in fact["modules"] for lesson in module["lessons"]):
            load_checks(shelf, lesson)
        if not course.quizzes.final().exists():
            load_quiz(shelf, course, fact["quiz"])
        if "practice" in fact and not course.quizzes.practice().exists():
            load_practice_quiz(shelf, course, fact["practice"])


def load_checks(shelf: Shelf, fact: Fact) -> None:
    """The questions at the end of a lesson that has none yet."""
    lesson = shelf.pages[fact["id"]]
    if not LessonQuestion.objects.filter(lesson=lesson).exists():
        LessonQuestion.objects.bulk_create(
            LessonQuestion(
                lesson=lesson, question=load_question(shelf, item).question, sort_order=place
            )
            for place, item in enumerate(fact.get("checks", ()))
        )


def load_quiz(shelf: Shelf, course: CoursePage, fact: Fact) -> Quiz:
    versions = [load_question(shelf, item) for item in fact["questions"]]
    return make_quiz(
        course=course,
        questions=[version.question for version in versions],
        title=fact["title"],
        pass_mark=fact["pass_mark"],
        attempts_allowed=fact["attempts"],
        minutes=fact["minutes"],
    )


def load_practice_quiz(shelf: Shelf, course: CoursePage, fact: Fact) -> Quiz:
    versions = [load_question(shelf, item) for item in fact["questions"]]
    questions = [version.question for version in versions]
    return make_practice(
        course=course, questions=questions, title=fact["title"], minutes=fact["minutes"]
    )


def load_question(shelf: Shelf, fact: Fact) -> QuestionVersion:
    """Raises KeyError where what makes the answer right has no page."""
    kind, written = written_of(fact)
    return save_question(
        fact_id=fact["id"],
        kind=kind,
        stem=written["stem"],
        written=written,
        explanation=fact["explanation"],
        hint=fact.get("hint", ""),
        lesson=shelf.pages[fact["lesson"]],
        outcome=fact.get("outcome", ""),
        difficulty=fact.get("difficulty", Difficulty.USUAL),
        cites=[shelf.pages[fact["cites"]]],
    )


def written_of(fact: Fact) -> tuple[str, Mapping[str, Any]]:
    """The type and what an editor would enter: the fact's own words, or a worked example."""
    if "example" in fact:
        return fact["example"], question_type(fact["example"]).examples[0].written
    return QUESTION_KINDS[fact["kind"]], fact
