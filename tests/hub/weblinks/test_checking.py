import datetime

import pytest
from django.utils import timezone

from hub.weblinks import guard
from hub.weblinks.models import DEAD_AFTER, PageLink, WebLink
from hub.weblinks.tasks import check_links
from hub.weblinks.ticks import gather, start_checking
from tests.factories import pages
from tests.hub.weblinks.other_site import other_site

pytestmark = pytest.mark.django_db


def link(url: str = "https://one.example/") -> WebLink:
    made = WebLink.objects.create(url=url)
    PageLink.objects.create(page=pages.guidance(), link=made)
    return made


def waits(made: WebLink) -> int:
    """Days until it is asked for again."""
    return (made.due_at - made.checked_at).days


def test_what_fails_again_and_again_is_dead_and_asked_for_less_and_less() -> None:
    made, now = link(), timezone.now()
    waited = []
    for _ in range(6):
        made.heard("it doesn't answer", now)
        waited.append(waits(made))
    assert waited == [1, 2, 4, 8, 14, 14]
    assert made.failing_since == now
    assert list(WebLink.objects.dead()) == [made]


def test_what_failed_in_one_night_is_not_dead() -> None:
    made = link()
    for _ in range(DEAD_AFTER - 1):
        made.heard("it doesn't answer", timezone.now())
    assert list(WebLink.objects.dead()) == []


def test_one_answer_clears_its_name() -> None:
    made = link()
    for problem in ["it doesn't answer"] * DEAD_AFTER + [""]:
        made.heard(problem, timezone.now())
    assert (made.failures, made.failing_since, made.problem, waits(made)) == (0, None, "", 14)


def test_what_no_page_has_any_more_is_not_asked_for() -> None:
    made = link()
    assert list(WebLink.objects.due()) == [made]
    PageLink.objects.all().delete()
    assert list(WebLink.objects.due()) == []


def test_the_sweep_asks_a_site_for_one_link_at_a_time(monkeypatch) -> None:
    with other_site() as site:
        monkeypatch.setattr(guard, "PORTS", {"http": site.server_port})
        monkeypatch.setattr(guard, "is_public", lambda address: str(address) == "127.0.0.1")
        first = link(f"http://127.0.0.1:{site.server_port}/gone")
        second = link(f"http://127.0.0.1:{site.server_port}/fine")
        assert [check_links.func() for _ in range(3)] == [1, 1, 0]
        assert [path for _, path, _ in site.asked] == ["/gone", "/gone", "/fine"]
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.failures, second.failures) == (1, 0)


def test_nobody_is_asked_unless_the_operator_says_so(settings, monkeypatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(
        "hub.weblinks.ticks.enqueue", lambda task: asked.append(task is check_links)
    )
    link()
    assert (gather(), start_checking(), asked) == ("switched off", "switched off", [])
    settings.CHECK_WEB_LINKS = True
    assert (start_checking(), asked) == ("started", [True])
    WebLink.objects.update(due_at=timezone.now() + datetime.timedelta(days=1))
    assert (start_checking(), asked) == ("nothing is due", [True])
    assert gather().endswith("pages read")
