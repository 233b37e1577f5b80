"""The board: counts of each version, open problems first, of pages that one may change alone."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import AuditRecord
from hub.guidance.models import GuidancePage
from hub.usefulness.enums import Reason, Verdict
from hub.usefulness.models import PageAnswer
from tests.factories import pages
from tests.factories.courses import make_course
from tests.factories.people import AreaFactory, UserFactory, sign_in, staff_client, with_role
from tests.factories.usefulness import answer_about, problem_with

pytestmark = pytest.mark.django_db
BOARD = "/cms/usefulness/"


@pytest.fixture
def author() -> Client:
    return staff_client(Role.AUTHOR)


@pytest.fixture
def guide() -> GuidancePage:
    return pages.guidance(title="Cuckooing")


def rows(client: Client) -> list[list[str]]:
    html = BeautifulSoup(client.get(BOARD).content, "html.parser")
    found = html.find("table", class_="listing").find("tbody").find_all("tr")
    return [[cell.get_text(strip=True) for cell in row.find_all("td")] for row in found]


def about(client: Client, page: GuidancePage) -> str:
    return client.get(f"{BOARD}{page.pk}/").content.decode()


def test_counts_of_this_version_stand_before_those_of_earlier_ones(
    author: Client, guide: GuidancePage
) -> None:
    answer_about(guide)
    answer_about(guide, Verdict.NO)
    guide.save_revision().publish()
    guide.refresh_from_db()
    answer_about(guide)
    answer_about(guide)
    assert rows(author) == [["Cuckooing", "0", "2 / 1", "0 / 1", "0 / 0"]]


def test_open_problems_come_first(author: Client, guide: GuidancePage) -> None:
    other, third = pages.guidance(title="Debt"), pages.guidance(title="Alarm")
    answer_about(third)
    problem_with(guide, dealt_on="2026-03-02")
    problem_with(other)
    assert [row[0] for row in rows(author)] == ["Debt", "Cuckooing", "Alarm"]


def test_a_page_of_which_nothing_was_said_is_not_there(author: Client, guide: GuidancePage) -> None:
    assert rows(author) == [["Nobody has said anything of your pages yet."]]


def test_the_board_costs_the_same_for_many_pages(author: Client, guide: GuidancePage) -> None:
    answer_about(guide)
    rows(author)
    with CaptureQueriesContext(connection) as few:
        rows(author)
    for _ in range(4):
        problem_with(pages.guidance())
    with CaptureQueriesContext(connection) as many:
        rows(author)
    assert len(many) == len(few)


def test_words_stand_with_their_reason_and_version(author: Client, guide: GuidancePage) -> None:
    answer_about(guide, Verdict.NO, reason=Reason.HARD, words="Too many long words")
    guide.save_revision().publish()
    html = about(author, guide)
    assert "Too many long words" in html
    assert "It is hard to understand" in html
    assert "of an earlier version" in html


def test_words_of_readers_are_text(author: Client, guide: GuidancePage) -> None:
    problem = problem_with(guide, words="<script>alert(1)</script>", done="<b>x</b>")
    shown = about(author, guide) + author.get(f"{BOARD}problems/{problem.pk}/").content.decode()
    assert "<script>alert(1)" not in shown
    assert "<b>x</b>" not in shown


def test_counts_stand_by_version(author: Client, guide: GuidancePage) -> None:
    answer_about(guide)
    guide.save_revision().publish()
    guide.refresh_from_db()
    answer_about(guide, Verdict.NO)
    html = BeautifulSoup(about(author, guide), "html.parser")
    lines = [
        line.get_text(" ", strip=True)
        for line in html.find("table", class_="listing").find("tbody").find_all("tr")
    ]
    assert lines[0].startswith("The present one")
    assert lines[0].endswith("0 1 0")
    assert lines[1] == "An earlier one 1 0 0"


def closed_problem() -> PageAnswer:
    page = pages.guidance(title="For Ardale alone")
    pages.restrict(page, group_for_area(AreaFactory()))
    return problem_with(page, words="Secret words")


def test_staff_of_another_area_meet_nothing_of_a_closed_page(author: Client) -> None:
    problem = closed_problem()
    assert "Ardale" not in author.get(BOARD).content.decode()
    for address in (f"{BOARD}{problem.page_id}/", f"{BOARD}problems/{problem.pk}/"):
        assert author.get(address).status_code == 404


@pytest.mark.parametrize("sent", [{"done": "Mended"}, {"then": "open"}])
def test_staff_of_another_area_close_nothing_and_open_nothing(
    author: Client, sent: dict[str, str]
) -> None:
    problem = closed_problem()
    PageAnswer.objects.update(dealt_on="2026-03-02" if "then" in sent else None)
    before = PageAnswer.objects.values().get()
    assert author.post(f"{BOARD}problems/{problem.pk}/", sent).status_code == 404
    assert PageAnswer.objects.values().get() == before


def test_staff_of_the_area_find_it() -> None:
    area = AreaFactory()
    page = pages.guidance(title="For Ardale alone")
    pages.restrict(page, group_for_area(area))
    problem_with(page, words="Secret words")
    author = with_role(UserFactory(), Role.AUTHOR)
    client = sign_in(Client(), with_role(author, Role.PRACTITIONER, area=area), mfa=True)
    assert [row[0] for row in rows(client)] == ["For Ardale alone"]
    assert "Secret words" in about(client, page)
    opened = AuditRecord.objects.filter(action="page.opened", subject=f"page {page.pk}")
    assert opened.exists()


def test_who_is_no_staff_finds_no_board(client: Client, guide: GuidancePage) -> None:
    sign_in(client, UserFactory())
    problem = problem_with(guide)
    for address in (BOARD, f"{BOARD}{guide.pk}/", f"{BOARD}problems/{problem.pk}/"):
        assert client.get(address).status_code == 404


def test_a_page_that_is_no_content_has_no_board(author: Client) -> None:
    assert author.get(f"{BOARD}{pages.home_page().pk}/").status_code == 404


def test_a_problem_is_dealt_with_and_opened_again(author: Client, guide: GuidancePage) -> None:
    problem = problem_with(guide)
    address = f"{BOARD}problems/{problem.pk}/"
    answer = author.post(address, {"done": "Mended in the version of 3 May"}, follow=True)
    assert "Mended in the version of 3 May" in answer.content.decode()
    problem.refresh_from_db()
    assert not problem.is_open
    author.post(address, {"then": "open"})
    problem.refresh_from_db()
    assert problem.is_open


def test_who_dealt_with_it_stands_in_the_audit_record(author: Client, guide: GuidancePage) -> None:
    problem = problem_with(guide)
    for sent in ({"done": "Mended"}, {"then": "open"}):
        author.post(f"{BOARD}problems/{problem.pk}/", sent)
    kept = AuditRecord.objects.filter(action__startswith="usefulness.").order_by("pk")
    assert [row.action for row in kept] == ["usefulness.dealt_with", "usefulness.reopened"]
    assert {row.subject for row in kept} == {f"page {guide.pk}"}
    assert all(row.person_id for row in kept)


@pytest.mark.parametrize("done", ["", "Rang Kai Green, 14, about it"])
def test_a_problem_is_closed_with_words_that_point_at_nobody(
    author: Client, guide: GuidancePage, done: str
) -> None:
    problem = problem_with(guide)
    answer = author.post(f"{BOARD}problems/{problem.pk}/", {"done": done})
    problem.refresh_from_db()
    assert answer.status_code == 200
    assert problem.is_open


def test_an_answer_that_is_no_problem_is_not_dealt_with(
    author: Client, guide: GuidancePage
) -> None:
    other = answer_about(guide, Verdict.NO, words="Too long")
    assert author.post(f"{BOARD}problems/{other.pk}/", {"done": "Cut"}).status_code == 404


def test_the_page_in_the_cms_leads_there(author: Client, guide: GuidancePage) -> None:
    assert f"{BOARD}{guide.pk}/" in author.get(f"/cms/pages/{guide.pk}/edit/").content.decode()


def test_a_course_has_no_way_there(author: Client) -> None:
    course = make_course(1)
    assert (
        f"{BOARD}{course.pk}/" not in author.get(f"/cms/pages/{course.pk}/edit/").content.decode()
    )


def test_what_a_second_person_writes_overwrites_nothing_in_silence(author: Client) -> None:
    problem = problem_with(pages.guidance())
    address = f"/cms/usefulness/problems/{problem.pk}/"
    author.post(address, {"done": "Mended the link", "seen": ""})
    answer = author.post(address, {"done": "Took it out", "seen": ""})
    assert "Somebody wrote meanwhile: Mended the link" in answer.content.decode()
    assert "Took it out" in answer.content.decode()
    problem.refresh_from_db()
    assert problem.done == "Mended the link"
