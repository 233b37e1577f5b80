"""Practice that the demonstration people share, found again by the moment at which it was begun."""

from collections.abc import Mapping
from typing import Any

from hub.demo.loader.pages import Shelf
from hub.interventions.models import InterventionPage
from hub.sharing.enums import Part, Verdict
from hub.sharing.models import SharedExample
from hub.sharing.questions import QUESTIONS, Question
from hub.sharing.services import review_example, save_answer, start_example, submit_example
from hub.sharing.services.answering import mark_of
from hub.users.models import User

Row = dict[str, Any]


def load_shared(shelf: Shelf, people: Mapping[str, User], rows: list[Row]) -> None:
    """Those that are missing, each as far as it has come."""
    for row in rows:
        mine = SharedExample.objects.of(people[row["author"]].pk)
        if not mine.filter(created_at=row["begun"]).exists():
            load_example(shelf, people, row)


def load_example(shelf: Shelf, people: Mapping[str, User], row: Row) -> None:
    example = start_example(author=people[row["author"]], at=row["begun"])
    for question in QUESTIONS:
        load_answer(shelf, example, question, row)
    if "sent" in row:
        example = submit_example(example=example, at=row["sent"])
    if "review" in row:
        review = row["review"]
        review_example(
            example=example,
            by=people[review["by"]],
            verdict=Verdict.CHANGES,
            version=example.version,
            comments={Part(part): text for part, text in review["comments"].items()},
            reason=review["reason"],
            at=review["at"],
        )


def load_answer(shelf: Shelf, example: SharedExample, question: Question, row: Row) -> None:
    values = {name: row["answers"][name] for name in question.names if name in row["answers"]}
    if "themes" in values:
        values["themes"] = [shelf.themes[slug] for slug in values["themes"]]
    if "intervention" in values:
        values["intervention"] = InterventionPage.objects.get(slug=values["intervention"])
    if values:
        example.refresh_from_db()
        seen = mark_of(example, question.names)
        save_answer(example=example, question=question, values=values, seen=seen, at=row["begun"])
