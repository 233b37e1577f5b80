"""A provision is amended, and each thing that rests on it is dealt with, down to a learner."""

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from courses.models import Question
from hub.guidance.models import GuidancePage
from hub.legislation.models import ProvisionPage
from hub.users.models import User
from tests.factories.courses import course_asking, earn_certificate, make_question
from tests.factories.pages import guidance
from tests.journeys.cms import said, text_box
from tests.journeys.people import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
NOTE = "The age is 16 now"


def what_rests_on(law: ProvisionPage) -> tuple[GuidancePage, Question]:
    """A page, and a question of a course that the learner has passed."""
    question = make_question("From which age?", cites=[law])
    earn_certificate(User.objects.get(email="learner@demo.example"), course_asking(question))
    return guidance(title="Before a child is sixteen", links=[law]), question


def amend(editor: Page, law: ProvisionPage) -> None:
    editor.goto(f"/cms/pages/{law.pk}/edit/")
    editor.get_by_role("tab", name="Keeping it right").click()
    notes = editor.locator("[data-contentpath='change_notes']")
    notes.get_by_role("button", name="Insert a block").first.click()
    text_box(notes, "What changed").first.fill(NOTE)
    notes.get_by_label("How big").first.select_option("major")
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    expect(said(editor, "published")).to_be_visible()


def see_the_ripple(editor: Page, law: ProvisionPage) -> None:
    editor.goto("/cms/ripples/")
    editor.get_by_role("main").get_by_role("link", name=law.title).click()
    expect(editor.get_by_text(NOTE)).to_be_visible()


def look_at_the_question(trainer: Page, law: ProvisionPage) -> None:
    see_the_ripple(trainer, law)
    trainer.get_by_role("link", name="From which age?").click()
    trainer.get_by_role("radio", name="Still right as it is").check()
    trainer.get_by_label("Note").fill("The answer names no age.")
    trainer.get_by_role("button", name="Decide").click()
    expect(trainer.get_by_text("Thank you")).to_be_visible()


def confirm_the_page(trainer: Page, law: ProvisionPage, guide: GuidancePage) -> None:
    see_the_ripple(trainer, law)
    trainer.get_by_role("link", name=guide.title).click()
    trainer.get_by_label("Note").fill("Read against the new section.")
    trainer.get_by_role("button", name="Still right").click()
    expect(trainer.get_by_text("Readers see that it was reviewed today")).to_be_visible()


def catch_up(learner: Page) -> None:
    learner.goto("/learning/")
    learner.get_by_role("link", name="See what changed").click()
    expect(learner.get_by_text(NOTE)).to_be_visible()
    learner.get_by_role("radio", name="Ask who benefits").check(force=True)
    learner.get_by_role("button", name="Check my answer").click()
    expect(learner.get_by_text("Control shows in who benefits.")).to_be_visible()
    learner.get_by_role("link", name="Go on").click()
    expect(learner.get_by_text("You are up to date")).to_be_visible()


def test_from_an_amendment_to_a_learner(
    page: Page, browser_without_script: Page, demo_site: LiveServer
) -> None:
    law = ProvisionPage.objects.live().order_by("pk")[0]
    guide, question = what_rests_on(law)
    reader, address = browser_without_script, f"{demo_site.url}{guide.url}"

    sign_in(page, "reviewer")
    amend(page, law)
    reader.goto(address)
    expect(reader.get_by_text("The law or guidance behind this changed on")).to_be_visible()
    question.refresh_from_db()
    assert question.suspended_on == timezone.localdate()

    page.context.clear_cookies()
    cache.clear()
    sign_in(page, "trainer")
    look_at_the_question(page, law)
    confirm_the_page(page, law, guide)
    reader.goto(address)
    expect(reader.get_by_text("The law or guidance behind this changed on")).to_have_count(0)

    page.context.clear_cookies()
    sign_in(page, "learner")
    catch_up(page)
