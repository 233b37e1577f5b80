"""What a trainer reads of a question's earlier wordings."""

import pytest

from courses.services.questions import save_question
from hub.access.enums import Role
from hub.access.groups import group_for_area
from tests.factories import pages
from tests.factories.courses import OPTIONS, lessons_of, make_course, make_question
from tests.factories.people import AreaFactory, staff_client

pytestmark = pytest.mark.django_db

VERSIONS = "/cms/snippets/courses/question/versions/%s/"
EDIT = "/cms/snippets/courses/question/edit/%s/"


def test_every_wording_can_be_read_the_newest_first() -> None:
    first = {"explanation": "The child comes first.", "fact_id": "q-first"}
    question = make_question("Whom do you ring?", **first)
    save_question(
        fact_id="q-first", kind="single_choice", stem="Whom first?", written={"options": OPTIONS}
    )
    html = staff_client(Role.TRAINER).get(VERSIONS % question.pk).content.decode()
    assert html.index("Version 2") < html.index("<strong>Whom first?") < html.index("Version 1")
    assert html.index("Version 1") < html.index("Whom do you ring?")
    assert "The child comes first." in html
    assert f"{OPTIONS[0]['text']} (right)" in html


def test_the_form_leads_there() -> None:
    question = make_question()
    html = staff_client(Role.TRAINER).get(EDIT % question.pk).content.decode()
    assert VERSIONS % question.pk in html


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.ANALYST])
def test_who_changes_no_questions_reads_no_versions(role: Role) -> None:
    answer = staff_client(role).get(VERSIONS % make_question("Whom do you ring?").pk)
    assert "Whom do you ring?" not in answer.content.decode()


def test_versions_of_a_closed_question_are_missing() -> None:
    lesson = lessons_of(make_course())[0]
    question = make_question("Behind a door", lesson=lesson)
    pages.restrict(lesson, group_for_area(AreaFactory()))
    assert staff_client(Role.TRAINER).get(VERSIONS % question.pk).status_code == 404
