"""Words go after their period; what was counted stays."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from hub.mydata.services import purge_everything
from hub.usefulness.models import PageAnswer
from tests.factories import pages
from tests.factories.usefulness import problem_with

pytestmark = pytest.mark.django_db
PERIOD = settings.RETENTION_DAYS["page_answers"]


def aged(days: int) -> PageAnswer:
    day = timezone.localdate() - timedelta(days=days)
    return problem_with(pages.guidance(), words="Gone", done="Mended", day=day)


def test_words_go_and_the_answer_counts_on() -> None:
    answer = aged(PERIOD + 2)
    purge_everything(now=timezone.now())
    answer.refresh_from_db()
    assert (answer.words, answer.done) == ("", "")
    assert (answer.verdict, answer.reason) == ("problem", "link")


def test_words_stay_until_their_period_is_over() -> None:
    answer = aged(PERIOD - 2)
    purge_everything(now=timezone.now())
    answer.refresh_from_db()
    assert (answer.words, answer.done) == ("Gone", "Mended")


def test_an_answer_goes_with_its_page() -> None:
    answer = aged(1)
    answer.page.delete()
    assert not PageAnswer.objects.exists()
