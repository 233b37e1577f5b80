"""`python -m tests.courses.questions.marking_guide` writes courses/questions/README.md anew."""

from pathlib import Path

import django

django.setup()

from courses.questions.base import Example  # noqa: E402 - the apps come first
from courses.questions.registry import question_type, question_types  # noqa: E402
from tests.courses.questions.answering import answered  # noqa: E402

PLACE = Path(__file__).parents[3] / "courses" / "questions" / "README.md"
HEAD = """# How questions are marked

Each question is worth one mark. An editor may give an answer another part of it, in per cent.
The tests hold each type to these examples, and trainers can try them in the course “Every kind of
question”.

Written by `python -m tests.courses.questions.marking_guide` from `courses/questions/*/examples.py`.
"""


def guide() -> str:
    return "\n".join([HEAD, *map(section, question_types())])


def section(name: str) -> str:
    kind = question_type(name)
    stem = kind.examples[0].written["stem"]
    counts = "" if kind.scored else "\nIt is kept with the attempt and doesn't count.\n"
    rows = [row(name, example) for example in kind.examples]
    table = "\n".join(["| Answer | Mark | Why |", "|---|---|---|", *rows])
    return f"## {kind.label}\n{counts}\n> {stem}\n\n{table}\n"


def row(name: str, example: Example) -> str:
    data, answer = answered(name, example)
    said = question_type(name).answer_text(data, answer) or "…"
    return f"| {said} | {example.marks} | {example.why} |"


if __name__ == "__main__":
    PLACE.write_text(guide(), encoding="utf-8")
