"""All of a file comes in, or nothing."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from courses.enums import Difficulty
from courses.exchange.drafts import Draft
from courses.exchange.files import Format
from courses.exchange.reading import read_questions
from courses.models import Question
from courses.services.exporting import export_questions
from courses.services.importing import import_questions, known_questions
from tests.factories.courses import make_question
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

SOUND = Draft(
    kind="true_false",
    stem="Is it so?",
    written={"options": [{"text": "True", "right": True}, {"text": "False", "right": False}]},
    tags=["debt", "a, b"],
    difficulty=Difficulty.HARD,
    outcome="Sees debt",
    must_pass=True,
)
UNSOUND = Draft(kind="true_false", stem="Is it?", written={"options": []})


def test_a_draft_becomes_a_question_with_all_that_belongs_to_it() -> None:
    (question,) = import_questions(drafts=[SOUND])
    question.refresh_from_db()
    assert (question.current.stem, question.current.number) == ("Is it so?", 1)
    assert set(question.tags.names()) == {"debt", "a, b"}
    assert (question.difficulty, question.outcome, question.must_pass) == (3, "Sees debt", True)


def test_one_unsound_draft_leaves_nothing_behind() -> None:
    with pytest.raises(ValidationError):
        import_questions(drafts=[SOUND, UNSOUND])
    assert not Question.objects.exists()


def test_who_brought_it_in_is_written_down() -> None:
    user = UserFactory()
    (question,) = import_questions(drafts=[SOUND], by=user)
    entry = ModelLogEntry.objects.get(object_id=str(question.pk))
    assert (entry.action, entry.user) == ("wagtail.create", user)


def test_what_the_bank_has_is_noted() -> None:
    import_questions(drafts=[SOUND])
    text = export_questions(questions=Question.objects.all(), wanted=Format.GIFT).text
    report = read_questions("a.gift", text.encode(), known_questions(Question.objects.all()))
    assert report.lines[0].notes == ["The bank has this very question."]


def test_the_queries_of_an_export_do_not_grow(django_assert_num_queries) -> None:
    import_questions(drafts=[SOUND] * 5)
    make_question()
    with django_assert_num_queries(3):
        export_questions(questions=Question.objects.all(), wanted=Format.TABLE)
