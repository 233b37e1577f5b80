"""What the CMS's editors send, with payloads in everything that people type there."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from wagtail.blocks import (
    Block,
    BooleanBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
)
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from courses.cms import words_of
from courses.models import Question
from tests.payloads.forms import Form, forms_of
from tests.payloads.poisoning import Next, in_stream

Shown = tuple[str, HttpResponse]

# By these the test finds the page again; payloads in a slug are sent for themselves.
KEPT = {"slug", "comment_notifications"}


def editor_of(client: Client, page: Page) -> Form:
    address = f"/cms/pages/{page.pk}/edit/"
    html = client.get(address).content.decode()
    return next(form for form in forms_of(html, address, "admin") if "slug" in form.typed)


def sent_by(form: Form, page: Page, text: Next) -> dict[str, Any]:
    typed = {name: text(room) for name, room in form.typed.items() if name not in KEPT}
    texts = {name: json_text(values[0], text) for name, values in form.values.items()}
    return {**texts, **typed, **streams(page, text), "action-publish": "action-publish"}


def json_text(value: str, text: Next) -> str:
    """The text of an editor for rich text, which keeps it in blocks; anything else as it is."""
    try:
        content = json.loads(value)
        for block in content["blocks"]:
            block.update(text=text(400), entityRanges=[], inlineStyleRanges=[])
    except (ValueError, TypeError, KeyError):
        return value
    return json.dumps(content)


def streams(thing: Model, text: Next) -> dict[str, Any]:
    """The blocks that it has, which a script of the CMS turns into fields."""
    found: dict[str, Any] = {}
    for field in thing._meta.fields:
        if isinstance(field, StreamField):
            found[field.name] = poisoned(getattr(thing, field.name), text)
    return flat(found)


def streams_as_they_were(thing: Model, names: Collection[str]) -> dict[str, Any]:
    fields = [f for f in thing._meta.fields if isinstance(f, StreamField) and f.name in names]
    held = [(field.name, getattr(thing, field.name)) for field in fields]
    return flat({name: as_sent(s.stream_block, s.get_prep_value()) for name, s in held})


def poisoned(stream: StreamValue, text: Next) -> dict[str, Any]:
    block = stream.stream_block
    return as_sent(block, list(in_stream(block, stream.get_prep_value(), text)))


def flat(fields: dict[str, Any]) -> dict[str, str]:
    return {name: value for name, value in nested_form_data(fields).items() if value is not None}


def as_sent(block: Block, value: Any) -> Any:
    if isinstance(block, StreamBlock):
        return streamfield(
            [
                (item["type"], as_sent(block.child_blocks[item["type"]], item["value"]))
                for item in value
            ]
        )
    if isinstance(block, ListBlock):
        return rows(block, value or [])
    if isinstance(block, StructBlock):
        given = value or {}
        return {name: as_sent(part, given.get(name)) for name, part in block.child_blocks.items()}
    if isinstance(block, RichTextBlock):
        return rich_text(value or "")
    if isinstance(block, BooleanBlock):
        return "on" if value else None
    return "" if value is None else value


def rows(block: ListBlock, value: list[Any]) -> dict[str, Any]:
    bare = [
        row["value"] if isinstance(row, dict) and row.get("type") == "item" else row
        for row in value
    ]
    sent = {
        str(at): {"value": as_sent(block.child_block, row), "deleted": "", "order": str(at)}
        for at, row in enumerate(bare)
    }
    return {**sent, "count": str(len(bare))}


def published(client: Client, page: Page, form: Form, text: Next) -> Iterator[Shown]:
    """What answers the editor, and then each screen that shows the page; rows are as before.

    What is refused, a date for one, is sent once more as it was.
    """
    address, values = f"/cms/pages/{page.pk}", sent_by(form, page, text)
    with transaction.atomic():
        cache.clear()
        answer = client.post(f"{address}/edit/", values)
        yield "sent", answer
        if answer.status_code == 200:
            names = list(refused(answer))
            kept = {name: as_it_was(form, name) for name in names}
            again = {**values, **kept, **streams_as_they_were(page, names)}
            yield "sent again", client.post(f"{address}/edit/", again)
        above = f"/cms/pages/{page.get_parent().pk}/"
        for shown in (page.url, f"{address}/edit/", f"{address}/history/", above):
            yield shown, client.get(shown)
        transaction.set_rollback(True)
    cache.clear()


def refused(answer: HttpResponse) -> Iterator[str]:
    form = answer.context["form"]
    rows = [row for formset in form.formsets.values() for row in formset.forms]
    for part in (form, *rows):
        yield from (part.add_prefix(name) for name in part.errors)


def as_it_was(form: Form, name: str) -> list[str]:
    """Empty where the form was read as holding words though it held none."""
    given = form.values.get(name, [""])
    return [""] if given == ["Words"] else given


def saved(client: Client, question: Question, text: Next) -> Iterator[Shown]:
    """What answers the editor of a question, and the screens that show it; rows are as before."""
    above = "/cms/snippets/courses/question/"
    editor = f"{above}edit/{question.pk}/"
    words = flat({"words": poisoned(words_of(question.current), text)})
    with transaction.atomic():
        cache.clear()
        fields = {"difficulty": question.difficulty, "outcome": text(150), "tags": text(50)}
        yield "sent", client.post(editor, {**words, **streams(question, text), **fields})
        yield "edit", client.get(editor)
        yield "list", client.get(above)
        transaction.set_rollback(True)
    cache.clear()
