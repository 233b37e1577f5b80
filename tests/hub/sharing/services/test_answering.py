"""One answer at a time, of which none overwrites another in silence."""

import pytest

from hub.sharing.enums import Part
from hub.sharing.models import SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.questions import QUESTIONS, question_named
from hub.sharing.services import save_answer, start_example
from hub.sharing.services.answering import mark_of
from hub.sharing.standing import unanswered
from tests.factories.sharing import decided, draft, sent, sharer

pytestmark = pytest.mark.django_db


def answer(example: SharedExample, slug: str, seen: str = "", **values: object) -> SharedExample:
    question = question_named(slug)
    mark = seen or mark_of(example, question.names)
    return save_answer(example=example, question=question, values=values, seen=mark)


def test_an_answer_is_kept_at_once() -> None:
    example = draft()
    answer(example, "place", place="A county")
    assert SharedExample.objects.get(pk=example.pk).place == "A county"


def test_another_window_overwrites_nothing() -> None:
    example = draft(place="A town")
    seen = mark_of(example, ["place"])
    answer(example, "place", place="A county")
    with pytest.raises(Overtaken):
        answer(example, "place", seen=seen, place="A borough")
    assert SharedExample.objects.get(pk=example.pk).place == "A county"


def test_another_question_in_another_window_is_no_conflict() -> None:
    example = draft()
    seen = mark_of(example, ["place"])
    answer(example, "problem", problem="Children went missing.")
    answer(example, "place", seen=seen, place="A county")
    assert SharedExample.objects.get(pk=example.pk).place == "A county"


def test_nothing_changes_while_the_reviewers_have_it() -> None:
    example = sent()
    with pytest.raises(Overtaken):
        answer(example, "place", place="Elsewhere")
    assert SharedExample.objects.get(pk=example.pk).place == example.place


def test_only_what_was_asked_for_changes_afterwards() -> None:
    example = sent()
    decided(example)
    answer(example, "results", results="34 of 52 children.")
    with pytest.raises(Overtaken):
        answer(example, "place", place="Elsewhere")


def test_a_second_press_of_the_button_starts_no_second_draft() -> None:
    author = sharer()
    assert start_example(author=author) == start_example(author=author)


def test_every_answer_of_a_page_is_asked_for_once() -> None:
    names = [name for question in QUESTIONS for name in question.names]
    assert len(names) == len(set(names))


def test_the_same_answer_sent_again_is_no_conflict() -> None:
    example = draft()
    seen = mark_of(example, ["place"])
    answer(example, "place", seen=seen, place="A county")
    answer(example, "place", seen=seen, place="A county")
    assert SharedExample.objects.get(pk=example.pk).place == "A county"


def test_other_partners_have_to_agree_anew() -> None:
    example = sent()
    decided(example, comments={Part.WHAT: "Who else?"})
    answer(example, "partners", partners="A hospital")
    stored = SharedExample.objects.get(pk=example.pk)
    assert question_named("consent") in unanswered(stored)
    answer(stored, "consent", agreed_by="The hospital too", has_consent=True)
    assert unanswered(SharedExample.objects.get(pk=example.pk)) == []
