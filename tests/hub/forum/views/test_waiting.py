from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.forum.enums import WaitStep
from hub.forum.models import Step
from tests.factories.forum import question, reply, space_of_area
from tests.factories.people import AreaFactory

pytestmark = pytest.mark.django_db
BOARD = "/forum/waiting/"
FORTNIGHT = timezone.now() - timedelta(days=14)


def test_the_longest_waiting_comes_first_with_its_days_and_steps(as_person) -> None:
    question(title="Asked today?")
    old = question(title="Asked long ago?", at=FORTNIGHT)
    Step.objects.create(thread=old, step=WaitStep.FRONT_LINE)
    page = as_person().get(BOARD).content.decode()
    assert page.index("Asked long ago?") < page.index("Asked today?")
    assert "working days" in page
    assert "With the front-line team" in page


def test_what_is_answered_or_closed_to_the_reader_is_not_there(as_person) -> None:
    reply(question(title="Answered?"))
    question(title="Closed?", space=space_of_area(AreaFactory()))
    page = as_person().get(BOARD).content.decode()
    assert "Answered?" not in page
    assert "Closed?" not in page
    assert "Every question has an answer" in page


def test_it_says_how_long_answers_took(as_person) -> None:
    thread = question(at=FORTNIGHT)
    reply(thread, at=FORTNIGHT + timedelta(days=7))
    page = as_person().get(BOARD).content.decode()
    assert "answered within" in page
    reply(question(title="And this?"))
    reply(question(title="And that?"))
    assert "on the same working day" in as_person().get(BOARD).content.decode()


def test_what_is_closed_counts_for_nothing(as_person) -> None:
    reply(question(space=space_of_area(AreaFactory())))
    assert "Half of the questions" not in as_person().get(BOARD).content.decode()


def test_an_anonymous_asker_stays_so(as_person) -> None:
    thread = question(anonymous=True)
    page = as_person().get(BOARD).content.decode()
    assert "asked by a member without a name" in page
    assert thread.created_at.strftime("%H:%M:%S") not in page


def test_strangers_sign_in(client: Client) -> None:
    assert client.get(BOARD).url.startswith("/accounts/login/")


def test_it_costs_the_same_queries_however_many(as_person) -> None:
    browser, counts = as_person(), []
    for number in range(2):
        for more in range(5):
            question(title=f"{number} {more}?", space=None)
        with CaptureQueriesContext(connection) as queries:
            browser.get(BOARD)
        counts.append(len(queries))
    assert counts[0] == counts[1]
