"""Requests of the demonstration people to the support desk, found again by their moment."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from hub.demo.loader.pages import Shelf
from hub.forum.models import Space
from hub.support.enums import Help, Helped
from hub.support.models import SupportRequest
from hub.support.services import (
    add_note,
    answer,
    ask_desk,
    assign,
    close,
    publish,
    reply,
    say_whether_it_helped,
)
from hub.taxonomy.models import Area
from hub.users.models import User

People = Mapping[str, User]
Row = dict[str, Any]

BETWEEN_STEPS = timedelta(hours=3, minutes=10)


def load_support(shelf: Shelf, people: People, rows: list[Row]) -> None:
    """Those that are missing, each with what was done about it, in the order of its steps."""
    for row in rows:
        asker = people[row["asker"]]
        if not SupportRequest.objects.of(asker.pk).filter(created_at=row["asked"]).exists():
            load_request(shelf, people, row)


def load_request(shelf: Shelf, people: People, row: Row) -> None:
    request = ask_desk(
        asker=people[row["asker"]],
        kind=Help(row["kind"]),
        title=row["title"],
        body=row["body"].strip(),
        area=Area.objects.get(slug=row["area"]) if "area" in row else None,
        may_publish=row["may_publish"],
        at=row["asked"],
    )
    for number, step in enumerate(row.get("steps", []), start=1):
        take_step(request, people, step, row["asked"] + number * BETWEEN_STEPS)
    if "published" in row:
        part = row["published"]
        publish(
            request=request,
            by=people[part["by"]],
            space=Space.objects.get(slug=part["space"]),
            title=part["title"],
            body=part["body"].strip(),
            answer=part["answer"].strip(),
            themes=[shelf.themes[slug] for slug in part["themes"]],
            at=part["at"],
        )


def take_step(request: SupportRequest, people: People, step: Row, at: datetime) -> None:
    by, text = people[step["by"]], step.get("text", "").strip()
    if "given_to" in step:
        assign(request=request, to=people[step["given_to"]], by=by, note=text, at=at)
    elif "helped" in step:
        say_whether_it_helped(request=request, helped=Helped(step["helped"]), reason=text)
    elif step.get("note"):
        add_note(request=request, author=by, body=text, at=at)
    elif step.get("closes"):
        close(request=request, by=by, at=at)
    elif by.pk == request.asker_id:
        reply(request=request, author=by, body=text, at=at)
    else:
        asks_back = step.get("asks_back", False)
        answer(request=request, author=by, body=text, asks_back=asks_back, at=at)
