from django.conf import settings
from django.test import RequestFactory

from hub.core.middleware import KeepingMiddleware
from hub.core.per_request import keeping, once_per_request

calls: list[str] = []


@once_per_request
def asked(word: str) -> str:
    calls.append(word)
    return word.upper()


def calls_during(method: str) -> list[str]:
    calls.clear()

    def view(_request: object) -> str:
        return asked("a") + asked("a") + asked("b")

    KeepingMiddleware(view)(getattr(RequestFactory(), method)("/"))
    return list(calls)


def test_a_reading_request_asks_once_for_the_same_thing() -> None:
    assert calls_during("get") == ["a", "b"]


def test_a_request_that_may_change_something_asks_each_time() -> None:
    assert calls_during("post") == ["a", "a", "b"]


def test_the_next_request_asks_anew() -> None:
    assert calls_during("get") == calls_during("get") == ["a", "b"]
    calls.clear()
    asked("a")
    assert calls == ["a"]


def test_what_was_kept_is_gone_after_an_error() -> None:
    try:
        with keeping():
            asked("a")
            raise ValueError
    except ValueError:
        calls.clear()
    asked("a")
    assert calls == ["a"]


def test_the_middleware_stands_before_what_reads_restrictions() -> None:
    order = settings.MIDDLEWARE
    assert order.index("hub.core.middleware.KeepingMiddleware") < order.index(
        "hub.access.middleware.ReaderMiddleware"
    )


def test_arguments_by_name_count_as_well() -> None:
    with keeping():
        assert [asked(word="a"), asked(word="b")] == ["A", "B"]
