from datetime import timedelta

import pytest
from django.utils import timezone

from hub.access.enums import Role
from hub.support.enums import Help
from hub.support.services import assign, close
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role
from tests.factories.support import answered, asked_desk, front_line

pytestmark = pytest.mark.django_db
BOARD = "/support/desk/"


def titles(response) -> list[str]:
    return [row.request.title for row in response.context["rows"]]


def test_what_waits_longest_comes_first_and_what_waits_not_comes_last(as_person) -> None:
    now = timezone.now()
    done = asked_desk(title="Done?", at=now - timedelta(days=30))
    answered(done)
    asked_desk(title="New?", at=now - timedelta(hours=1))
    asked_desk(title="Old?", at=now - timedelta(days=20))
    response = as_person(front_line()).get(BOARD)
    assert titles(response) == ["Old?", "New?", "Done?"]
    assert "2 requests wait for the team." in response.content.decode()


def test_it_says_how_many_working_days(as_person) -> None:
    asked_desk(at=timezone.now() - timedelta(days=28))
    assert "working days" in as_person(front_line()).get(BOARD).content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Law?", "Hub?"}),
        ("?kind=technical", {"Hub?"}),
        ("?status=closed", {"Over?"}),
        ("?status=new", {"Law?"}),
        ("?mine=on", {"Hub?"}),
        ("?kind=nonsense&status=%00", {"Law?", "Hub?"}),
    ],
)
def test_it_is_narrowed_by_kind_status_and_whose_it_is(as_person, query: str, expected) -> None:
    me = front_line()
    asked_desk(title="Law?")
    mine = asked_desk(title="Hub?", kind=Help.TECHNICAL)
    assign(request=mine, to=me, by=me)
    over = asked_desk(title="Over?")
    close(request=over, by=over.asker)
    assert set(titles(as_person(me).get(BOARD + query))) == expected


def test_what_one_asked_oneself_is_not_on_the_board(as_person) -> None:
    me = front_line()
    asked_desk(me)
    assert titles(as_person(me).get(BOARD)) == []


def test_empty_boards_say_so(as_person) -> None:
    client = as_person(front_line())
    assert "Nothing waits" in client.get(BOARD).content.decode()
    assert "No request fits" in client.get(f"{BOARD}?mine=on").content.decode()


@pytest.mark.parametrize(
    "role", [Role.MEMBER, Role.LEAD, Role.MODERATOR, Role.ANALYST, Role.ADMINISTRATOR]
)
def test_nobody_of_another_role_finds_the_board(as_person, role: Role) -> None:
    client = as_person(with_role(UserFactory(), role))
    assert client.get(BOARD).status_code == 404
    assert BOARD not in client.get("/support/").content.decode()


def test_the_role_in_one_area_gives_no_power_here(as_person) -> None:
    local = with_role(UserFactory(), Role.FRONT_LINE, area=AreaFactory())
    assert as_person(local).get(BOARD).status_code == 404


def test_a_password_alone_does_not_open_it(client) -> None:
    request = asked_desk()
    asked = sign_in(client, front_line())
    page = asked.get(request.desk_url, follow=True).content.decode()
    assert request.title not in page


def test_the_board_costs_no_query_for_each_row(as_person, django_assert_max_num_queries) -> None:
    for n in range(12):
        asked_desk(title=f"Number {n}?")
    client = as_person(front_line())
    client.get(BOARD)
    with django_assert_max_num_queries(16):
        client.get(BOARD)
