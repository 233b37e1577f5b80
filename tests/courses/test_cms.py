"""Trainers write questions and quizzes in the CMS."""

import pytest
from django.test import Client
from wagtail.models import Revision
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    querydict_from_html,
    streamfield,
)

from courses.models import CoursePage, LessonPage, LessonQuestion, Prerequisite, Question, Quiz
from courses.services.lessons import enrol
from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.courses import (
    course_with_quiz,
    lessons_of,
    make_course,
    make_question,
    practice_of,
    practise,
    sit_quiz,
)
from tests.factories.people import (
    AreaFactory,
    UserFactory,
    sign_in,
    with_authenticator,
    with_role,
)

pytestmark = pytest.mark.django_db

QUESTIONS = "/cms/snippets/courses/question/"
QUIZZES = "/cms/snippets/courses/quiz/"


def staff(client: Client, role: Role) -> Client:
    return sign_in(client, with_role(with_authenticator(UserFactory()), role), mfa=True)


@pytest.fixture
def trainer(client: Client) -> Client:
    return staff(client, Role.TRAINER)


def question_form(stem: str = "What now?", right: str = "Share it") -> dict[str, object]:
    """What the editor posts for a question with two answers."""
    options = [
        {"text": text, "right": "on" if text == right else "", "feedback": f"On {text}"}
        for text in ("Share it", "Keep it")
    ]
    listed = {"count": str(len(options))}
    for place, option in enumerate(options):
        value = {name: item for name, item in option.items() if item}
        listed[str(place)] = {"deleted": "", "order": str(place), "type": "item", "value": value}
    words = {"stem": stem, "options": listed, "explanation": "Because."}
    return nested_form_data(
        {
            "words": streamfield([("single_choice", words)]),
            "lesson": "",
            "cites": streamfield([]),
            "difficulty": "2",
        }
    )


def test_the_form_offers_every_type(trainer: Client) -> None:
    page = trainer.get(f"{QUESTIONS}add/").content.decode()
    assert "One right answer" in page
    assert "Several right answers" in page
    assert "True or false" in page


def test_a_new_question_gets_its_first_version(trainer: Client) -> None:
    trainer.post(f"{QUESTIONS}add/", question_form())
    version = Question.objects.get().current
    assert (version.stem, version.number, version.kind) == ("What now?", 1, "single_choice")


def test_an_edit_makes_a_version_and_changes_no_past_attempt(trainer: Client) -> None:
    attempt = sit_quiz(UserFactory(), course_with_quiz(questions=1), right=1)
    question = Question.objects.get()
    trainer.post(f"{QUESTIONS}edit/{question.pk}/", question_form("Edited?"))
    question.refresh_from_db()
    assert (question.current.number, question.current.stem) == (2, "Edited?")
    assert attempt.items.get().question_version.stem == "Question 0"


def test_the_form_shows_the_words_there_are(trainer: Client) -> None:
    question = make_question("A stem to find?")
    assert "A stem to find?" in trainer.get(f"{QUESTIONS}edit/{question.pk}/").content.decode()


def test_a_question_without_a_right_answer_comes_back_with_its_words(trainer: Client) -> None:
    page = trainer.post(f"{QUESTIONS}add/", question_form("Kept stem?", right="")).content.decode()
    assert "Mark one answer as right." in page
    assert "Kept stem?" in page
    assert not Question.objects.exists()


def test_the_list_of_questions_opens(trainer: Client) -> None:
    make_question("A listed stem?")
    assert "A listed stem?" in trainer.get(QUESTIONS).content.decode()


def quiz_form(course: CoursePage, question: Question) -> dict[str, object]:
    return nested_form_data(
        {
            "title": "New quiz",
            "kind": "final",
            "course": course.pk,
            "pass_mark": 70,
            "attempts_allowed": 2,
            "minutes": 10,
            "shuffle": "on",
            "hours_between": 0,
            "feedback": "at_end",
            "draws": inline_formset([]),
            "places": inline_formset([{"question": question.pk}]),
        }
    )


