"""What can be hammered stops, kindly, and loses nothing that was typed."""

import pytest
from allauth.core.internal.ratelimit import parse_rates
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings

from hub.forum.models import Thread
from hub.users.checks import check_limits
from hub.users.limits import is_within, limited
from tests.factories.forum import SpaceFactory, question
from tests.factories.people import UserFactory, sign_in

pytestmark = pytest.mark.django_db

REDIS = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}}


def test_above_the_limit_a_page_says_when_to_come_back(client: Client) -> None:
    with override_settings(HUB_RATE_LIMITS={"search": "2/m/user"}):
        answers = [client.get("/search/?q=knife") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "Wait a minute or two" in answers[-1].content.decode()
    assert answers[-1].headers["Retry-After"] == "60"


@override_settings(HUB_RATE_LIMITS={"write": "1/m/user"})
def test_what_was_typed_above_the_limit_is_there_again(client: Client) -> None:
    space, theirs = SpaceFactory(), sign_in(client, UserFactory())
    mark = theirs.get("/forum/ask/").context["writer"]
    data = {"title": "Who?", "space": space.pk, "writer": mark}
    theirs.post("/forum/ask/", {**data, "body": "The first."})
    page = theirs.post("/forum/ask/", {**data, "body": "The second."}).content.decode()
    assert "What you typed is kept" in page
    assert theirs.get("/forum/ask/").context["form"]["body"].value() == "The second."
    assert Thread.objects.count() == 1


@override_settings(HUB_RATE_LIMITS={"write": "1/m/user"})
def test_one_persons_limit_is_not_anothers() -> None:
    path = f"/forum/threads/{question().pk}/reply/"
    answers = [
        sign_in(Client(), UserFactory()).post(path, {"body": "Ask the lead."}).status_code
        for _ in range(2)
    ]
    assert answers == [302, 302]


@override_settings(HUB_RATE_LIMITS={"write": "1/m/user"})
def test_to_open_a_form_counts_nothing(client: Client) -> None:
    theirs = sign_in(client, UserFactory())
    assert [theirs.get("/forum/ask/").status_code for _ in range(3)] == [200, 200, 200]


@override_settings(HUB_RATE_LIMITS={"report": "1/m/user"})
def test_reports_have_a_limit(client: Client) -> None:
    path = f"/forum/posts/{question().posts.get().pk}/report/"
    theirs = sign_in(client, UserFactory())
    data = {"reason": "other", "note": "Look."}
    assert [theirs.post(path, data).status_code for _ in range(2)][-1] == 429


@override_settings(HUB_RATE_LIMITS={"look": "1/m/user"})
def test_strangers_are_counted_by_their_address(client: Client, rf: RequestFactory) -> None:
    requests = [rf.get("/", REMOTE_ADDR=ip) for ip in ("192.0.2.1", "192.0.2.1", "192.0.2.2")]
    for request in requests:
        request.user = client.get("/").wsgi_request.user
    assert [is_within(request, "look", reading=True) for request in requests] == [True, False, True]


@override_settings(HUB_RATE_LIMITS={"look": "1/m/user"})
def test_to_ask_for_the_head_alone_counts_where_looking_does(
    client: Client, rf: RequestFactory
) -> None:
    requests = [rf.head("/"), rf.head("/")]
    for request in requests:
        request.user = client.get("/").wsgi_request.user
    assert [is_within(request, "look", reading=True) for request in requests] == [True, False]
    assert all(is_within(request, "look") for request in requests)


def test_an_action_without_a_limit_is_a_mistake(rf: RequestFactory) -> None:
    @limited("no-such-thing")
    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    with pytest.raises(KeyError):
        view(rf.post("/"))


def test_every_limit_can_be_read() -> None:
    from hub.settings import limits

    assert all(parse_rates(rates) for rates in limits.HUB_RATE_LIMITS.values())
    assert set(limits.HUB_RATE_LIMITS) == set(settings.HUB_RATE_LIMITS)


@pytest.mark.parametrize(
    ("path", "data", "most"),
    [
        ("/accounts/login/", {"login": "a{n}@x.example", "password": "wrong one"}, 30),
        ("/accounts/signup/", {"email": "a{n}@x.example", "password1": "short"}, 20),
        ("/accounts/password/reset/", {"email": "a{n}@x.example"}, 20),
        ("/accounts/password/reset/key/1-set-password/", {"password1": "x"}, 20),
        ("/accounts/2fa/webauthn/login/", {"credential": "7"}, 30),
    ],
)
def test_forms_of_signing_in_have_limits(
    client: Client, path: str, data: dict[str, str], most: int
) -> None:
    statuses = [
        client.post(path, {name: text.format(n=n) for name, text in data.items()}).status_code
        for n in range(most + 1)
    ]
    assert 429 not in statuses[:9]
    assert statuses[-1] == 429


def ids() -> list[str]:
    return [str(message.id) for message in check_limits(None)]


def test_several_processes_without_a_shared_cache_are_warned_of() -> None:
    with override_settings(PROCESSES=4):
        assert ids() == ["users.W002"]
    with override_settings(PROCESSES=4, CACHES=REDIS):
        assert ids() == []


def test_limits_switched_off_are_warned_of() -> None:
    with override_settings(RATE_LIMITS_ON=False):
        assert ids() == ["users.W001"]
