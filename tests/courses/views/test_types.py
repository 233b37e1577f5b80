"""A learner meets each type of question, answers it and sees what came of it."""

from typing import Any

import pytest
from django.test import Client

from courses.models import Attempt
from courses.questions.registry import question_type, question_types
from courses.services.questions import save_question
from tests.factories.courses import begin_attempt, course_asking, example_question, make_question
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

EXPLANATION = "What makes it right is told afterwards."


@pytest.fixture(params=sorted(question_types()))
def attempt(client: Client, request: pytest.FixtureRequest) -> Attempt:
    """One question of a type and one that counts, under way, its owner signed in."""
    asked = example_question(request.param, explanation=EXPLANATION, hint="Look at the door.")
    user = UserFactory()
    sign_in(client, user)
    return begin_attempt(user, course_asking(asked, make_question("Anything else?")))


def address(attempt: Attempt, tail: str = "1") -> str:
    return f"/learning/quizzes/{attempt.code}/{tail}/"


def typed_of(attempt: Attempt) -> list[dict[str, object]]:
    version = attempt.items.select_related("question_version").get(order=1).question_version
    return list(question_type(version.kind).examples[0].typed)


def test_it_is_asked_answered_and_explained(client: Client, attempt: Attempt) -> None:
    steps = typed_of(attempt)
    for place, typed in enumerate(steps, start=1):
        page = client.post(address(attempt), typed, follow=True)
        last = place == len(steps)
        assert page.request["PATH_INFO"] == address(attempt, "2" if last else "1")
    client.post(address(attempt, "2"), {"then": "skip"})
    result = client.post(address(attempt, "submit"), follow=True).content.decode()
    assert EXPLANATION in result
    item = attempt.items.select_related("question_version").get(order=1)
    scored = question_type(item.question_version.kind).scored
    assert item.marks == (1 if scored else None)


def test_its_page_tells_nothing_before_its_time(client: Client, attempt: Attempt) -> None:
    page = client.get(address(attempt)).content.decode()
    version = attempt.items.select_related("question_version").get(order=1).question_version
    assert EXPLANATION not in page
    assert "Look at the door." in page
    assert [text for text in secrets(version.data) if text in page] == []


def secrets(data: dict[str, Any]) -> set[str]:
    """Feedback, accepted words, later moments and endings: what a learner sees afterwards only."""
    told = [thing for things in data.values() if isinstance(things, list) for thing in things]
    told += [option for step in data.get("steps", []) for option in step["options"]]
    texts = [thing.get("feedback", "") for thing in told] + [data.get("other", "")]
    later = data.get("steps", [])[1:] + data.get("endings", []) + data.get("accepted", [])
    return {*texts, *(thing["text"] for thing in later)} - {""}


def test_an_empty_answer_is_asked_for_beside_its_control(client: Client, attempt: Attempt) -> None:
    page = client.post(address(attempt), {"then": "save"}).content.decode()
    assert "There is a problem" in page
    assert "govuk-error-message" in page
    assert attempt.items.get(order=1).answer is None


def test_what_was_answered_is_there_again(client: Client, attempt: Attempt) -> None:
    for typed in typed_of(attempt):
        client.post(address(attempt), typed)
    item = attempt.items.get(order=1)
    before = item.answer
    page = client.get(f"{address(attempt)}?from=check")
    shown = page.context["form"]
    again = {name: shown[name].value() for name in shown.fields}
    client.post(f"{address(attempt)}?from=check", again)
    item.refresh_from_db()
    assert item.answer == before


def test_a_unit_is_text_and_no_markup(client: Client) -> None:
    written = dict(question_type("number").examples[0].written) | {"unit": "<b>hours</b>"}
    user = UserFactory()
    sign_in(client, user)
    asked = save_question(kind="number", stem="How long?", written=written).question
    page = client.get(address(begin_attempt(user, course_asking(asked)))).content.decode()
    assert "&lt;b&gt;hours&lt;/b&gt;" in page
    assert "<b>hours" not in page
