"""Practice that people share, as far as each test wants it."""

from typing import Any

from hub.access.enums import Role
from hub.pages.uploads import sound_file
from hub.sharing.enums import Part, Verdict
from hub.sharing.models import Review, SharedExample
from hub.sharing.services import attach_file, review_example, start_example, submit_example
from hub.taxonomy.models import Theme
from hub.users.models import User
from tests.factories.people import UserFactory, with_role
from tests.factories.uploads import photograph

ANSWERS: dict[str, Any] = {
    "title": "One worker stays with each child",
    "summary": "How one service kept a worker with each child.",
    "place": "A county in the north",
    "problem": "Children met a new worker each month.",
    "what_was_done": "One worker stayed, whatever the service.",
    "results": "Fewer children went missing.",
    "evidence_level": 2,
    "what_did_not_work": "The rota broke in August.",
    "agreed_by": "Youth justice, by its head of service.",
    "has_consent": True,
}
FIGURES = {
    "counted": 34,
    "out_of": 52,
    "of_whom": "children who were referred",
    "results_period": "April 2024 to March 2025",
}


def sharer(**fields: Any) -> User:
    return with_role(UserFactory(**fields), Role.PRACTITIONER)


def reviewer(**fields: Any) -> User:
    return with_role(UserFactory(**fields), Role.REVIEWER)


def draft(author: User | None = None, **answers: Any) -> SharedExample:
    """With these answers alone."""
    example = start_example(author=author or sharer())
    SharedExample.objects.filter(pk=example.pk).update(version=2, **answers)
    example.refresh_from_db()
    return example


def ready(author: User | None = None, **answers: Any) -> SharedExample:
    """A draft in which all is answered that has to be."""
    example = draft(author, **(ANSWERS | answers))
    example.themes.add(
        Theme.objects.get_or_create(slug="exploitation", defaults={"name": "Exploitation"})[0]
    )
    return example


def sent(author: User | None = None, **answers: Any) -> SharedExample:
    return submit_example(example=ready(author, **answers))


def decided(
    example: SharedExample,
    verdict: Verdict = Verdict.CHANGES,
    by: User | None = None,
    comments: dict[Part, str] | None = None,
    reason: str = "Thank you.",
) -> Review:
    said = {Part.RESULTS: "Out of how many?"} if verdict == Verdict.CHANGES else {}
    review = review_example(
        example=example,
        by=by or reviewer(),
        verdict=verdict,
        version=example.version,
        comments=said if comments is None else comments,
        reason=reason,
    )
    example.refresh_from_db()
    return review


def with_picture(example: SharedExample) -> SharedExample:
    """Whoever had agreed has agreed to the picture too."""
    agreed = example.has_consent
    attach_file(example=example, file=sound_file(photograph()), words="A door with a new lock")
    SharedExample.objects.filter(pk=example.pk).update(has_consent=agreed)
    example.refresh_from_db()
    return example
