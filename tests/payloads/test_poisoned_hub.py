"""Payloads in every text of the hub, and then in every form that its pages show."""

from pathlib import Path

import pytest
from django import forms
from django.forms.forms import BaseForm

from tests.architecture.address_policy import POLICY
from tests.architecture.test_free_text import own_forms
from tests.demo_site import fill
from tests.payloads.everything import PAYLOADS, one_of_each
from tests.payloads.poisoned_hub import ASKS_ELSEWHERE, Hub, poisoned_hub

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite_only]

# Addresses that take a POST though none of the pages shows their form.
BUTTONS = {
    "account/sessions/<int:session_id>/end/": "one button, beside another device",
    "account/verification/ask/again/": "one button, while a verification is about to lapse",
    "forum/ask/themes/": "a script asks it while somebody writes a question",
    "forum/threads/<int:thread_id>/holds/": "the form of locking, while a thread is warned of",
    "learning/changes/<int:item_id>/": "the form of a weekly question, after a change of law",
    "practice/share/<int:example_id>/files/<int:file_id>/remove/": "one button, beside a file",
    "forum/posts/<int:post_id>/unvote/": "one button, where somebody said that a post helped",
}
# What these keep shows nowhere again.
NOT_SHOWN = ("accounts/2fa/", "account/data/erase/", "style-guide/", "useful/")
NOBODY_SENDS = {
    "AnnounceForm": "has the address and the fields of DiscussForm",
    "AnswerForm": "is what the questions about shared practice have in common",
    "AskingForm": "shows on the style guide how a question looks",
    "AsksForAnswers": "is what beginning and editing a poll have in common",
    "AsksWhenAndWhere": "is what beginning and editing an event have in common",
    "AuthenticatePasskeyForm": "is LoginPasskeyForm again, at the second step",
    "BeginningForm": "is what the forms of all but questions have in common",
    "CommentForm": "is of the CMS, whose forms test_cms_forms.py sends",
    "DocumentForm": "has the address and the fields of PictureForm",
    "EditEventForm": "has the address of EditQuestionForm and the fields of EventForm",
    "EditPollForm": "has the address of EditQuestionForm and the fields of PollForm",
    "EditStartForm": "has the address and the fields of EditQuestionForm",
    "FileForm": "is what the forms of pictures and of files to share have in common",
    "NarrowForm": "is sent by GET, and narrows a list",
    "PeopleForm": "is sent by GET, and lists people to tell",
    "ReasonForm": "is of the CMS, whose forms test_cms_forms.py sends",
    "SampleForm": "shows on the style guide how fields look",
    "SpaceForm": "is of the CMS, whose forms test_cms_forms.py sends",
    "ToOtherReadersForm": "is what the forms of moving and merging have in common",
}
SOME, ALL = "one payload of each kind", "every payload"


@pytest.fixture(scope="module")
def kept() -> dict[str, Hub]:
    """What was read and sent stays for the tests that judge it: that takes the time."""
    return {}


@pytest.fixture(params=[SOME, pytest.param(ALL, marks=pytest.mark.deep)])
def hub(
    request: pytest.FixtureRequest,
    transactional_db: None,
    demo_snapshot: Path,
    kept: dict[str, Hub],
) -> Hub:
    if request.param not in kept:
        fill(demo_snapshot)
        kept[request.param] = poisoned_hub()
        chosen = one_of_each if request.param == SOME else lambda _seed: PAYLOADS
        kept[request.param].send_forms(chosen)
    return kept[request.param]


def test_no_payload_becomes_part_of_a_page(hub: Hub) -> None:
    assert hub.wrong == [], "\n".join(hub.wrong)


def test_pages_show_the_payloads(hub: Hub) -> None:
    """Or it would be no wonder that none became part of one."""
    assert hub.showing > hub.read / 2


def test_no_form_fails_or_lets_a_payload_become_part_of_a_page(hub: Hub) -> None:
    wrong = [fault for _, outcome in hub.outcomes for fault in outcome.wrong]
    assert wrong == [], "\n".join(wrong)


def test_what_is_typed_into_a_form_comes_out_again(hub: Hub) -> None:
    silent = [
        form.route
        for form, outcome in hub.outcomes
        if form.typed and not outcome.came_out and not form.route.startswith(NOT_SHOWN)
    ]
    assert silent == []


def test_every_address_that_takes_a_form_got_payloads(hub: Hub) -> None:
    sent = {form.route for form, _ in hub.outcomes}
    missed = [
        pattern
        for pattern, line in POLICY.items()
        if "POST" in line.methods and not pattern.startswith(ASKS_ELSEWHERE)
        if pattern not in sent and pattern not in BUTTONS
    ]
    assert missed == []


def test_every_form_of_our_own_with_text_got_payloads(hub: Hub) -> None:
    with_text = {form for form in own_forms() if takes_text(form) and ".cms" not in form.__module__}
    missed = {form.__qualname__ for form in with_text - hub.form_classes}
    assert missed - set(NOBODY_SENDS) == set()


def takes_text(form: type[BaseForm]) -> bool:
    fields = getattr(form, "base_fields", {}).values()
    return any(isinstance(field, forms.CharField) for field in fields)
