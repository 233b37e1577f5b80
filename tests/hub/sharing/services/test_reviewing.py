"""A decision is made once, about what was read, and by somebody else."""

import pytest
from django.core.files.storage import default_storage
from wagtail.models import Collection, WorkflowState

from hub.access.collections import rule_of_media
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.access.models import AuditRecord
from hub.access.readers import ANONYMOUS, reader_for
from hub.guidance.models import PracticePage
from hub.interventions.local_experience import local_experience
from hub.notices.models import Notice
from hub.pages.models import HubImage
from hub.sharing.enums import Part, Status, Verdict
from hub.sharing.models import Review, SharedExample
from hub.sharing.overtaken import Overtaken
from hub.sharing.questions import QUESTIONS, names_of
from hub.sharing.services import publishing, reviewing, submit_example
from tests.factories.pages import intervention, practice, restrict
from tests.factories.people import AreaFactory, UserFactory, with_role
from tests.factories.sharing import (
    FIGURES,
    decided,
    ready,
    reviewer,
    sent,
    sharer,
    with_picture,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _list_of_practice() -> None:
    practice()


def stored(example: SharedExample) -> SharedExample:
    return SharedExample.objects.get(pk=example.pk)


class TestDecision:
    def test_the_author_is_told_why(self) -> None:
        example = sent()
        decided(example, Verdict.DECLINE, reason="It names a school.")
        told = Notice.objects.get(person=example.author)
        assert "isn't taken on" in told.text
        assert told.detail == "It names a school."

    def test_it_is_recorded_without_words(self) -> None:
        decided(sent(), Verdict.DECLINE, reason="It names a school.")
        record = AuditRecord.objects.get(action="sharing.declined")
        assert "school" not in record.subject + record.reason

    def test_nobody_decides_about_their_own(self) -> None:
        author = with_role(sharer(), Role.REVIEWER)
        example = sent(author)
        with pytest.raises(Overtaken):
            decided(example, Verdict.APPROVE, by=author)
        assert stored(example).status == Status.WAITING

    def test_the_second_is_told_who_was_quicker(self) -> None:
        example, version = sent(), 0
        version = example.version
        decided(example, Verdict.DECLINE, by=reviewer(name="Robin Quick"))
        example.version = version
        with pytest.raises(Overtaken, match="Robin Quick"):
            decided(example, Verdict.APPROVE)
        assert Review.objects.count() == 1

    def test_a_newer_version_is_not_decided_unread(self) -> None:
        example = sent()
        read = example.version
        decided(example)
        submit_example(example=example)
        example.version = read
        with pytest.raises(Overtaken, match="newer version"):
            decided(example, Verdict.APPROVE)


class TestApproval:
    def test_the_text_becomes_a_draft_that_waits_for_publishing(self) -> None:
        example = sent(**FIGURES)
        decided(example, Verdict.APPROVE)
        page = PracticePage.objects.get(pk=example.page_id)
        assert not page.live
        assert WorkflowState.objects.active().filter(object_id=str(page.pk)).exists()
        assert page.what_did_not_work == example.what_did_not_work

    def test_each_answer_stands_in_the_field_of_its_name(self) -> None:
        example = sent(**FIGURES, partners="Youth justice", publisher="A council")
        decided(example, Verdict.APPROVE)
        page = PracticePage.objects.get(pk=example.page_id)
        fields = {field.name for field in PracticePage._meta.get_fields()}
        names = fields.intersection(names_of(QUESTIONS)) - {"results", "themes"}
        assert [name for name in names if getattr(page, name) != getattr(example, name)] == []
        assert example.results in page.results
        assert list(page.themes.all()) == list(example.themes.all())

    def test_the_intervention_that_was_named_shows_it_once_it_is_published(self) -> None:
        named = intervention(title="Mentoring")
        example = sent(intervention=named)
        decided(example, Verdict.APPROVE)
        assert local_experience(named, ANONYMOUS) == []
        example.page.get_latest_revision().publish()
        assert [shown.title for shown in local_experience(named, ANONYMOUS)] == [example.title]

    def test_figures_are_never_without_what_they_are_out_of(self) -> None:
        example = sent(**FIGURES)
        decided(example, Verdict.APPROVE)
        page = example.page
        assert page.results.startswith("34 of 52 children who were referred (65%), April 2024")
        assert page.results_of == "52 children who were referred"
        assert page.results_period == FIGURES["results_period"]

    def test_a_picture_of_a_draft_is_for_those_who_edit_it(self) -> None:
        example = submit_example(example=with_picture(ready()))
        decided(example, Verdict.APPROVE)
        image = HubImage.objects.get(title="A door with a new lock")
        wanted = rule_of_media(image)
        assert not reader_for(UserFactory()).may_read(wanted)
        assert reader_for(reviewer()).may_read(wanted)

    def test_readers_get_the_picture_with_its_description_once_it_is_published(self) -> None:
        example = submit_example(example=with_picture(ready()))
        decided(example, Verdict.APPROVE)
        example.page.get_latest_revision().publish()
        image = HubImage.objects.get(title="A door with a new lock")
        assert reader_for(UserFactory()).may_read(rule_of_media(image))
        assert example.page.files[0].value["alternative"] == "A door with a new lock"

    def test_the_picture_of_a_page_for_some_stays_closed(self) -> None:
        example = submit_example(example=with_picture(ready()))
        decided(example, Verdict.APPROVE)
        restrict(example.page, group_for_area(AreaFactory()))
        example.page.get_latest_revision().publish()
        image = HubImage.objects.get(title="A door with a new lock")
        assert not reader_for(UserFactory()).may_read(rule_of_media(image))

    def test_its_collections_are_made_once(self) -> None:
        for _n in range(2):
            decided(submit_example(example=with_picture(ready())), Verdict.APPROVE)
        names = [c.name for c in Collection.objects.filter(name__startswith="Shared practice")]
        assert names == ["Shared practice, not published yet"]

    def test_the_author_is_told_its_address_once_it_is_published(self) -> None:
        example = sent()
        decided(example, Verdict.APPROVE)
        for _n in range(2):
            example.page.get_latest_revision().publish()
        assert stored(example).status == Status.PUBLISHED
        told = Notice.objects.get(person=example.author, text__endswith="is published")
        assert told.url == example.page.get_url()


class TestFailure:
    def test_nothing_is_half_done(self, monkeypatch: pytest.MonkeyPatch) -> None:
        example = submit_example(example=with_picture(ready()))
        before = files_on_disk()

        def fail(*_args: object, **_more: object) -> None:
            raise RuntimeError("the disk is full")

        monkeypatch.setattr(reviewing, "tell_author", fail)
        with pytest.raises(RuntimeError):
            decided(example, Verdict.APPROVE)
        assert stored(example).status == Status.WAITING
        assert not PracticePage.objects.filter(title=example.title).exists()
        assert files_on_disk() == before

    def test_a_comment_stands_by_its_part(self) -> None:
        example = sent()
        review = decided(example, comments={Part.RESULTS: "Of whom?", Part.WHAT: "Shorter."})
        assert {c.part: c.text for c in review.comments.all()} == {
            "results": "Of whom?",
            "what": "Shorter.",
        }


def files_on_disk() -> int:
    return sum(
        len(default_storage.listdir(folder)[1])
        for folder in ("original_images", "documents")
        if default_storage.exists(folder)
    )


def test_an_unknown_page_is_nobodys_example() -> None:
    publishing.tell_of_publishing(practice())
    assert not Notice.objects.exists()
