"""Who can be named, who is told of it, and who sees it."""

import pytest

from hub.access.enums import Role
from hub.forum.models import Mention, Post
from hub.forum.naming import MOST_NAMED
from hub.forum.services import ask_question, follow_thread, hide_post
from hub.forum.telling import tell_followers
from hub.notices.models import Notice
from hub.notices.services import mute
from hub.users.models import User
from tests.factories.directory import list_person, listed_person
from tests.factories.forum import (
    SpaceFactory,
    ThemeFactory,
    moderator,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db


def practitioner(**more: object) -> User:
    return with_role(UserFactory(**more), Role.PRACTITIONER)


def listed(name: str) -> User:
    return list_person(practitioner(name=name))


def found(as_person, person, typed: str) -> str:
    return (
        as_person(person)
        .get("/forum/people/", {"find": typed}, headers={"HX-Request": "true"})
        .content.decode()
    )


def test_colleagues_are_found_by_part_of_their_name(as_person) -> None:
    wanted = listed("Hana Okoro")
    page = found(as_person, practitioner(), "oko")
    assert "Hana Okoro" in page
    assert f'value="{wanted.pk}"' in page


def test_people_who_did_not_choose_to_be_found_are_not(as_person) -> None:
    practitioner(name="Hana Okoro")
    assert "Okoro" not in found(as_person, practitioner(), "okoro")


def test_somebody_is_found_by_their_work_name_alone(as_person) -> None:
    list_person(practitioner(name="Hana Okoro"), work_name="Panel office")
    person = practitioner()
    assert "Panel office" in found(as_person, person, "panel")
    assert "Panel office" not in found(as_person, person, "okoro")


def test_without_the_script_the_address_leads_to_the_directory(as_person) -> None:
    assert as_person(practitioner()).get("/forum/people/").url == "/people/colleagues/"


def test_one_letter_finds_nobody(as_person) -> None:
    listed("Hana Okoro")
    assert "Okoro" not in found(as_person, practitioner(), "o")


def test_who_is_found_does_not_tell_who_may_read_a_private_space(as_person) -> None:
    """The same people are offered wherever the post is to stand."""
    area = AreaFactory()
    thread = question(space=space_of_area(area))
    writer = with_role(practitioner(), Role.PRACTITIONER, area=area)
    listed("Hana Okoro")
    sent = {"body": "See this.", "find": "okoro", "preview": "people"}
    page = as_person(writer).post(f"/forum/threads/{thread.pk}/reply/", sent).content.decode()
    assert "Hana Okoro" in page


def test_a_member_who_may_not_read_the_directory_names_nobody(as_person) -> None:
    person, wanted = UserFactory(), listed_person()
    assert 'name="find"' not in as_person(person).get("/forum/ask/").content.decode()
    sent = {"title": "Who?", "body": "Who?", "space": SpaceFactory().pk, "told": [wanted.pk]}
    as_person(person).post("/forum/ask/", sent)
    assert Post.objects.exists()
    assert not Mention.objects.exists()


def sent_reply(as_person, **typed: object) -> str:
    address = f"/forum/threads/{question().pk}/reply/"
    data = {"body": "Ask them.", **typed}
    return as_person(practitioner()).post(address, data, follow=True).content.decode()


def test_the_names_stand_beside_the_post_for_readers_of_the_directory(as_person, client) -> None:
    wanted = listed("Hana Okoro")
    page = sent_reply(as_person, told=[wanted.pk], find="okoro")
    assert f'<a href="/people/{wanted.pk}/">Hana Okoro</a>' in page
    address = Post.objects.latest("pk").thread.get_absolute_url()
    assert "Okoro" not in client.get(address).content.decode()
    assert "Okoro" not in as_person(UserFactory()).get(address).content.decode()


def test_a_name_goes_once_its_person_is_listed_no_longer(as_person) -> None:
    wanted = listed("Hana Okoro")
    sent_reply(as_person, told=[wanted.pk])
    wanted.listing.is_listed = False
    wanted.listing.save()
    address = Post.objects.latest("pk").thread.get_absolute_url()
    assert "Okoro" not in as_person(practitioner()).get(address).content.decode()


def test_a_name_that_was_typed_and_not_ticked_is_asked_about(as_person) -> None:
    listed("Hana Okoro")
    page = sent_reply(as_person, find="okoro")
    assert "Tick the colleague whom you mean" in page
    assert Post.objects.count() == 1


def test_people_without_an_entry_cannot_be_named_by_their_number(as_person) -> None:
    sent_reply(as_person, told=[practitioner().pk])
    assert not Mention.objects.exists()


def test_a_few_colleagues_are_enough(as_person) -> None:
    many = [listed_person().pk for _ in range(MOST_NAMED + 1)]
    page = sent_reply(as_person, told=many)
    assert "Tell at most 5 colleagues." in page


def test_who_writes_without_a_name_names_nobody(as_person) -> None:
    page = sent_reply(as_person, told=[listed_person().pk], anonymous="on")
    assert "Whom you tell could tell who you are." in page
    assert not Mention.objects.exists()


def test_no_service_lets_them_either() -> None:
    with pytest.raises(ValueError, match="names nobody"):
        reply(question(), anonymous=True, told=[listed_person()])


def notices_of(person) -> list[str]:
    return list(Notice.objects.filter(person=person).values_list("text", flat=True))


def test_whoever_is_named_gets_one_notice() -> None:
    wanted, author = listed_person(), practitioner(name="Ben Adeyemi")
    question(author=author, title="Who?", told=[wanted])
    assert notices_of(wanted) == ["Ben Adeyemi named you in “Who?”"]


def test_a_follower_who_is_named_gets_one_notice_of_the_post() -> None:
    wanted, thread = listed_person(), question(title="Who?")
    follow_thread(thread=thread, person=wanted)
    reply(thread, author=practitioner(name="Ben Adeyemi"), told=[wanted])
    tell_followers.call()
    assert notices_of(wanted) == ["Ben Adeyemi named you in “Who?”"]


def test_a_question_is_not_offered_to_whom_it_names() -> None:
    theme = ThemeFactory()
    wanted = list_person(practitioner(), themes=[theme])
    question(author=practitioner(name="Ben Adeyemi"), title="Who?", themes=[theme], told=[wanted])
    assert notices_of(wanted) == ["Ben Adeyemi named you in “Who?”"]


def test_whoever_may_not_read_the_space_hears_nothing() -> None:
    wanted = listed_person()
    question(space=space_of_area(AreaFactory()), told=[wanted])
    assert notices_of(wanted) == []


def test_it_is_asked_at_sending_whether_they_may() -> None:
    area = AreaFactory()
    wanted = listed_person()
    with_role(wanted, Role.PRACTITIONER, area=area)
    ask_question(
        author=UserFactory(), space=space_of_area(area), title="Who?", body="Who?", told=[wanted]
    )
    wanted.memberships.filter(area=area).delete()
    tell_followers.call()
    assert notices_of(wanted) == []


def test_whoever_muted_the_space_is_not_disturbed() -> None:
    wanted, space = listed_person(), SpaceFactory()
    mute(person=wanted, kind="space", object_id=space.pk)
    question(space=space, told=[wanted])
    assert notices_of(wanted) == []


def test_nobody_is_told_of_a_post_that_was_hidden_meanwhile() -> None:
    wanted = listed_person()
    thread = ask_question(
        author=UserFactory(), space=SpaceFactory(), title="Who?", body="Who?", told=[wanted]
    )
    hide_post(post=thread.posts.get(), by=moderator(), reason="A name.")
    tell_followers.call()
    assert notices_of(wanted) == []


def test_a_kept_draft_has_its_people_again(client) -> None:
    person, wanted = practitioner(), listed("Hana Okoro")
    mark = sign_in(client, person).get("/forum/ask/").context["writer"]
    client.cookies.clear()
    client.post("/forum/ask/", {"body": "Who?", "told": [wanted.pk], "writer": mark})
    page = sign_in(client, person).get("/forum/ask/").content.decode()
    assert "Hana Okoro" in page
