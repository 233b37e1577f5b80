"""Payloads in the CMS's editor of each kind of page, and on the screens that show the page."""

from pathlib import Path

import pytest
from django.http import HttpResponse

from courses.models import ModulePage, Question
from courses.questions.written import plain
from tests.demo_site import fill
from tests.gates.content import page_types
from tests.gates.people import client_of
from tests.payloads.editors import editor_of, published, saved
from tests.payloads.everything import PAYLOADS, one_of_each
from tests.payloads.payload import MARK, Payload
from tests.payloads.poisoning import texts
from tests.payloads.sending import faults_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite_only]


VISIBLE = tuple(payload for payload in one_of_each("editors") if MARK in payload.text)
each_and_all = pytest.mark.parametrize(
    ("payloads", "rounds"),
    [
        pytest.param(
            tuple(p for p in one_of_each("editors") if MARK in p.text), 1, id="one of each"
        ),
        pytest.param(PAYLOADS, 3, marks=pytest.mark.deep, id="all"),
    ],
)
NO_PAGE_OF_ITS_OWN = ModulePage


@each_and_all
def test_no_payload_in_an_editor_becomes_part_of_a_page(
    transactional_db: None, demo_snapshot: Path, payloads: tuple[Payload, ...], rounds: int
) -> None:
    fill(demo_snapshot)
    client, text = client_of("admin"), texts(payloads)
    client.raise_request_exception = False
    wrong, saved_once, seen = [], set(), set()
    for model in page_types() * rounds:
        page = model.objects.live().earliest("pk")
        shown = list(published(client, page, editor_of(client, page), text))
        wrong += [f"{model.__name__} {at}: {f}" for at, answer in shown for f in faults_in(answer)]
        saved_once |= {model for _, answer in shown if answer.status_code == 302}
        seen |= {model for at, answer in shown if at == page.url and is_marked(answer)}
    assert wrong == [], "\n".join(wrong)
    assert set(page_types()) - saved_once == set()
    assert set(page_types()) - seen == {NO_PAGE_OF_ITS_OWN}


@each_and_all
def test_no_payload_in_a_question_becomes_part_of_a_page(
    transactional_db: None, demo_snapshot: Path, payloads: tuple[Payload, ...], rounds: int
) -> None:
    fill(demo_snapshot)
    # Short text takes two words that differ in their case for the same word, twice.
    alike = {plain(payload.text): payload for payload in payloads}
    client, text = client_of("admin"), texts(tuple(alike.values()))
    of_each_kind = {question.current.kind: question for question in Question.objects.all()}
    assert of_each_kind
    for question in [*of_each_kind.values()] * rounds:
        shown = dict(saved(client, question, text))
        assert shown["sent"].status_code == 302
        assert [f for answer in shown.values() for f in faults_in(answer)] == []
        assert is_marked(shown["edit"])


def is_marked(answer: HttpResponse) -> bool:
    return MARK in answer.content.decode()
