"""One question a page: saved as it comes, kept when the session ends, refused by what it holds."""

from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from hub.access.groups import group_for_area
from hub.access.models import DetailsCheck
from hub.sharing.models import SharedExample
from hub.users.models import User
from tests.factories.pages import intervention, restrict
from tests.factories.people import AreaFactory, UserFactory, sign_in
from tests.factories.sharing import decided, draft, reviewer, sent, sharer, with_picture
from tests.factories.uploads import office_file, photograph, sent_file

pytestmark = pytest.mark.django_db
CLOSED: dict[str, dict[str, Any]] = {
    "withdrawn": {"withdrawn_on": date(2026, 1, 5), "withdrawn_because": "Overtaken."},
    "draft": {"live": False},
}


def address(example: SharedExample, slug: str) -> str:
    return f"/practice/share/{example.pk}/{slug}/"


def seen(client: Client, url: str) -> str:
    return client.get(url).context["form"].initial["seen"]


def send(client: Client, url: str, **typed: object) -> HttpResponse:
    return client.post(url, {"seen": seen(client, url), **typed})


def text_of(client: Client, url: str) -> str:
    return client.get(url).content.decode()


@pytest.fixture
def example() -> SharedExample:
    return draft()


@pytest.fixture
def client(as_person, example: SharedExample) -> Client:
    return as_person(example.author)


def kept(example: SharedExample) -> SharedExample:
    return SharedExample.objects.get(pk=example.pk)


class TestSaving:
    def test_an_answer_leads_to_the_next_question_of_its_part(self, client, example) -> None:
        answer = send(client, address(example, "place"), place="A county")
        assert answer["Location"] == address(example, "partners")
        assert kept(example).place == "A county"

    def test_the_last_of_a_part_leads_back_to_the_list(self, client, example) -> None:
        answer = send(client, address(example, "took"), what_it_took="Two workers.")
        assert answer["Location"] == example.get_absolute_url()

    def test_from_the_check_it_leads_back_there(self, client, example) -> None:
        url = f"{address(example, 'place')}?from=check"
        assert send(client, url, place="A county")["Location"].endswith("/check/")

    def test_what_is_kept_stands_in_the_form_again(self, client, example) -> None:
        send(client, address(example, "place"), place="A county")
        assert 'value="A county"' in text_of(client, address(example, "place"))

    def test_an_intervention_is_named_by_choosing_it(self, client, example) -> None:
        named = intervention(title="Mentoring")
        send(client, address(example, "intervention"), intervention=named.slug)
        assert kept(example).intervention == named
        assert "Mentoring" in text_of(client, f"/practice/share/{example.pk}/check/")
        send(client, address(example, "intervention"), intervention="")
        assert kept(example).intervention is None

    @pytest.mark.parametrize("closed", ["restricted", "withdrawn", "draft"])
    def test_only_interventions_that_everybody_reads_are_offered(
        self, client, example, closed
    ) -> None:
        hidden = intervention(title="Quiet trial", **CLOSED.get(closed, {}))
        if closed == "restricted":
            restrict(hidden, group_for_area(AreaFactory()))
        url = address(example, "intervention")
        assert "Quiet trial" not in text_of(client, url)
        refused = send(client, url, intervention=hidden.slug).context["form"]
        assert "intervention" in refused.errors
        assert kept(example).intervention is None

    def test_one_that_is_closed_later_is_named_no_more(self, client, example) -> None:
        named = intervention(title="Mentoring")
        send(client, address(example, "intervention"), intervention=named.slug)
        restrict(named, group_for_area(AreaFactory()))
        html = text_of(client, f"/practice/share/{example.pk}/check/")
        assert "Mentoring" not in html
        assert "One that isn&#x27;t offered any more" in html

    @pytest.mark.parametrize("sent", [str(2**63), "-1", "nowhere", "\x00"])
    def test_what_is_no_intervention_is_refused(self, client, example, sent: str) -> None:
        form = send(client, address(example, "intervention"), intervention=sent).context["form"]
        assert "intervention" in form.errors

    def test_few_people_are_no_figure(self, client, example) -> None:
        typed = {"counted": 2, "out_of": 52, "of_whom": "children", "results_period": "2024"}
        form = send(client, address(example, "figures"), **typed).context["form"]
        assert "counted" in form.errors

    def test_another_window_is_told_and_overwrites_nothing(self, client, example) -> None:
        url = address(example, "place")
        old = seen(client, url)
        send(client, url, place="A county")
        page = client.post(url, {"seen": old, "place": "A borough"}).content.decode()
        assert "changed in another window" in page
        assert 'value="A borough"' in page
        assert kept(example).place == "A county"

    def test_sent_again_it_takes_the_place_of_the_other(self, client, example) -> None:
        url = address(example, "place")
        old = seen(client, url)
        send(client, url, place="A county")
        again = (
            client.post(url, {"seen": old, "place": "A borough"}).context["form"]["seen"].value()
        )
        client.post(url, {"seen": again, "place": "A borough"})
        assert kept(example).place == "A borough"

    def test_a_field_that_the_page_does_not_ask_is_not_taken(self, client, example) -> None:
        send(client, address(example, "place"), place="A county", status="approved", title="Mine")
        assert (kept(example).status, kept(example).title) == ("draft", "")

    def test_what_was_typed_waits_for_who_was_signed_out(self, client, example) -> None:
        url = address(example, "problem")
        shown = client.get(url).context
        typed = {"seen": shown["form"].initial["seen"], "writer": shown["writer"]}
        client.logout()
        answer = client.post(url, {**typed, "problem": "Workers changed monthly."})
        assert answer["Location"].startswith("/accounts/login/")
        sign_in(client, example.author)
        assert "Workers changed monthly." in text_of(client, url)
        assert kept(example).problem == ""


