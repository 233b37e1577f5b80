"""Screens of shared practice, for who shares and for who reviews."""

from collections.abc import Iterator

from hub.sharing.enums import Status, Verdict
from hub.sharing.models import SharedExample
from hub.sharing.questions import QUESTIONS
from tests.factories.sharing import decided, with_picture
from tests.factories.sharing import sent as shared
from tests.gates.people import person
from tests.gates.screens import Screen, sent

TELLING = "Kai, 14, can be reached on 07700 900123."


def sharing_screens() -> Iterator[Screen]:
    yield Screen("/practice/", "lead")
    yield Screen("/practice/share/", "lead")
    yield Screen("/practice/share/", "practitioner")
    yield from reviewing_screens()
    yield from writing_screens()


def writing_screens() -> Iterator[Screen]:
    draft = SharedExample.objects.get(status=Status.DRAFT)
    with_picture(draft)
    mine = draft.get_absolute_url()
    yield Screen(mine, "practitioner")
    for question in QUESTIONS:
        yield Screen(f"{mine}{question.slug}/", "practitioner")
    yield sent(f"{mine}problem/", "practitioner", problem=TELLING)
    yield sent(f"{mine}figures/", "practitioner", counted="60", out_of="52")
    yield Screen(f"{mine}check/", "practitioner")
    yield sent(f"{mine}check/", "practitioner")
    yield Screen(f"{mine}delete/", "practitioner")
    for example in SharedExample.objects.of(person("lead").pk):
        yield Screen(example.get_absolute_url(), "lead")
    asked = SharedExample.objects.get(status=Status.CHANGES)
    yield Screen(f"{asked.get_absolute_url()}figures/", "lead")
    waiting = SharedExample.objects.filter(status=Status.WAITING)[0]
    yield Screen(f"{waiting.get_absolute_url()}sent/", "lead")


def reviewing_screens() -> Iterator[Screen]:
    yield Screen("/practice/share/review/", "reviewer")
    for example in SharedExample.objects.exclude(reference=""):
        yield Screen(example.review_url, "reviewer")
    waiting = SharedExample.objects.filter(status=Status.WAITING)[0]
    yield sent(waiting.review_url, "reviewer", verdict="changes", results=TELLING)
    approved = shared(person("lead"))
    decided(approved, Verdict.APPROVE, person("reviewer"))
    declined = shared(person("lead"))
    decided(declined, Verdict.DECLINE, person("reviewer"), reason="It names a school.")
