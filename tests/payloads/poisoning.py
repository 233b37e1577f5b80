"""A payload in every text that the database holds, found in the models and not in a list."""

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import cycle
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import models
from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.field_block import CharBlock, TextBlock
from wagtail.fields import RichTextField, StreamField

from hub.forum.markdown import render_markdown
from tests.payloads.everything import PAYLOADS
from tests.payloads.payload import Payload

# Tables of names that code looks up, of links between rows, and of what no page shows.
LEFT_ALONE = {
    "access.AuditSegment",
    "access.GroupToken",
    "account.EmailConfirmation",
    "auth.Group",
    "auth.Permission",
    "contenttypes.ContentType",
    "django_tasks_database.DBTaskResult",
    "mfa.Authenticator",
    "search.Labels",
    "sessions.Session",
    "wagtailcore.Locale",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailredirects.Redirect",
    "wagtailusers.UserProfile",
    "wagtailsearch.IndexEntry",
    "wagtailsearch.SQLiteFTSIndexEntry",
}
# Words that code reads, in fields that say nothing of it: names of kinds, digests, addresses inside
# the hub that the hub itself wrote, and how people sign in.
KEPT = re.compile(
    r"^(kind|rhythm|action|subject|place|path|url_path|hostname|email|password|code|domain|digest"
    r"|fact_id|seed_name|file_hash|filter_spec|focal_point_key|object_id|contentpath|position"
    r"|session_key|provider|provider_id|uid|key|client_id|secret|token|url|anchor"
    r"|source_kind|\w+_block|\w*_hash|language_code|numbers?)$"
)
NO_WORDS = re.compile(r"[\da-f-]{6,36}|[a-z_]+|https?://\S+|[\d.]+")
# Parts of blocks that code reads, where they hold no words.
READ_BY_CODE = {"name", "to", "percent", "value", "tolerance"}
GAP = re.compile(r"\[\[.*?\]\]")

Next = Callable[[int], str]


def texts(payloads: tuple[Payload, ...] = PAYLOADS) -> Next:
    """Gives one text after another, each short enough and of what a form lets through."""
    allowed = [p.text for p in payloads if p.text.strip() and is_storable(p.text)]
    turn = cycle(allowed)

    def text(room: int) -> str:
        return next(text for text in turn if len(text) <= room)

    return text


def is_storable(text: str) -> bool:
    return text.isprintable() and len(text) < 400


def poison(text: Next) -> int:
    """How many rows hold payloads now. Signals see nothing of it."""
    rows = 0
    for model in apps.get_models():
        if model._meta.label not in LEFT_ALONE and model._meta.managed and not model._meta.proxy:
            rows += poison_table(model, text)
    renew_html()
    cache.clear()
    return rows


def poison_table(model: type[models.Model], text: Next) -> int:
    fields = [field for field in model._meta.local_fields if is_text(field)]
    rows = list(model._base_manager.all()) if fields else []
    for row in rows:
        for field in fields:
            if getattr(row, field.attname):
                setattr(row, field.attname, poisoned(field, row, text))
    if rows:
        model._base_manager.bulk_update(rows, [field.name for field in fields], batch_size=100)
    return len(rows)


def is_text(field: Any) -> bool:
    if field.choices or field.primary_key or KEPT.match(field.name):
        return False
    if isinstance(field, models.SlugField | models.EmailField):
        return False
    return isinstance(field, models.CharField | models.TextField | models.JSONField | StreamField)


def poisoned(field: Any, row: models.Model, text: Next) -> Any:
    value = getattr(row, field.attname)
    if isinstance(field, StreamField):
        return field.to_python(list(in_stream(field.stream_block, value.get_prep_value(), text)))
    if isinstance(field, models.JSONField):
        return in_json(value, text)
    if isinstance(field, RichTextField):
        return rich(text)
    if isinstance(field, models.URLField):
        return f"https://agency.example/{text(120).replace(' ', '/')}"
    room = field.max_length or 400
    if field.unique:
        return f"{text(room - 12)}{row.pk}"
    return text(room)


def rich(text: Next) -> str:
    """As the editor keeps it: what was typed is text between its tags."""
    return f"<p>{escape(text(400))}</p>"


def in_stream(block: StreamBlock, items: Any, text: Next) -> Iterator[dict[str, Any]]:
    for item in items:
        yield {**item, "value": in_block(block.child_blocks[item["type"]], item["value"], text)}


def in_block(block: Block, value: Any, text: Next) -> Any:
    if isinstance(block, StreamBlock):
        return list(in_stream(block, value, text))
    if isinstance(block, ListBlock):
        return [in_list(block.child_block, item, text) for item in value]
    if isinstance(block, StructBlock):
        return {
            name: in_block(block.child_blocks[name], part, text)
            if part and not (name in READ_BY_CODE and NO_WORDS.fullmatch(str(part)))
            else part
            for name, part in value.items()
        }
    if isinstance(block, RichTextBlock):
        return rich(text)
    return written(block, value, text) if isinstance(block, CharBlock | TextBlock) else value


def written(block: CharBlock | TextBlock, value: str, text: Next) -> str:
    """What stands in gaps of a text stays: a question without gaps is refused."""
    room = min(150, getattr(block.field, "max_length", None) or 150)
    return " ".join([text(room), *GAP.findall(value)])


def in_list(block: Block, item: Any, text: Next) -> Any:
    """Rows of lists carry ids since they have them; what a program wrote may be the bare value."""
    if isinstance(item, dict) and item.get("type") == "item":
        return {**item, "value": in_block(block, item["value"], text)}
    return in_block(block, item, text)


def in_json(value: Any, text: Next) -> Any:
    """Words of people; names and ids, which code reads, stay."""
    if isinstance(value, dict):
        return {name: in_json(part, text) for name, part in value.items()}
    if isinstance(value, list):
        return [in_json(part, text) for part in value]
    is_words = isinstance(value, str) and value and not NO_WORDS.fullmatch(value)
    return text(200) if is_words else value


def renew_html() -> None:
    """What the hub itself makes of Markdown is made again: a table can't be typed into."""
    for label in ("forum.Post", "forum.PostRevision", "forum.HouseRules"):
        model = apps.get_model(label)
        rows = list(model._base_manager.all())
        for row in rows:
            row.html = render_markdown(row.body)
        model._base_manager.bulk_update(rows, ["html"], batch_size=100)
