import pytest

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.forum.models import Thread
from hub.support.enums import Helped, Status
from hub.support.models import SupportRequest
from hub.support.services import add_note, say_whether_it_helped
from tests.factories.forum import SpaceFactory, members_space
from tests.factories.people import UserFactory, with_role
from tests.factories.support import answered, asked_desk, front_line

pytestmark = pytest.mark.django_db
PRIVATE = "A worker in our small town asked us which order they should apply for this week."


def fresh(request: SupportRequest) -> SupportRequest:
    request.refresh_from_db()
    return request


def test_the_team_sees_who_asks_what_is_noted_and_whether_it_helped(as_person) -> None:
    request, me = asked_desk(UserFactory(name="Ada Quist")), front_line()
    answered(request, me)
    add_note(request=request, author=me, body="Ask the lawyers.")
    say_whether_it_helped(request=request, helped=Helped.NO, reason="Too late.")
    page = as_person(me).get(request.desk_url).content.decode()
    for words in ("Ada Quist", "Ask the lawyers.", "Too late."):
        assert words in page


def test_looking_at_a_request_is_recorded_once_a_day(as_person) -> None:
    request, me = asked_desk(), front_line()
    client = as_person(me)
    client.get(request.desk_url)
    client.get(request.desk_url)
    record = AuditRecord.objects.get(action="support.viewed")
    assert (record.person_id, record.subject) == (me.pk, f"support request {request.pk}")


def test_it_is_taken_on(as_person) -> None:
    request, me = asked_desk(), front_line()
    as_person(me).post(f"{request.desk_url}take/")
    assert (fresh(request).assignee, request.status) == (me, Status.TAKEN)


def test_an_answer_is_sent(as_person) -> None:
    request, me = asked_desk(), front_line()
    as_person(me).post(request.desk_url, {"body": "The first one."})
    assert (fresh(request).status, request.messages.get().author) == (Status.ANSWERED, me)


def test_more_is_asked_for(as_person) -> None:
    request = asked_desk()
    as_person(front_line()).post(request.desk_url, {"body": "Which?", "asks_back": "on"})
    assert fresh(request).status == Status.ASKED_BACK


def test_an_empty_answer_is_refused_with_a_message(as_person) -> None:
    request = asked_desk()
    page = as_person(front_line()).post(request.desk_url, {"body": ""}).content.decode()
    assert "Write your answer before you send it." in page


def test_a_note_is_kept(as_person) -> None:
    request = asked_desk()
    as_person(front_line()).post(f"{request.desk_url}note/", {"body": "Ask the lawyers."})
    assert request.notes.get().body == "Ask the lawyers."


def test_it_is_handed_over_with_a_note(as_person) -> None:
    request, me, other = asked_desk(), front_line(), front_line()
    client, address = as_person(me), f"{request.desk_url}hand-over/"
    page = client.post(address, {"to": other.pk, "note": ""}).content.decode()
    assert "Say what your colleague should know." in page
    client.post(address, {"to": other.pk, "note": "I'm away."})
    assert (fresh(request).assignee, request.notes.get().handed_to) == (other, other)


@pytest.mark.parametrize("whom", ["asker", "a member", "myself"])
def test_it_is_given_to_nobody_but_a_colleague(as_person, whom: str) -> None:
    me, asker = front_line(), front_line()
    request = asked_desk(asker)
    to = {"asker": asker, "a member": UserFactory(), "myself": me}[whom]
    page = as_person(me).post(f"{request.desk_url}hand-over/", {"to": to.pk, "note": "Here."})
    assert "Choose a colleague from the list." in page.content.decode()
    assert fresh(request).assignee is None


def test_it_is_closed(as_person) -> None:
    request = asked_desk()
    as_person(front_line()).post(f"{request.desk_url}close/")
    assert fresh(request).is_closed


PARTS = ["", "take/", "note/", "hand-over/", "close/", "publish/"]


@pytest.mark.parametrize("part", PARTS)
def test_nobody_else_finds_it(as_person, part: str) -> None:
    request = asked_desk(may_publish=True)
    for person in (request.asker, with_role(UserFactory(), Role.MODERATOR), UserFactory()):
        client, address = as_person(person), f"{request.desk_url}{part}"
        answers = {client.get(address).status_code, client.post(address).status_code}
        assert answers <= {404, 405}
    assert fresh(request).status == Status.NEW


@pytest.mark.parametrize("part", PARTS)
def test_nor_does_a_colleague_who_asked_it(as_person, part: str) -> None:
    me = front_line()
    request = asked_desk(me, may_publish=True)
    add_note(request=request, author=front_line(), body="Ask the lawyers.")
    client, address = as_person(me), f"{request.desk_url}{part}"
    assert {client.get(address).status_code, client.post(address).status_code} <= {404, 405}


def typed(space, **changes: object) -> dict[str, object]:
    return {
        "title": "How do we choose between the two orders?",
        "body": "Both seem to fit. What decides?",
        "answer": "The age of the person.",
        "space": space.pk,
        **changes,
    }


def publishing(request) -> str:
    return f"{request.desk_url}publish/"


def test_the_form_starts_empty_beside_the_private_text(as_person) -> None:
    request = asked_desk(body=PRIVATE, may_publish=True)
    response = as_person(front_line()).get(publishing(request))
    assert PRIVATE in response.content.decode()
    form = response.context["form"]
    assert [form[name].value() for name in ("title", "body", "answer")] == [None, None, None]


def test_the_general_part_is_published(as_person) -> None:
    request, me = asked_desk(may_publish=True), front_line()
    as_person(me).post(publishing(request), typed(SpaceFactory()))
    thread = Thread.objects.get()
    assert (fresh(request).thread, thread.author, thread.is_solved) == (thread, me, True)


def test_what_is_published_leads_to_its_thread(as_person) -> None:
    request, client = asked_desk(may_publish=True), as_person(front_line())
    client.post(publishing(request), typed(SpaceFactory()))
    assert client.get(publishing(request)).url == Thread.objects.get().get_absolute_url()


def test_without_leave_there_is_no_form_and_no_thread(as_person) -> None:
    request, client = asked_desk(), as_person(front_line())
    assert client.get(publishing(request)).status_code == 404
    assert client.post(publishing(request), typed(SpaceFactory())).status_code == 404
    assert publishing(request) not in client.get(request.desk_url).content.decode()


def test_only_an_open_space_can_be_chosen(as_person) -> None:
    request = asked_desk(may_publish=True)
    page = as_person(front_line()).post(publishing(request), typed(members_space()))
    assert "Choose a space from the list." in page.content.decode()
    assert not Thread.objects.exists()


@pytest.mark.parametrize("field", ["title", "body", "answer"])
def test_the_words_of_the_asker_are_refused(as_person, field: str) -> None:
    request = asked_desk(body=PRIVATE, may_publish=True)
    copied = typed(SpaceFactory(), **{field: PRIVATE})
    page = as_person(front_line()).post(publishing(request), copied).content.decode()
    assert "stands in the private request. Write it anew." in page
    assert not Thread.objects.exists()


def test_a_detail_of_a_person_is_asked_about_first(as_person) -> None:
    request = asked_desk(may_publish=True)
    copied = typed(SpaceFactory(), body="Ring her on 07700 900123.")
    page = as_person(front_line()).post(publishing(request), copied).content.decode()
    assert "details_confirmed" in page
    assert not Thread.objects.exists()