def test_a_trainer_puts_a_quiz_together(trainer: Client) -> None:
    course, question = make_course(), make_question()
    trainer.post(f"{QUIZZES}add/", quiz_form(course, question))
    quiz = Quiz.objects.get(course=course)
    assert [place.question for place in quiz.places.all()] == [question]


def test_a_course_has_one_final_quiz_and_practice_beside_it(trainer: Client) -> None:
    course = course_with_quiz(questions=1)
    form = quiz_form(course, make_question())
    said = trainer.post(f"{QUIZZES}add/", form).content.decode()
    assert "has its final quiz already. Make this one practice" in said
    assert "New quiz" in said
    trainer.post(f"{QUIZZES}add/", form | {"kind": "formative"})
    assert [quiz.title for quiz in course.quizzes.practice()] == ["New quiz"]


def test_the_form_of_practice_starts_with_what_suits_it(trainer: Client) -> None:
    page = trainer.get(f"{QUIZZES}add/?kind=formative")
    assert f"{QUIZZES}add/?kind=formative" in trainer.get(QUIZZES).content.decode()
    form = page.context["form"]
    shown = [form[name].value() for name in ("kind", "feedback", "attempts_allowed")]
    assert shown == ["formative", "at_once", None]


def test_the_list_of_quizzes_says_of_which_kind_each_is(trainer: Client) -> None:
    practice_of(course_with_quiz(questions=1))
    page = trainer.get(QUIZZES).content.decode()
    assert "Final quiz" in page
    assert "Practice quiz" in page


@pytest.mark.parametrize("started", [True, False])
def test_what_people_have_taken_keeps_its_kind(trainer: Client, started: bool) -> None:
    course = make_course(1)
    practice = practice_of(course)
    if started:
        practise(UserFactory(), practice, right=0)
    trainer.post(f"{QUIZZES}edit/{practice.pk}/", quiz_form(course, make_question()))
    practice.refresh_from_db()
    assert practice.kind == ("formative" if started else "final")


def test_what_people_have_taken_keeps_its_course(trainer: Client) -> None:
    course, other = course_with_quiz(questions=1), make_course(1)
    sit_quiz(UserFactory(), course, right=0)
    address = f"{QUIZZES}edit/{course.final_quiz().pk}/"
    said = trainer.post(address, quiz_form(other, make_question())).content.decode()
    assert "this can&#x27;t change" in said or "this can't change" in said
    assert other.final_quiz() is None


def test_a_quiz_takes_in_no_question_that_is_closed_to_its_author(trainer: Client) -> None:
    closed = course_with_quiz(questions=1)
    question = Quiz.objects.get(course=closed).places.get().question
    pages.restrict(closed, group_for_area(AreaFactory()))
    trainer.post(f"{QUIZZES}add/", quiz_form(make_course(), question))
    assert Quiz.objects.count() == 1


def test_a_question_rests_on_no_page_that_is_closed_to_its_author(trainer: Client) -> None:
    closed = pages.guidance()
    pages.restrict(closed, group_for_area(AreaFactory()))
    cites = streamfield([("link", {"page": str(closed.pk), "note": ""})])
    answer = trainer.post(f"{QUESTIONS}add/", question_form() | nested_form_data({"cites": cites}))
    assert "cites" in answer.context["form"].errors
    assert not Question.objects.exists()


def test_nobody_writes_a_quiz_for_a_course_that_is_closed_to_them(trainer: Client) -> None:
    closed = make_course()
    pages.restrict(closed, group_for_area(AreaFactory()))
    trainer.post(f"{QUIZZES}add/", quiz_form(closed, make_question()))
    assert not Quiz.objects.exists()


@pytest.mark.parametrize("address", [QUESTIONS, f"{QUESTIONS}add/", f"{QUIZZES}add/"])
def test_a_reviewer_does_not_write_questions(client: Client, address: str) -> None:
    assert staff(client, Role.REVIEWER).get(address).status_code in {302, 403, 404}


@pytest.mark.parametrize("address", [QUESTIONS, f"{QUESTIONS}add/", f"{QUIZZES}add/"])
def test_a_learner_does_not_reach_the_questions(client: Client, address: str) -> None:
    assert sign_in(client, UserFactory()).get(address).status_code in {302, 403, 404}


