import pytest
from django.test import Client

from hub.access.enums import Role
from hub.access.models import AuditRecord
from hub.forum.models import Attachment, Post
from hub.forum.services import hide_post
from tests.factories.forum import (
    SpaceFactory,
    first_post,
    moderator,
    question,
    reply,
    space_of_area,
    text_file,
)
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.uploads import SECRET_PLACE, office_file, photograph, sent_file

pytestmark = pytest.mark.django_db


def asked(**more: object) -> dict[str, object]:
    return {"title": "Who refers?", "body": "Nobody knows.", "space": SpaceFactory().pk, **more}


def attached(**more: object) -> Attachment:
    return first_post(question(files=[text_file()], **more)).attachments.get()


def test_a_file_is_attached_and_offered_beside_the_question(as_person) -> None:
    answer = as_person().post("/forum/ask/", asked(files=[photograph()]), follow=True)
    kept = Attachment.objects.get()
    assert f'<a href="/forum/attachments/{kept.pk}/">door.jpg</a>' in answer.content.decode()
    assert SECRET_PLACE.encode() not in kept.file.read()


def test_a_file_is_sent_to_keep_and_never_to_open_here(client: Client) -> None:
    answer = client.get(attached().get_absolute_url())
    assert answer["Content-Disposition"] == 'attachment; filename="route.txt"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert b"".join(answer.streaming_content) == b"Ring first."


def test_no_other_address_leads_to_a_file(client: Client) -> None:
    assert client.get(f"/media/{attached().file.name}").status_code == 404


def test_a_file_of_a_private_space_is_for_its_readers(as_person) -> None:
    area = AreaFactory()
    address = attached(space=space_of_area(area)).get_absolute_url()
    inside, outside = with_role(UserFactory(), Role.PRACTITIONER, area=area), UserFactory()
    assert as_person(inside).get(address).status_code == 200
    assert as_person(outside).get(address).status_code == 404


def test_who_fetched_a_file_of_a_private_space_is_recorded(as_person) -> None:
    area = AreaFactory()
    person = with_role(UserFactory(), Role.PRACTITIONER, area=area)
    as_person(person).get(attached(space=space_of_area(area)).get_absolute_url())
    assert AuditRecord.objects.filter(action="thread.viewed", person_id=person.pk).exists()


def test_hiding_a_post_hides_its_files(client: Client) -> None:
    post = reply(question(), files=[text_file()])
    address = post.attachments.get().get_absolute_url()
    hide_post(post=post, by=moderator(), reason="A child's name.")
    assert client.get(address).status_code == 404
    assert "route.txt" not in client.get(post.thread.get_absolute_url()).content.decode()


def test_hiding_the_question_hides_the_files_of_its_answers(client: Client) -> None:
    thread = question()
    address = reply(thread, files=[text_file()]).attachments.get().get_absolute_url()
    hide_post(post=first_post(thread), by=moderator(), reason="A child's name.")
    assert client.get(address).status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_missing(client: Client) -> None:
    attachment = attached()
    attachment.file.storage.delete(attachment.file.name)
    assert client.get(attachment.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("file", [office_file(), sent_file("plan.pdf", b"%PDF-1.7")])
def test_without_a_name_no_document_can_tell_it(as_person, file) -> None:
    page = as_person().post("/forum/ask/", asked(files=[file], anonymous="on")).content.decode()
    assert "A document holds the name of whoever made it." in page
    assert not Post.objects.exists()


def test_without_a_name_no_document_comes_by_an_edit_either(as_person) -> None:
    person = UserFactory()
    post = reply(question(), author=person, anonymous=True)
    data = {"body": post.body, "version": 1, "files": [office_file()]}
    page = as_person(person).post(f"/forum/posts/{post.pk}/edit/", data).content.decode()
    assert "A document holds the name of whoever made it." in page
    assert not Attachment.objects.exists()


def test_four_files_are_too_many(as_person) -> None:
    page = as_person().post("/forum/ask/", asked(files=[photograph() for _ in range(4)]))
    assert "Attach at most 3 files." in page.content.decode()


def test_an_edit_counts_the_files_that_stay(as_person) -> None:
    person = UserFactory()
    post = first_post(question(author=person, files=[text_file(), text_file()]))
    data = {"body": post.body, "title": post.thread.title, "version": 1}
    more = {"files": [photograph(), photograph()]}
    address = f"/forum/posts/{post.pk}/edit/"
    refused = as_person(person).post(address, data | more).content.decode()
    assert "A post has at most 3 files." in refused
    off = {"taken_off": [post.attachments.first().pk], "files": [photograph(), photograph()]}
    assert as_person(person).post(address, data | off).status_code == 302
    assert post.attachments.count() == 3


def test_nobody_takes_off_a_file_of_another_post(as_person) -> None:
    person, other = UserFactory(), attached()
    post = first_post(question(author=person, files=[text_file()], title="Mine?"))
    data = {"body": "New.", "title": "Mine?", "version": 1, "taken_off": [other.pk]}
    as_person(person).post(f"/forum/posts/{post.pk}/edit/", data)
    assert Attachment.objects.filter(pk=other.pk).exists()


def test_the_form_says_that_files_have_to_be_chosen_again(as_person) -> None:
    page = as_person().post("/forum/ask/", asked(files=[photograph()], preview="1"))
    assert "Choose your files again before you post" in page.content.decode()
    assert not Attachment.objects.exists()


def test_a_file_of_a_post_that_waits_is_for_its_writer_and_moderators(as_person, settings) -> None:
    settings.FORUM_APPROVED_POSTS = 1
    writer = UserFactory()
    address = attached(author=writer).get_absolute_url()
    assert as_person(writer).get(address).status_code == 200
    assert as_person(moderator()).get(address).status_code == 200
    assert as_person(UserFactory()).get(address).status_code == 404
