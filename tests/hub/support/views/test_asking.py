import pytest
from django.test import Client

from hub.support.models import SupportRequest
from tests.factories.people import AreaFactory, UserFactory
from tests.factories.support import asked_desk

pytestmark = pytest.mark.django_db
ASK = "/support/ask/"


def typed(**changes: object) -> dict[str, object]:
    return {
        "kind": "legislation",
        "title": "Which order fits here?",
        "body": "A worker asked us.",
        "area": "",
        **changes,
    }


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    assert client.get(ASK).url == f"/accounts/login/?next={ASK}"


def test_a_request_is_sent_and_shown(as_person) -> None:
    person, area = UserFactory(), AreaFactory()
    page = as_person(person).post(ASK, typed(area=area.pk, may_publish="on"), follow=True)
    request = SupportRequest.objects.get()
    assert (request.asker, request.area, request.may_publish) == (person, area, True)
    assert "Your request is with the team." in page.content.decode()


def test_nothing_may_be_published_unless_the_asker_says_so(as_person) -> None:
    as_person().post(ASK, typed())
    assert not SupportRequest.objects.get().may_publish


def test_the_form_says_that_this_is_no_emergency_channel(as_person) -> None:
    page = as_person().get(ASK).content.decode()
    assert "Call 999." in page
    assert 'href="/help-now/"' in page


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("kind", "Choose the kind of help that you need."),
        ("title", "Enter your question in one sentence."),
        ("body", "Say what happened, so that the team can help."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(as_person, field: str, message: str) -> None:
    page = as_person().post(ASK, typed(area="", **{field: ""})).content.decode()
    assert page.count(message) == 2
    assert ("A worker asked us." in page) == (field != "body")


@pytest.mark.parametrize("wrong", [{"kind": "gossip"}, {"area": "9" * 30}, {"title": "x" * 151}])
def test_what_makes_no_sense_is_refused_with_a_message(as_person, wrong: dict) -> None:
    response = as_person().post(ASK, typed(**wrong))
    assert response.status_code == 200
    assert not SupportRequest.objects.exists()


def test_only_named_fields_are_taken(as_person) -> None:
    other = UserFactory()
    as_person().post(ASK, typed(status="closed", asker=other.pk, assignee=other.pk))
    request = SupportRequest.objects.get()
    assert (request.status, request.assignee) == ("new", None)
    assert request.asker != other


def test_a_telephone_number_is_asked_about_first(as_person) -> None:
    client = as_person()
    page = client.post(ASK, typed(body="She is on 07700 900123.")).content.decode()
    assert "details_confirmed" in page
    assert not SupportRequest.objects.exists()


def test_a_form_sent_twice_makes_one_request(as_person) -> None:
    client = as_person()
    client.post(ASK, typed())
    client.post(ASK, typed())
    assert SupportRequest.objects.count() == 1


def test_what_was_typed_survives_a_session_that_ended(as_person) -> None:
    person = UserFactory()
    client = as_person(person)
    mark = client.get(ASK).context["writer"]
    client.logout()
    client.post(ASK, typed(writer=mark, may_publish="on"))
    client.force_login(person)
    form = client.get(ASK).context["form"]
    assert (form["body"].value(), form["may_publish"].value()) == ("A worker asked us.", True)


def test_the_desk_lists_ones_own_requests_alone(as_person) -> None:
    mine = asked_desk(title="Mine, and nobody's else?")
    asked_desk(title="Somebody's?")
    page = as_person(mine.asker).get("/support/").content.decode()
    assert "nobody&#x27;s else?" in page
    assert "Somebody&#x27;s?" not in page


def test_an_empty_desk_says_what_to_do(as_person) -> None:
    assert "No requests yet" in as_person().get("/support/").content.decode()


def test_a_post_without_its_token_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(UserFactory())
    assert strict.post(ASK, typed()).status_code == 403


def test_many_requests_in_a_row_are_too_many(as_person, settings) -> None:
    settings.HUB_RATE_LIMITS = settings.HUB_RATE_LIMITS | {"write": "1/m/user"}
    client = as_person()
    answers = [client.post(ASK, typed(title=f"Number {n}?")).status_code for n in range(2)]
    assert answers == [302, 429]
