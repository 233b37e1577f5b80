import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hub.access.enums import Role
from hub.forum.services import accept_answer, follow_thread, hide_post
from hub.forum.views import threads
from hub.notices.models import Subscription
from hub.taxonomy.models import AgencyType
from hub.users.models import Profile
from tests.factories.forum import (
    first_post,
    members_space,
    moderator,
    question,
    reply,
    space_of_area,
)
from tests.factories.people import AreaFactory, UserFactory, with_role

pytestmark = pytest.mark.django_db


def text_of(response) -> str:
    return response.content.decode()


def test_a_visitor_reads_a_public_thread(client: Client) -> None:
    thread = question(body="Who should call?")
    reply(thread, body="You should.")
    page = text_of(client.get(thread.get_absolute_url()))
    assert "Who should call?" in page
    assert "You should." in page


def test_a_visitor_is_offered_to_sign_in_and_gets_no_form(client: Client) -> None:
    thread = question()
    page = text_of(client.get(thread.get_absolute_url()))
    assert f"/accounts/login/?next=/forum/threads/{thread.pk}/reply/" in page
    assert "csrfmiddlewaretoken" not in page


def test_a_thread_for_members_is_missing_to_a_visitor(client: Client) -> None:
    thread = question(space=members_space())
    assert client.get(thread.get_absolute_url()).status_code == 404


def test_a_thread_of_an_area_is_for_its_people(as_person) -> None:
    area = AreaFactory()
    thread = question(space=space_of_area(area))
    insider = with_role(UserFactory(), Role.PRACTITIONER, area=area)
    outsider = with_role(UserFactory(), Role.PRACTITIONER, area=AreaFactory())
    assert as_person(insider).get(thread.get_absolute_url()).status_code == 200
    assert as_person(outsider).get(thread.get_absolute_url()).status_code == 404


def test_an_old_slug_leads_to_the_thread(client: Client) -> None:
    thread = question()
    response = client.get(f"/forum/threads/{thread.pk}/something-else/?page=2")
    assert response.url == f"{thread.get_absolute_url()}?page=2"


def test_a_wrong_slug_does_not_tell_the_title_of_a_closed_thread(client: Client) -> None:
    thread = question(space=members_space())
    assert client.get(f"/forum/threads/{thread.pk}/").status_code == 404


def test_the_accepted_answer_is_quoted_with_who_gave_it(client: Client) -> None:
    thread, answerer = question(), UserFactory()
    profile, _ = Profile.objects.get_or_create(user=answerer)
    profile.job_title, profile.area = "Youth justice manager", AreaFactory(name="Ardale")
    profile.save()
    accept_answer(post=reply(thread, author=answerer), by=thread.author)
    page = text_of(client.get(thread.get_absolute_url()))
    assert "Answered by a youth justice manager, Ardale" in page


def test_the_accepted_answer_is_read_once_and_keeps_its_place_to_link_to(client: Client) -> None:
    thread = question()
    post = reply(thread, body="Ring the school.")
    reply(thread, body="Ring the council.")
    accept_answer(post=post, by=thread.author)
    page = text_of(client.get(thread.get_absolute_url()))
    assert page.count("Ring the school.") == page.count(f'id="{post.anchor}"') == 1
    assert "1 more answer" in page


def test_an_accepted_answer_can_be_reported_like_any_other(client: Client) -> None:
    thread = question()
    post = reply(thread)
    accept_answer(post=post, by=thread.author)
    assert f"/forum/posts/{post.pk}/report/" in text_of(client.get(thread.get_absolute_url()))


def test_each_post_has_its_anchor(client: Client) -> None:
    thread = question()
    reply(thread)
    page = text_of(client.get(thread.get_absolute_url()))
    assert 'id="post-1"' in page
    assert 'id="post-2"' in page


def test_a_permanent_link_finds_the_post_on_its_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threads, "POSTS_A_PAGE", 2)
    thread = question()
    posts = [reply(thread, body=f"Answer {number}") for number in range(3)]
    place = client.get(posts[2].get_absolute_url()).url
    assert place == f"{thread.get_absolute_url()}?page=2#post-4"
    assert "Answer 2" in text_of(client.get(place))


def test_a_permanent_link_into_a_closed_space_is_missing(client: Client) -> None:
    post = reply(question(space=members_space()))
    assert client.get(post.get_absolute_url()).status_code == 404


def test_a_hidden_post_is_shown_to_moderators_only(client: Client, as_person) -> None:
    thread, person = question(), moderator()
    post = hide_post(post=reply(thread, body="A name"), by=person, reason="Names a child")
    assert "A name" not in text_of(client.get(thread.get_absolute_url()))
    assert client.get(post.get_absolute_url()).status_code == 404
    assert "A name" in text_of(as_person(person).get(thread.get_absolute_url()))


def test_a_hidden_thread_is_missing_to_its_asker(as_person) -> None:
    thread = question()
    hide_post(post=first_post(thread), by=moderator(), reason="Names a child")
    assert as_person(thread.author).get(thread.get_absolute_url()).status_code == 404


def test_a_moderator_of_an_area_does_not_see_what_is_hidden(as_person) -> None:
    thread = question()
    hide_post(post=first_post(thread), by=moderator(), reason="Names a child")
    local = with_role(UserFactory(), Role.MODERATOR, area=AreaFactory())
    assert as_person(local).get(thread.get_absolute_url()).status_code == 404


def test_a_moderator_without_access_to_a_space_does_not_see_it(as_person) -> None:
    thread = question(space=space_of_area(AreaFactory()))
    assert as_person(moderator()).get(thread.get_absolute_url()).status_code == 404


def test_a_thread_costs_the_same_queries_however_long(client: Client) -> None:
    thread = question()
    AgencyType.objects.get_or_create(slug="police", defaults={"name": "Police"})
    counts = []
    for more in (3, 27):
        for number in range(more):
            reply(thread, body=f"Answer {more} {number}")
        with CaptureQueriesContext(connection) as queries:
            client.get(thread.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_title_cannot_carry_markup(client: Client) -> None:
    thread = question(title="<script>alert(1)</script>")
    assert "<script>alert" not in text_of(client.get(thread.get_absolute_url()))


def test_following_and_stopping(as_person) -> None:
    thread, person = question(), UserFactory()
    browser = as_person(person)
    browser.post(f"/account/notices/following/thread/{thread.pk}/")
    assert Subscription.objects.filter(person=person).exists()
    browser.post(f"/account/notices/following/thread/{thread.pk}/stop/")
    assert not Subscription.objects.filter(person=person).exists()


def test_a_thread_that_cannot_be_read_cannot_be_followed(as_person) -> None:
    thread = question(space=space_of_area(AreaFactory()))
    assert as_person().post(f"/account/notices/following/thread/{thread.pk}/").status_code == 404


def test_a_visitor_who_follows_is_sent_to_sign_in(client: Client) -> None:
    response = client.post(f"/account/notices/following/thread/{question().pk}/")
    assert response.url.startswith("/accounts/login/")


def test_opening_a_thread_writes_how_far_one_read_and_nothing_else(as_person) -> None:
    thread, person = question(), UserFactory()
    follow_thread(thread=thread, person=person)
    with CaptureQueriesContext(connection) as queries:
        as_person(person).get(thread.get_absolute_url())
    written = [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
    assert [sql.split('"')[1] for sql in written if "forum_" in sql] == ["forum_readposition"]
