"""Headers that every answer owes its reader."""

from datetime import date

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from hub.core.middleware import ContentPolicyMiddleware, policy_text
from tests.factories.pages import guidance
from tests.factories.people import UserFactory, sign_in, staff_client

pytestmark = pytest.mark.django_db


def test_public_pages_allow_scripts_and_styles_of_the_hub_only(client: Client) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_the_missing_page_carries_the_policy_too(client: Client) -> None:
    assert client.get("/nothing/")["Content-Security-Policy"] == policy_text(settings.SECURE_CSP)


def test_the_cms_has_a_policy_of_its_own_without_eval() -> None:
    policy = staff_client().get("/cms/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "unsafe-eval" not in policy


@pytest.mark.parametrize("path", ["/cms", "/cms/", "/cms/nothing/", "/cms/pages/1/edit/"])
def test_whom_the_cms_does_not_let_in_meets_the_policy_of_public_pages(path: str) -> None:
    member = sign_in(Client(), UserFactory())
    answers = [client.get(path) for client in (Client(), member)]
    strict = policy_text(settings.SECURE_CSP)
    assert {answer["Content-Security-Policy"] for answer in answers} == {strict}


def test_a_policy_that_is_there_is_left_alone(rf: RequestFactory) -> None:
    def answer(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    response = ContentPolicyMiddleware(answer)(rf.get("/cms/pages/1/edit/preview/"))
    assert response["Content-Security-Policy"] == "default-src 'none'"


def test_pages_of_a_signed_in_person_are_kept_by_no_cache(client: Client) -> None:
    sign_in(client, UserFactory())
    control = client.get("/")["Cache-Control"]
    assert "no-store" in control
    assert "private" in control


@pytest.mark.parametrize("path", ["/", "/guidance/open/", "/search/?q=word", "/forum/"])
def test_a_stranger_gets_no_cookie_and_no_form_token(client: Client, path: str) -> None:
    guidance(slug="open", summary="Open.")
    response = client.get(path)
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_pages_may_not_be_framed_elsewhere_nor_sniffed(client: Client) -> None:
    response = client.get("/")
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/accounts/login/", "/forum/ask/", "/learning/enrol/1/"])
def test_a_form_without_its_token_is_refused_in_words(path: str) -> None:
    response = Client(enforce_csrf_checks=True).post(path, {"title": "x"})
    assert response.status_code == 403
    assert "gone stale" in response.content.decode()


def test_a_browser_that_prefers_welsh_gets_whole_english_pages_while_there_is_no_welsh(
    client: Client,
) -> None:
    page = guidance(slug="open", summary="Open.", review_on=date(2030, 2, 1))
    text = client.get(page.url, HTTP_ACCEPT_LANGUAGE="cy").content.decode()
    assert "1 February 2030" in text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/forum/threads/{}/", "/pages/{}/rests-on/", "/useful/{}/"])
def test_a_number_too_large_for_any_row_is_missing(client: Client, path: str) -> None:
    assert client.get(path.format(2**63)).status_code == 404