class TestWhatIsAsked:
    def test_a_figure_is_never_more_than_what_it_is_out_of(self, client, example) -> None:
        typed = {"counted": "60", "out_of": "52", "of_whom": "children", "results_period": "2024"}
        page = send(client, address(example, "figures"), **typed).content.decode()
        assert "60 is more than the 52 it is out of" in page
        assert kept(example).counted is None

    def test_a_figure_without_its_denominator_is_asked_about(self, client, example) -> None:
        page = send(client, address(example, "figures"), counted="34").content.decode()
        assert "without it nobody can judge the figure" in page

    def test_no_figures_at_all_are_fine(self, client, example) -> None:
        assert send(client, address(example, "figures")).status_code == 302

    def test_each_level_of_evidence_says_what_would_lift_it(self, client, example) -> None:
        page = text_of(client, address(example, "evidence"))
        assert "You counted what happened" in page
        assert "To go further: measure the same thing before you start and after." in page

    @pytest.mark.parametrize(
        ("slug", "field"),
        [("problem", "problem"), ("partners", "partners"), ("consent", "agreed_by")],
    )
    def test_personal_details_are_asked_about_everywhere(
        self, client, example, slug, field
    ) -> None:
        typed = {field: "Ring Maya Whitlock on 07700 900123.", "has_consent": "on"}
        assert send(client, address(example, slug), **typed).status_code == 200
        assert not getattr(kept(example), field)
        assert DetailsCheck.objects.filter(place="sharing.answer", decision="warned").exists()

    def test_a_reserved_title_is_refused(self, client, example) -> None:
        page = send(client, address(example, "title"), title="Share", summary="A summary.")
        assert "Say it in a few words more." in page.content.decode()


class TestFiles:
    def test_a_picture_needs_a_description(self, client, example) -> None:
        page = client.post(address(example, "pictures"), {"file": photograph()}).content.decode()
        assert "Say what the picture shows." in page
        assert not example.files.exists()

    def test_a_picture_is_kept_without_the_place_where_it_was_taken(self, client, example) -> None:
        client.post(address(example, "pictures"), {"file": photograph(), "words": "A door"})
        assert b"Harrow Lane" not in example.files.get().file.read()

    @pytest.mark.parametrize(
        ("slug", "upload"),
        [
            ("pictures", sent_file("door.jpg", b"<svg onload=alert(1)>")),
            ("pictures", sent_file("door.svg", b"<svg/>")),
            ("pictures", office_file()),
            ("files", sent_file("plan.docx", b"MZ no office file")),
            ("files", office_file("plan.docx", ("word/document.xml", "word/vbaProject.bin"))),
            ("files", sent_file("page.html", b"<script>")),
        ],
    )
    def test_what_is_not_what_it_says_is_refused(self, client, example, slug, upload) -> None:
        upload.seek(0)
        answer = client.post(address(example, slug), {"file": upload, "words": "A door"})
        assert answer.status_code == 200
        assert not example.files.exists()

    def test_it_is_saved_and_never_opened_in_the_browser(self, client, example) -> None:
        client.post(address(example, "files"), {"file": office_file(), "words": "The plan"})
        answer = client.get(f"/practice/share/{example.pk}/files/{example.files.get().pk}/")
        assert answer["Content-Disposition"].startswith("attachment")
        assert "no-store" in answer["Cache-Control"]

    def test_its_stored_address_gives_it_to_nobody(self, client, example) -> None:
        client.post(address(example, "files"), {"file": office_file(), "words": "The plan"})
        assert client.get(f"/media/{example.files.get().file.name}").status_code == 404


class TestWhoMay:
    @pytest.mark.parametrize("slug", ["", "place/", "pictures/", "check/", "delete/"])
    def test_another_practitioner_finds_nothing(self, as_person, example, slug) -> None:
        url = f"/practice/share/{example.pk}/{slug}"
        assert as_person(sharer()).get(url).status_code == 404

    def test_no_reviewer_reads_a_draft(self, as_person, example) -> None:
        assert as_person(reviewer()).get(f"/practice/share/review/{example.pk}/").status_code == 404

    def test_a_file_of_another_example_is_not_found(self, client, example) -> None:
        theirs = with_picture(draft()).files.get()
        assert client.get(f"/practice/share/{example.pk}/files/{theirs.pk}/").status_code == 404

    def test_a_member_finds_no_start_page(self, as_person) -> None:
        assert as_person(UserFactory()).get("/practice/share/").status_code == 404

    def test_a_stranger_is_asked_to_sign_in(self) -> None:
        answer = Client().get("/practice/share/")
        assert answer["Location"].startswith("/accounts/login/")


class TestAfterSending:
    def test_only_the_parts_that_were_commented_on_can_be_changed(self, as_person) -> None:
        example = sent()
        decided(example)
        mine = as_person(example.author)
        assert "Out of how many?" in text_of(mine, address(example, "figures"))
        assert mine.get(address(example, "place")).status_code == 302

    def test_while_it_waits_nothing_can(self, as_person) -> None:
        example = sent()
        mine = as_person(example.author)
        assert mine.get(address(example, "place"))["Location"] == example.get_absolute_url()


def test_the_list_of_practice_leads_those_who_may_there(as_person) -> None:
    def page(person: User) -> str:
        return text_of(as_person(person), "/practice/")

    assert "Share your practice" in page(sharer())
    assert "Share your practice" not in page(UserFactory())
