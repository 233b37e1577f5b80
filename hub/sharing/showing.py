"""What pages say of an example, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hub.guidance.enums import EvidenceLevel
from hub.interventions.models import InterventionPage
from hub.sharing.access import offered_interventions
from hub.sharing.enums import Part, Status
from hub.sharing.figures import figures_in_words
from hub.sharing.models import PartComment, SharedExample, SharedFile
from hub.sharing.questions import Question, questions_of
from hub.sharing.standing import asked_changes, is_answered

# The drawing beside each status, by the names of components/status.html.
DRAWN = {
    Status.DRAFT: "todo",
    Status.WAITING: "doing",
    Status.CHANGES: "todo",
    Status.APPROVED: "doing",
    Status.DECLINED: "failed",
    Status.PUBLISHED: "done",
}


def status_in_words(example: SharedExample) -> str:
    """Such as "With the reviewers since 3 June". Two queries where changes are asked for."""
    status = Status(example.status)
    day = date_format(timezone.localtime(example.status_since), "j F")
    if status == Status.CHANGES:
        n = len(asked_changes(example))
        text = ngettext("Changes asked for in %(n)d part", "Changes asked for in %(n)d parts", n)
        return text % {"n": n}
    said = {
        Status.DRAFT: _("Draft: nobody but you can see it"),
        Status.WAITING: _("With the reviewers since %(day)s"),
        Status.APPROVED: _("Approved on %(day)s, and soon to be published"),
        Status.DECLINED: _("Not taken on, since %(day)s"),
        Status.PUBLISHED: _("Published on %(day)s"),
    }
    return said[status] % {"day": day}


@dataclass(frozen=True, slots=True)
class Row:
    """An example in a list."""

    title: str
    url: str
    state: str
    status: str
    reference: str


def rows_of(examples: Iterable[SharedExample]) -> list[Row]:
    """For its author."""
    return [
        Row(
            example.title or _("An example without a title yet"),
            example.get_absolute_url(),
            DRAWN[Status(example.status)],
            status_in_words(example),
            example.reference,
        )
        for example in examples
    ]


@dataclass(frozen=True, slots=True)
class Answer:
    """A question with what was answered; `url` is where it is changed."""

    question: str
    answer: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of an example: its answers, its files, what a reviewer said, and where it stands."""

    part: Part
    answers: list[Answer]
    files: list[SharedFile]
    comment: PartComment | None
    tasks: list[dict[str, str]]

    @property
    def label(self) -> str:
        return str(self.part.label)


def parts_of(
    example: SharedExample, comments: dict[Part, PartComment], *, changing: frozenset[Part]
) -> list[ShownPart]:
    """All parts, with addresses to change what is among `changing`."""
    files = list(example.files.all())
    return [
        ShownPart(
            part,
            [
                row
                for question in questions_of(part)
                for row in answers_to(example, question, linked=part in changing)
            ],
            files if part == Part.FILES else [],
            comments.get(part),
            [task(example, q) for q in questions_of(part)] if part in changing else [],
        )
        for part in Part
    ]


def task(example: SharedExample, question: Question) -> dict[str, str]:
    """A row of the task list."""
    done = is_answered(example, question)
    waits = _("To do") if question.needed else _("Optional")
    return {
        "title": str(question.name),
        "url": address_of(example, question),
        "state": "done" if done else "todo",
        "status": _("Done") if done else waits,
    }


def address_of(example: SharedExample, question: Question) -> str:
    return reverse("sharing:question", args=[example.pk, question.slug])


def answers_to(example: SharedExample, question: Question, *, linked: bool) -> list[Answer]:
    url = f"{address_of(example, question)}?from=check" if linked else ""
    if question.takes_files:
        return [Answer(str(question.name), files_in_words(example, question), url)]
    if question.slug == "figures":
        return [Answer(str(question.name), figures_in_words(example) or left_out(), url)]
    fields = question.form.base_fields
    return [
        Answer(
            str(fields[name].label),
            in_words(example, name) or ("" if fields[name].required else left_out()),
            url,
        )
        for name in question.names
    ]


def left_out() -> str:
    return _("Nothing (optional)")


def files_in_words(example: SharedExample, question: Question) -> str:
    wants_pictures = question.slug == "pictures"
    names = [file.name for file in example.files.all() if file.is_picture == wants_pictures]
    return ", ".join(names) or left_out()


def title_of(intervention: InterventionPage) -> str:
    if offered_interventions().filter(slug=intervention.slug).exists():
        return intervention.title
    return _("One that isn't offered any more. Choose again, or leave it out.")


def in_words(example: SharedExample, name: str) -> str:
    """A stored answer, with its line breaks."""
    value = getattr(example, name)
    if name == "themes":
        return ", ".join(theme.name for theme in example.themes.all())
    if name == "intervention":
        return title_of(value) if value else ""
    if name == "evidence_level":
        return str(EvidenceLevel(value).label) if value else ""
    if name == "has_consent":
        return _("Yes") if value else ""
    return linebreaksbr(value) if value else ""
