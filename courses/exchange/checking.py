"""Whether a draft may be saved: what the editor's own form would say of it."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import ListBlock, StructBlock
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from courses.exchange.drafts import Draft, Refused, check_answers
from courses.models import Question
from courses.questions.registry import question_type


def problems_of(draft: Draft) -> list[str]:
    """In plain words; empty for none. The form's own checks come first, then the type's."""
    lists = [value for value in draft.written.values() if isinstance(value, list)]
    try:
        check_answers(max(map(len, lists), default=0))
    except Refused as refused:
        return [str(refused)]
    block = editor_block(draft.kind)
    words = {"stem": draft.stem, "explanation": draft.explanation, "hint": draft.hint}
    value = block.to_python({**draft.written, **words})
    try:
        block.clean(value)
    except ValidationError as error:
        return list(dict.fromkeys(messages(error, block)))
    longest = Question._meta.get_field("outcome").max_length or 0
    if len(draft.outcome) > longest:
        return [_("Its outcome is longer than %(most)d letters.") % {"most": longest}]
    kind = question_type(draft.kind)
    return kind.validate(kind.data_from_editor(draft.written))


@cache
def editor_block(kind: str) -> StructBlock:
    return question_type(kind).editor_block()


def messages(error: ValidationError, block: Any, path: Sequence[str] = ()) -> Iterator[str]:
    """Each after the labels of the fields that it is in, such as: Answers 2, Answer."""
    if isinstance(error, StructBlockValidationError):
        for name, inner in error.block_errors.items():
            child = block.child_blocks[name]
            yield from messages(inner, child, (*path, str(child.label)))
    elif isinstance(error, ListBlockValidationError) and isinstance(block, ListBlock):
        *above, last = path
        for place, inner in error.block_errors.items():
            yield from messages(inner, block.child_block, (*above, f"{last} {place + 1}"))
        for inner in error.non_block_errors.as_data() if error.non_block_errors else ():
            yield from messages(inner, block, path)
    else:
        yield from (f"{', '.join(path)}: {text}" for text in error.messages)
