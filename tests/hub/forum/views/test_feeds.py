"""Feeds of spaces and threads: open ones for everybody, closed ones with a person's key."""

from datetime import timedelta

import defusedxml.ElementTree as ET
import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from hub.access.enums import Marking, Role
from hub.access.models import AccessRule, AuditRecord, Membership
from hub.access.rules import rule
from hub.access.tokens import PRACTITIONER, role_token
from hub.forum.models import Space
from hub.forum.services import edit_post, hide_post
from hub.notices.feed_keys import token_of
from hub.notices.services import renew_feed_key, revoke_feed_key
from hub.users.models import User
from tests.factories.forum import (
    SpaceFactory,
    first_post,
    members_space,
    moderator,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed_of(thing: Space, **headers: str) -> HttpResponse:
    return Client().get(f"/feeds/spaces/{thing.slug}/", headers=headers)


def private_feed(person: User, space: Space) -> HttpResponse:
    token = token_of(renew_feed_key(person=person))
    return Client().get(f"/feeds/private/{token}/spaces/{space.slug}/")


def titles(answer: HttpResponse) -> list[str | None]:
    assert answer["Content-Type"] == "application/atom+xml"
    return [t.text for t in ET.fromstring(answer.content).findall("a:entry/a:title", ATOM)]


def member_of(space_area: str = "ardale") -> tuple[User, Space]:
    area = AreaFactory(slug=space_area)
    return with_role(UserFactory(), Role.PRACTITIONER, area=area), space_of_area(area)


def test_a_space_has_its_newest_questions_first() -> None:
    space, day = SpaceFactory(), timezone.now() - timedelta(days=3)
    question(space=space, title="Old", at=day)
    reply(question(space=space, title="New"))
    assert titles(feed_of(space)) == ["New", "Old"]


def test_a_thread_has_its_posts() -> None:
    thread = question(title="Who refers?")
    reply(thread, body="You **do**.")
    answer = Client().get(f"/feeds/threads/{thread.pk}/")
    assert titles(answer) == ["Who refers?", "Who refers?"]
    assert "&lt;strong&gt;do&lt;/strong&gt;" in answer.content.decode()


def test_every_part_that_atom_asks_for_is_there() -> None:
    thread = question(author=UserFactory(name="Ada"))
    root = ET.fromstring(feed_of(thread.space).content)
    for part in ("a:id", "a:title", "a:updated", "a:author/a:name", "a:link[@rel='self']"):
        assert root.find(part, ATOM) is not None, part
    entry = root.find("a:entry", ATOM)
    for part in ("a:id", "a:title", "a:updated", "a:link", "a:summary[@type='html']"):
        assert entry.find(part, ATOM) is not None, part
    assert entry.find("a:author/a:name", ATOM).text == "Ada"


def test_links_are_absolute() -> None:
    space = SpaceFactory()
    post = first_post(question(space=space, body="See [the rules](/forum/rules/)."))
    found = feed_of(space).content.decode()
    assert f'href="http://testserver/forum/posts/{post.pk}/"' in found
    assert 'href="http://testserver/forum/rules/"' in found.replace("&quot;", '"')


def test_what_is_hidden_is_in_no_feed() -> None:
    thread = question(body="Names somebody.")
    post = reply(thread, body="Says where they live.")
    hide_post(post=post, by=moderator(), reason="Names a child.")
    assert "where they live" not in Client().get(f"/feeds/threads/{thread.pk}/").content.decode()
    hide_post(post=first_post(thread), by=moderator(), reason="Names a child.")
    assert titles(feed_of(thread.space)) == []
    assert Client().get(f"/feeds/threads/{thread.pk}/").status_code == 404


@pytest.mark.parametrize("text", ["\x0bvertical", "]]><script>", "\ud7ff\ufffe", "<&>\"'"])
def test_any_text_gives_a_feed_that_can_be_read(text: str) -> None:
    space = SpaceFactory()
    question(space=space, title=f"Title {text}", body=f"Body {text} end")
    assert len(titles(feed_of(space))) == 1


def test_a_closed_space_has_no_feed_without_a_key_for_anybody() -> None:
    person, space = member_of()
    address = f"/feeds/spaces/{space.slug}/"
    assert Client().get(address).status_code == 404
    assert sign_in(Client(), person, mfa=True).get(address).status_code == 404


def test_a_key_opens_what_its_person_may_read() -> None:
    person, space = member_of()
    thread = question(space=space, title="Inside")
    assert titles(private_feed(person, space)) == ["Inside"]
    token = token_of(person.feed_key)
    answer = Client().get(f"/feeds/private/{token}/threads/{thread.pk}/")
    assert titles(answer) == ["Inside"]


def test_a_private_feed_is_kept_by_nobody_and_does_not_tell_its_address() -> None:
    person, space = member_of()
    question(space=space)
    answer = private_feed(person, space)
    assert answer["Cache-Control"] == "private, no-store"
    assert token_of(person.feed_key) not in answer.content.decode()


def test_a_key_opens_nothing_that_its_person_lost() -> None:
    person, space = member_of()
    Membership.objects.all().delete()
    assert private_feed(person, space).status_code == 404


def test_the_key_of_somebody_who_left_opens_nothing() -> None:
    person = UserFactory(is_active=False)
    assert private_feed(person, SpaceFactory()).status_code == 404


def test_a_renewed_or_revoked_key_opens_nothing() -> None:
    person, space = member_of()
    first = token_of(renew_feed_key(person=person))
    second = token_of(renew_feed_key(person=person))
    assert Client().get(f"/feeds/private/{first}/spaces/{space.slug}/").status_code == 404
    assert Client().get(f"/feeds/private/{second}/spaces/{space.slug}/").status_code == 200
    revoke_feed_key(person=person)
    assert Client().get(f"/feeds/private/{second}/spaces/{space.slug}/").status_code == 404


def test_the_stored_seed_alone_opens_nothing() -> None:
    person, space = member_of()
    seed = renew_feed_key(person=person).seed
    for token in (seed, f"{seed}:", f"{seed}:x"):
        assert Client().get(f"/feeds/private/{token}/spaces/{space.slug}/").status_code == 404


def test_a_key_counts_as_no_second_step() -> None:
    leader = with_role(UserFactory(), Role.MODERATOR)
    wanted = AccessRule.objects.for_rule(rule([role_token(Role.MODERATOR)]))
    assert private_feed(leader, SpaceFactory(access_rule=wanted)).status_code == 404


def test_nothing_sensitive_is_in_any_feed() -> None:
    person = with_role(UserFactory(), Role.PRACTITIONER)
    wanted = AccessRule.objects.for_rule(rule([PRACTITIONER]))
    space = SpaceFactory(access_rule=wanted)
    question(space=space, title="Before")
    assert titles(private_feed(person, space)) == ["Before"]
    Space.objects.update(marking=Marking.OFFICIAL_SENSITIVE)
    assert private_feed(person, space).status_code == 404
    assert feed_of(space).status_code == 404


def test_reading_a_closed_space_by_feed_is_recorded_once_a_day() -> None:
    person, space = member_of()
    for _ in range(2):
        private_feed(person, space)
    read = AuditRecord.objects.get(action="feed.read")
    assert (read.person_id, read.subject) == (person.pk, f"space {space.pk}")


def test_a_feed_that_did_not_change_is_not_sent_again() -> None:
    thread = question()
    first = feed_of(thread.space)
    known = {"If-None-Match": first["ETag"], "If-Modified-Since": first["Last-Modified"]}
    assert feed_of(thread.space, **known).status_code == 304
    post = first_post(thread)
    edit_post(post=post, editor=thread.author, body="Put better.", version=1)
    assert feed_of(thread.space, **known).status_code == 200


def test_an_empty_feed_stays_the_same() -> None:
    space = SpaceFactory()
    assert feed_of(space)["ETag"] == feed_of(space)["ETag"]
    assert titles(feed_of(space)) == []


def test_nothing_closed_is_answered_to_a_reader_that_knew_it_before() -> None:
    person, space = member_of()
    tag = private_feed(person, space)["ETag"]
    Membership.objects.all().delete()
    address = f"/feeds/private/{token_of(person.feed_key)}/spaces/{space.slug}/"
    assert Client().get(address, headers={"If-None-Match": tag}).status_code == 404


def feed_in_head(client: Client, address: str) -> str | None:
    head = BeautifulSoup(client.get(address).content, "html.parser").head
    link = head.find("link", type="application/atom+xml")
    return link["href"] if link else None


def test_the_pages_of_what_is_open_name_their_feed(client: Client) -> None:
    thread = question()
    found = feed_in_head(client, thread.space.get_absolute_url())
    assert found == f"/feeds/spaces/{thread.space.slug}/"
    found = feed_in_head(client, thread.get_absolute_url())
    assert found == f"/feeds/threads/{thread.pk}/"


def test_the_page_of_a_closed_space_names_its_feed_to_who_has_a_key() -> None:
    person, space = UserFactory(), members_space()
    browser = sign_in(Client(), person)
    assert feed_in_head(browser, space.get_absolute_url()) is None
    token = token_of(renew_feed_key(person=person))
    found = feed_in_head(browser, space.get_absolute_url())
    assert found == f"/feeds/private/{token}/spaces/{space.slug}/"
    assert browser.get(found).status_code == 200


def test_a_key_is_made_renewed_and_revoked_on_its_page() -> None:
    person = UserFactory()
    browser = sign_in(Client(), person)
    page = "/account/notices/feeds/"
    assert "You have no key" in browser.get(page).content.decode()
    browser.post(f"{page}key/")
    assert "Make a new key" in browser.get(page).content.decode()
    browser.post(f"{page}key/revoke/")
    assert "You have no key" in browser.get(page).content.decode()
    done = AuditRecord.objects.filter(person_id=person.pk).order_by("pk")
    assert list(done.values_list("action", flat=True)) == ["feed_key.made", "feed_key.revoked"]


def test_an_anonymous_post_has_no_author_and_no_hour_in_a_feed() -> None:
    author = UserFactory(name="Callum Reid")
    thread = question(author=author, anonymous=True)
    reply(thread, author=author, anonymous=True)
    for address in (f"/feeds/spaces/{thread.space.slug}/", f"/feeds/threads/{thread.pk}/"):
        entry = ET.fromstring(Client().get(address).content).find("a:entry", ATOM)
        assert entry.find("a:author/a:name", ATOM).text == "Anonymous"
        assert entry.find("a:updated", ATOM).text.endswith("T00:00:00+00:00")
