"""“Is this page useful?”: a page of its own, for everybody who may read the page."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import DetailsCheck
from hub.guidance.models import GuidancePage
from hub.pages.models import HubPage
from hub.usefulness.models import PageAnswer
from tests.factories import pages
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db
QUESTION = "Is this page useful?"
PROBLEM = {"verdict": "problem", "reason": "link", "words": "The form under step two is gone"}


@pytest.fixture
def guide() -> GuidancePage:
    return pages.guidance(title="Cuckooing")


def address_of(page: HubPage) -> str:
    return f"/useful/{page.pk}/"


def kinds_of_pages() -> list[type[HubPage]]:
    found = [HubPage]
    for model in found:
        found += model.__subclasses__()
    return [model for model in found if not model._meta.abstract]


def test_the_page_leads_there_without_cookie_or_token(client: Client, guide: GuidancePage) -> None:
    answer = client.get(guide.url)
    links = BeautifulSoup(answer.content, "html.parser").find_all("a", href=address_of(guide))
    assert [link.get_text(strip=True) for link in links] == [QUESTION]
    assert not answer.cookies
    assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_the_line_costs_no_query(client: Client, guide: GuidancePage) -> None:
    client.get(guide.url)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get(guide.url)
    assert not [q for q in queries if PageAnswer._meta.db_table in q["sql"]]


@pytest.mark.parametrize("model", kinds_of_pages(), ids=lambda model: model.__name__)
def test_a_kind_asks_where_its_layout_has_the_line_and_nowhere_else(model: type[HubPage]) -> None:
    source = get_template(model.template).template.source
    has_line = re.search(r'extends "pages/knowledge.html"', source) is not None
    assert model.asks_if_useful is has_line


@pytest.mark.parametrize(
    "make",
    [pages.practice, pages.tool, pages.provision, pages.policy, pages.term, pages.referral],
)
def test_every_kind_of_the_layout_can_be_answered(client: Client, make) -> None:
    page = make()
    assert address_of(page) in client.get(page.url).content.decode()
    client.post(address_of(page), {"verdict": "yes"})
    assert PageAnswer.objects.get().page_id == page.pk


def test_looking_says_nothing(client: Client, guide: GuidancePage) -> None:
    assert QUESTION in client.get(address_of(guide)).content.decode()
    assert not PageAnswer.objects.exists()


def test_the_form_says_whom_to_call_and_is_kept_by_no_cache(
    client: Client, guide: GuidancePage
) -> None:
    answer = client.get(address_of(guide))
    assert (
        "This isn't a referral or an emergency channel"
        in BeautifulSoup(answer.content, "html.parser").get_text()
    )
    assert "no-store" in answer["Cache-Control"]


def test_a_stranger_answers_and_is_thanked(client: Client, guide: GuidancePage) -> None:
    answer = client.post(address_of(guide), PROBLEM, follow=True)
    said = PageAnswer.objects.get()
    assert (said.verdict, said.reason, said.words) == tuple(PROBLEM.values())
    assert "Thank you" in answer.content.decode()


def test_nothing_of_the_writer_is_kept(client: Client, guide: GuidancePage) -> None:
    sign_in(client, UserFactory(name="Rowan Ashe"))
    client.post(address_of(guide), PROBLEM)
    assert PageAnswer.objects.get().day == timezone.localdate()
    assert {field.name for field in PageAnswer._meta.get_fields()} == {
        *("id", "page", "version", "verdict", "reason", "words", "day", "dealt_on", "done")
    }


def test_it_is_about_the_version_that_was_live(client: Client, guide: GuidancePage) -> None:
    first = guide.save_revision()
    first.publish()
    client.post(address_of(guide), {"verdict": "no"})
    guide.refresh_from_db()
    guide.save_revision().publish()
    client.post(address_of(guide), {"verdict": "yes"})
    guide.refresh_from_db()
    versions = PageAnswer.objects.order_by("pk").values_list("version", flat=True)
    assert list(versions) == [first.pk, guide.live_revision_id]


def test_a_form_opened_before_another_version_came_out_is_about_its_own(
    client: Client, guide: GuidancePage
) -> None:
    first = guide.save_revision()
    first.publish()
    form = BeautifulSoup(client.get(address_of(guide)).content, "html.parser")
    seen = form.find("input", {"name": "version"})["value"]
    GuidancePage.objects.get(pk=guide.pk).save_revision().publish()
    client.post(address_of(guide), {"verdict": "no", "version": seen})
    assert PageAnswer.objects.get().version == first.pk


def test_a_version_of_another_page_or_a_draft_counts_for_nothing(
    client: Client, guide: GuidancePage
) -> None:
    other = pages.guidance().save_revision()
    guide.save_revision().publish()
    draft = GuidancePage.objects.get(pk=guide.pk).save_revision()
    for sent in (other.pk, draft.pk, "x", "9" * 30):
        client.post(address_of(guide), {"verdict": "no", "version": sent})
    guide.refresh_from_db()
    versions = set(PageAnswer.objects.values_list("version", flat=True))
    assert versions == {guide.live_revision_id}


def test_yes_has_no_reason(client: Client, guide: GuidancePage) -> None:
    client.post(address_of(guide), {**PROBLEM, "verdict": "yes"})
    said = PageAnswer.objects.get()
    assert (said.reason, said.words) == ("", PROBLEM["words"])


@pytest.mark.parametrize(
    "sent",
    [{}, {"verdict": "perhaps"}, {**PROBLEM, "reason": ""}, {**PROBLEM, "words": "a" * 1001}],
)
def test_what_says_too_little_or_too_much_is_asked_again(
    client: Client, guide: GuidancePage, sent: dict[str, str]
) -> None:
    answer = client.post(address_of(guide), sent)
    assert not PageAnswer.objects.exists()
    assert "There is a problem" in answer.content.decode()


def test_words_that_may_point_at_a_person_are_asked_about(
    client: Client, guide: GuidancePage
) -> None:
    sent = {**PROBLEM, "words": "Kai Green, 14, can't read it"}
    answer = client.post(address_of(guide), sent)
    assert not PageAnswer.objects.exists()
    assert "could point to a real person" in answer.content.decode()
    assert DetailsCheck.objects.get().place == "usefulness"


def closed() -> GuidancePage:
    page = pages.guidance()
    pages.restrict(page, group_for_area(AreaFactory()))
    return page


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    "make",
    [
        closed,
        lambda: pages.guidance(live=False),
        lambda: pages.guidance(withdrawn_on=timezone.localdate()),
        pages.home_page,
    ],
    ids=["closed", "draft", "withdrawn", "asks nothing"],
)
def test_what_one_may_not_read_or_is_not_asked_is_missing(
    client: Client, make, method: str
) -> None:
    answer = getattr(client, method)(address_of(make()), PROBLEM)
    assert answer.status_code == 404
    assert not PageAnswer.objects.exists()


def test_a_withdrawn_page_has_no_line(client: Client) -> None:
    page = pages.guidance(withdrawn_on=timezone.localdate())
    assert QUESTION not in client.get(page.url).content.decode()


def test_those_of_the_area_may_answer(client: Client) -> None:
    area = AreaFactory()
    page = pages.guidance()
    pages.restrict(page, group_for_area(area))
    sign_in(client, with_role(UserFactory(), Role.PRACTITIONER, area=area))
    client.post(address_of(page), {"verdict": "yes"})
    assert PageAnswer.objects.exists()


def test_it_needs_a_form_token(guide: GuidancePage) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address_of(guide), PROBLEM).status_code == 403
    assert not PageAnswer.objects.exists()


def test_a_stranger_writes_so_many_times_alone(
    client: Client, guide: GuidancePage, settings
) -> None:
    cache.clear()
    settings.HUB_RATE_LIMITS = {**settings.HUB_RATE_LIMITS, "write": "2/m/user"}
    answers = [client.post(address_of(guide), {"verdict": "no"}).status_code for _ in range(3)]
    cache.clear()
    assert answers == [302, 302, 429]
    assert PageAnswer.objects.count() == 2
