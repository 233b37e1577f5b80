"""From a file to drafts, with a report on each question. Nothing is saved here."""

import hashlib
import json
from collections.abc import Container
from itertools import islice

from django.utils.translation import gettext as _

from courses.exchange.checking import problems_of
from courses.exchange.drafts import Line, Refused, Report
from courses.exchange.files import MOST_QUESTIONS, decode, format_of
from courses.exchange.sources import SOURCES, Source
from courses.questions.base import Data
from courses.questions.registry import question_type


def read_questions(name: str, content: bytes, known: Container[str] = frozenset()) -> Report:
    """What each question of the file would become. `known` are fingerprints of the bank.

    Raises Refused where the file as a whole can't be read.
    """
    text, guessed = decode(content)
    sources = SOURCES[format_of(name, text)](text)
    found = list(islice(sources, MOST_QUESTIONS + 1))
    if len(found) > MOST_QUESTIONS:
        most = {"most": MOST_QUESTIONS}
        raise Refused(_("The file has more than %(most)d questions. Split it.") % most)
    if not found:
        raise Refused(_("No question was found in the file."))
    lines = [line_of(source) for source in found]
    note_repeated(lines, known)
    guess = _("The file isn't UTF-8. Look whether letters with accents are right.")
    return Report(lines=lines, notes=[guess] if guessed else [])


def line_of(source: Source) -> Line:
    line = Line(place=source.place, name=source.name)
    try:
        draft, line.notes = source.read()
    except Refused as refused:
        line.reasons = [str(refused)]
        return line
    line.reasons = problems_of(draft)
    if not line.reasons:
        line.draft = draft
    return line


def note_repeated(lines: list[Line], known: Container[str]) -> None:
    """Two questions may be the same in every word, but hardly ever should."""
    seen: set[str] = set()
    for line in lines:
        if line.draft is None:
            continue
        data = question_type(line.draft.kind).data_from_editor(line.draft.written)
        print_of = fingerprint(line.draft.kind, line.draft.stem, data)
        if print_of in known:
            line.notes.append(_("The bank has this very question."))
        elif print_of in seen:
            line.notes.append(_("The file has this very question twice."))
        seen.add(print_of)


def fingerprint(kind: str, stem: str, data: Data) -> str:
    """The same for the same words, answers and marks."""
    whole = json.dumps([kind, stem, data], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()
