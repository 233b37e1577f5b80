"""Turns written content into the raw data of streams, with `fact:` links made into page links."""

import json
import re
from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from wagtail.models import Page

FACT_LINK = re.compile(r'<a href="fact:([^"]+)">(.*?)</a>', re.DOTALL)

Raw = dict[str, Any]


def block_id(*place: object) -> str:
    """A block id that is the same in every hub."""
    return str(uuid5(NAMESPACE_URL, "/".join(str(part) for part in place)))


def stream(fact_id: str, blocks: list[tuple[str, Any]]) -> str:
    """Stream data as JSON, each block with an id made from the content's own id and its place."""
    raw = [
        {"type": kind, "value": value, "id": block_id(fact_id, kind, place)}
        for place, (kind, value) in enumerate(blocks)
    ]
    return json.dumps(raw, default=str)


def body_stream(fact_id: str, body: list[Raw], pages: Mapping[str, Page]) -> str:
    """A written body, a list of one-key blocks, as stream data."""
    blocks = [
        (kind, block_value(kind, value, pages)) for item in body for kind, value in item.items()
    ]
    return stream(fact_id, blocks)


def block_value(kind: str, value: Any, pages: Mapping[str, Page]) -> Any:
    if kind == "paragraph":
        return rich_text(value, pages)
    if kind == "steps":
        return {"steps": [{**s, "text": rich_text(s.get("text", ""), pages)} for s in value]}
    if kind == "callout":
        return {**value, "text": rich_text(value["text"], pages)}
    if kind == "table":
        return {**value, "rows": [{"cells": [str(c) for c in row]} for row in value["rows"]]}
    return value


def rich_text(text: str, pages: Mapping[str, Page]) -> str:
    """HTML with page links; a link to a fact that has no page keeps its words only."""
    html = text.strip()
    if html and not html.startswith("<"):
        html = f"<p>{html}</p>"

    def linked(match: re.Match[str]) -> str:
        page = pages.get(match[1])
        return f'<a linktype="page" id="{page.pk}">{match[2]}</a>' if page else match[2]

    return FACT_LINK.sub(linked, html)