def test_a_course_that_someone_started_is_not_deleted(client: Client) -> None:
    course = make_course()
    enrol(person_id=UserFactory().pk, course=course)
    admin = staff(client, Role.ADMINISTRATOR)
    page = admin.post(f"/cms/pages/{course.pk}/delete/", follow=True).content.decode()
    assert "Unpublish it instead" in page
    assert CoursePage.objects.filter(pk=course.pk).exists()


def test_a_course_with_a_quiz_is_not_deleted_in_bulk(client: Client) -> None:
    course = course_with_quiz()
    admin = staff(client, Role.ADMINISTRATOR)
    admin.post(f"/cms/bulk/wagtailcore/page/delete/?id={course.pk}&next=/cms/")
    assert CoursePage.objects.filter(pk=course.pk).exists()


def test_the_courses_page_with_a_started_course_in_it_is_not_deleted(client: Client) -> None:
    course = make_course()
    enrol(person_id=UserFactory().pk, course=course)
    index = course.get_parent()
    staff(client, Role.ADMINISTRATOR).post(f"/cms/pages/{index.pk}/delete/")
    assert CoursePage.objects.filter(pk=course.pk).exists()


def test_a_course_that_nobody_started_can_be_deleted(client: Client) -> None:
    course = make_course()
    staff(client, Role.ADMINISTRATOR).post(f"/cms/pages/{course.pk}/delete/")
    assert not CoursePage.objects.filter(pk=course.pk).exists()


def test_a_preview_of_a_course_opens_without_anyones_progress(client: Client) -> None:
    course = course_with_quiz()
    page = staff(client, Role.ADMINISTRATOR).get(f"/cms/pages/{course.pk}/edit/preview/")
    assert page.status_code == 200


def test_a_form_that_came_without_its_script_is_shown_again(trainer: Client) -> None:
    page = trainer.post(f"{QUESTIONS}add/", {"outcome": "Kept words", "difficulty": "2"})
    assert page.status_code == 200
    assert "Kept words" in page.content.decode()


def save_lesson(client: Client, lesson: LessonPage, action: str, **fields: object) -> str:
    """What the editor says after this button, with these fields changed."""
    address = f"/cms/pages/{lesson.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    empty = ("outcomes", "body", "links", "sources", "change_notes")
    data.update(nested_form_data({name: streamfield([]) for name in empty} | fields))
    data[action] = action
    return client.post(address, data, follow=True).content.decode()


def draft_of(lesson: LessonPage) -> LessonPage:
    return Revision.objects.for_instance(lesson).latest("created_at").as_object()


@pytest.fixture
def lesson() -> LessonPage:
    return lessons_of(make_course(1))[0]


def test_a_lesson_asks_what_a_trainer_chose(trainer: Client, lesson: LessonPage) -> None:
    question = make_question()
    checks = inline_formset([{"question": question.pk}])
    save_lesson(trainer, lesson, "save", checks=checks, done_when="checked")
    draft = draft_of(lesson)
    assert [check.question for check in draft.checks.all()] == [question]
    assert draft.done_when == "checked"


def test_a_lesson_asks_nothing_that_a_quiz_asks(trainer: Client, lesson: LessonPage) -> None:
    course_with_quiz(questions=1)
    checks = inline_formset([{"question": Question.objects.get().pk}])
    assert "A quiz asks this one" in save_lesson(trainer, lesson, "save", checks=checks)
    assert not Revision.objects.for_instance(lesson).exists()


def test_a_quiz_asks_nothing_that_a_lesson_tells(trainer: Client, lesson: LessonPage) -> None:
    question = make_question()
    LessonQuestion.objects.create(lesson=lesson, question=question)
    answer = trainer.post(f"{QUIZZES}add/", quiz_form(make_course(), question))
    assert "A lesson asks this one" in answer.content.decode()
    assert not Quiz.objects.exists()


def test_a_lesson_takes_in_no_question_that_is_closed_to_its_author(
    trainer: Client, lesson: LessonPage
) -> None:
    closed = course_with_quiz(questions=1)
    pages.restrict(closed, group_for_area(AreaFactory()))
    checks = inline_formset([{"question": Question.objects.get().pk}])
    assert "Select a valid choice" in save_lesson(trainer, lesson, "save", checks=checks)
    assert not LessonQuestion.objects.exists()


