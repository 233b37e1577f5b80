"""Writers are asked about what could point at a person, in every form of the forum."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from hub.access.models import DetailsCheck
from hub.forum.models import Post, Report, Thread
from tests.factories.forum import SpaceFactory, first_post, moderator, question
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

PHONE = "Ring his mum on 07700 900123."
NHS = "His NHS number is 999 000 0018."


def asked_about(response: HttpResponse) -> dict[str, str]:
    """What the checkbox and the hidden field would send."""
    page = response.content.decode()
    names = ("details_confirmed", "details_warned")
    return {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in names}


def reply_address() -> str:
    return f"/forum/threads/{question().pk}/reply/"


def last_check() -> tuple[str, dict[str, int], str]:
    check = DetailsCheck.objects.first()
    return check.place, check.kinds, check.decision


def test_a_text_that_could_point_at_a_person_is_not_posted_at_once(as_person) -> None:
    response = as_person().post(reply_address(), {"body": PHONE})
    assert (
        "“07700 900123” could point to a real person. Change it, or post it if it doesn&#x27;t."
        in response.content.decode()
    )
    assert Post.objects.filter(body=PHONE).count() == 0


def test_what_was_typed_stays_in_the_form(as_person) -> None:
    response = as_person().post(reply_address(), {"body": PHONE})
    assert response.context["form"]["body"].value() == PHONE


def test_a_confirmed_text_is_posted(as_person) -> None:
    client, address = as_person(), reply_address()
    confirmed = asked_about(client.post(address, {"body": PHONE}))
    client.post(address, {"body": PHONE, **confirmed})
    assert Post.objects.filter(body=PHONE).count() == 1


def test_the_confirmation_holds_for_another_notation_of_the_same(as_person) -> None:
    client, address = as_person(), reply_address()
    confirmed = asked_about(client.post(address, {"body": PHONE}))
    again = "Ring his mum: +44 7700 900 123, please."
    client.post(address, {"body": again, **confirmed})
    assert Post.objects.filter(body=again).count() == 1


def test_another_detail_is_asked_about_again(as_person) -> None:
    client, address = as_person(), reply_address()
    confirmed = asked_about(client.post(address, {"body": PHONE}))
    response = client.post(address, {"body": f"{PHONE} Or 07700 900456.", **confirmed})
    assert "“07700 900456” could point" in response.content.decode()
    assert Post.objects.exclude(number=1).count() == 0


def test_a_made_up_confirmation_confirms_nothing(as_person) -> None:
    sent = {"body": PHONE, "details_confirmed": "on", "details_warned": "x"}
    as_person().post(reply_address(), sent)
    assert Post.objects.exclude(number=1).count() == 0


def test_a_warning_is_recorded_without_the_text(as_person) -> None:
    as_person().post(reply_address(), {"body": PHONE})
    assert last_check() == ("forum.reply", {"telephone": 1}, "warned")


def test_a_confirmation_is_recorded(as_person) -> None:
    client, address = as_person(), reply_address()
    confirmed = asked_about(client.post(address, {"body": PHONE}))
    client.post(address, {"body": PHONE, **confirmed})
    assert last_check() == ("forum.reply", {"telephone": 1}, "confirmed")


def test_a_text_that_was_changed_is_recorded_as_mended(as_person) -> None:
    client, address = as_person(), reply_address()
    warned = asked_about(client.post(address, {"body": PHONE}))["details_warned"]
    client.post(address, {"body": "Ring his mum.", "details_warned": warned})
    assert last_check() == ("forum.reply", {"telephone": 1}, "mended")


def test_no_column_of_the_record_can_hold_the_text_or_the_writer() -> None:
    names = {field.name for field in DetailsCheck._meta.get_fields()}
    assert names == {"id", "at", "place", "kinds", "decision"}


def test_a_text_without_findings_is_posted_and_nothing_is_said_or_recorded(as_person) -> None:
    response = as_person().post(reply_address(), {"body": "Call 101, then 0800 1111."}, follow=True)
    page = response.content.decode()
    assert "Your answer is up." in page
    assert "details_" not in page
    assert not DetailsCheck.objects.exists()


def test_a_preview_shows_the_question_and_waits_for_no_answer(as_person) -> None:
    page = as_person().post(reply_address(), {"body": PHONE, "preview": "1"}).content.decode()
    assert "Preview: not posted yet" in page
    assert "“07700 900123” could point to a real person." in page
    assert not DetailsCheck.objects.exists()


def test_title_and_text_of_a_question_are_both_checked(as_person) -> None:
    typed = {"title": "Kai, 14: who refers?", "body": PHONE, "space": SpaceFactory().pk}
    page = as_person().post("/forum/ask/", typed).content.decode()
    assert page.count('name="details_confirmed"') == 2
    assert not Thread.objects.exists()


def test_two_fields_are_confirmed_each_by_its_own_box(as_person) -> None:
    typed = {"title": "Kai, 14: who refers?", "body": PHONE, "space": SpaceFactory().pk}
    client = as_person()
    page = client.post("/forum/ask/", typed).content.decode()
    boxes = re.findall(r'name="details_confirmed" value="([^"]+)"', page)
    client.post("/forum/ask/", typed | {"details_confirmed": boxes})
    assert Thread.objects.count() == 1


def test_an_edit_is_checked(as_person) -> None:
    writer = UserFactory()
    post = first_post(question(author=writer))
    sent = {"title": "Who?", "body": NHS, "version": 1}
    page = as_person(writer).post(f"/forum/posts/{post.pk}/edit/", sent).content.decode()
    assert "“999 000 0018” could point" in page


def test_a_report_is_checked(as_person) -> None:
    post = first_post(question())
    sent = {"reason": "other", "note": PHONE}
    page = as_person().post(f"/forum/posts/{post.pk}/report/", sent).content.decode()
    assert "“07700 900123” could point" in page
    assert not Report.objects.exists()


def test_the_reason_for_hiding_is_checked(as_person) -> None:
    post = first_post(question())
    sent = {"reason": "It names Kai, 14, and his school."}
    page = as_person(moderator()).post(f"/forum/posts/{post.pk}/hide/", sent).content.decode()
    assert "“Kai, 14” could point" in page


def test_the_checkbox_is_drawn_only_where_something_was_found(client: Client, as_person) -> None:
    assert "details_confirmed" not in as_person().get("/forum/ask/").content.decode()
