import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory

from hub.glossary.models import TermPage
from search.models import Entry, EntryText
from search.sync.capture import capture
from search.sync.middleware import CaptureMiddleware
from tests.factories import pages
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def titles() -> set[str]:
    return set(EntryText.objects.values_list("title", flat=True))


def publish_and_fail() -> None:
    pages.term("Curfew")
    raise ZeroDivisionError


def test_rows_are_written_at_the_end() -> None:
    with capture():
        pages.term("Curfew")
        assert "Curfew" not in titles()
    assert "Curfew" in titles()


def test_an_inner_capture_leaves_the_writing_to_the_outer_one() -> None:
    with capture():
        with capture():
            pages.term("Curfew")
        assert "Curfew" not in titles()
    assert "Curfew" in titles()


def test_a_failure_takes_content_and_rows_back() -> None:
    with pytest.raises(ZeroDivisionError), capture():
        publish_and_fail()
    assert not TermPage.objects.filter(title="Curfew").exists()
    assert "Curfew" not in titles()


def test_a_marked_rollback_writes_nothing() -> None:
    with capture():
        pages.term("Curfew")
        transaction.set_rollback(True)
    assert "Curfew" not in titles()


def test_marks_of_one_capture_do_not_reach_the_next() -> None:
    with pytest.raises(ZeroDivisionError), capture():
        raise ZeroDivisionError
    pages.term("Curfew")
    assert "Curfew" in titles()


def test_outside_capture_rows_are_written_at_once() -> None:
    with transaction.atomic():
        pages.term("Curfew")
        assert "Curfew" in titles()


def test_outside_capture_a_rollback_takes_the_rows_back() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publish_and_fail()
    assert "Curfew" not in titles()


class TestMiddleware:
    def answer(self, method: str, path: str, status: int = 200, user: object = None) -> bool:
        """Whether a page that the view publishes is there after the response."""

        def view(request: object) -> HttpResponse:
            pages.term("Curfew")
            self.seen_by_view = "Curfew" in titles()
            return HttpResponse(status=status)

        request = RequestFactory().generic(method, path)
        request.user = user or UserFactory()
        CaptureMiddleware(view)(request)
        return "Curfew" in titles()

    def test_a_post_to_the_cms_is_one_transaction(self) -> None:
        assert self.answer("POST", "/cms/pages/")
        assert not self.seen_by_view

    def test_a_failing_view_leaves_nothing(self) -> None:
        assert not self.answer("POST", "/cms/pages/", status=500)
        assert not Entry.objects.filter(text__title="Curfew").exists()

    def test_a_refused_form_still_commits(self) -> None:
        assert self.answer("POST", "/cms/pages/", status=400)

    @pytest.mark.parametrize(("method", "path"), [("GET", "/cms/pages/"), ("POST", "/forum/ask/")])
    def test_other_requests_are_left_alone(self, method: str, path: str) -> None:
        self.answer(method, path)
        assert self.seen_by_view