def test_a_lesson_that_is_done_by_its_questions_needs_one(
    trainer: Client, lesson: LessonPage
) -> None:
    said = save_lesson(
        trainer, lesson, "action-publish", checks=inline_formset([]), done_when="checked"
    )
    assert "Add a question at the end first" in said


def test_a_lesson_that_takes_time_says_how_long(trainer: Client, lesson: LessonPage) -> None:
    said = save_lesson(trainer, lesson, "save", checks=inline_formset([]), done_when="time")
    assert "Enter how many minutes" in said


def test_a_question_of_a_lesson_stays(client: Client, lesson: LessonPage) -> None:
    question = make_question()
    LessonQuestion.objects.create(lesson=lesson, question=question)
    address = f"/cms/bulk/courses/question/delete/?id={question.pk}"
    answer = staff(client, Role.ADMINISTRATOR).post(address, follow=True)
    assert "is asked in a quiz or lesson" in answer.content.decode()
    assert Question.objects.filter(pk=question.pk).exists()


def save_course(client: Client, course: CoursePage, *needs: CoursePage) -> str:
    address = f"/cms/pages/{course.pk}/edit/"
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    empty = ("outcomes", "body", "links", "sources", "change_notes")
    rows = inline_formset([{"needs": needed.pk} for needed in needs])
    data.update(nested_form_data({name: streamfield([]) for name in empty}))
    data.update(nested_form_data({"prerequisites": rows}))
    data["save"] = "save"
    return client.post(address, data, follow=True).content.decode()


def test_a_course_waits_for_what_its_trainer_chose(trainer: Client) -> None:
    course, first = make_course(), make_course()
    save_course(trainer, course, first)
    draft = Revision.objects.for_instance(course).get().as_object()
    assert [row.needs for row in draft.prerequisites.all()] == [first]


def test_courses_never_wait_for_each_other(trainer: Client) -> None:
    course, middle, last = make_course(title="The first"), make_course(), make_course()
    Prerequisite.objects.create(course=last, needs=middle)
    Prerequisite.objects.create(course=middle, needs=course)
    assert "nobody could do either" in save_course(trainer, course, last)
    assert "nobody could do either" in save_course(trainer, course, course)


def test_a_course_waits_for_nothing_that_is_closed_to_its_author(trainer: Client) -> None:
    course, closed = make_course(), make_course(title="Behind a door")
    pages.restrict(closed, group_for_area(AreaFactory()))
    said = save_course(trainer, course, closed)
    assert "can&#x27;t be found" in said or "can't be found" in said
    assert not Revision.objects.for_instance(course).exists()


def found_in_bank(trainer: Client, words: str) -> str:
    """What the chooser of a quiz's questions answers to these words."""
    answer = trainer.get("/cms/snippets/choose/courses/question/results/", {"q": words})
    return answer.content.decode()


def test_a_question_is_found_by_its_words_to_be_chosen(trainer: Client) -> None:
    make_question("Who rings the placing council?")
    make_question("What does a debt look like?")
    found = found_in_bank(trainer, "COUNCIL rings")
    assert "placing council" in found
    assert "a debt look like" not in found


def test_a_question_is_found_by_its_tag_to_be_chosen(trainer: Client) -> None:
    make_question("Who rings?").tags.add("debt bondage")
    make_question("Who writes?")
    found = found_in_bank(trainer, "bondage")
    assert "Who rings?" in found
    assert "Who writes?" not in found


def test_the_newest_question_stands_first_to_be_chosen(trainer: Client) -> None:
    make_question("The older one")
    make_question("The newer one")
    found = found_in_bank(trainer, "")
    assert found.index("The newer one") < found.index("The older one")


def test_a_question_of_a_closed_course_is_found_by_nobody_outside(trainer: Client) -> None:
    course = course_with_quiz()
    pages.restrict(course, group_for_area(AreaFactory()))
    assert "Question 1" not in found_in_bank(trainer, "Question")
