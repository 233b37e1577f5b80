"""Threads of the demonstration people, with a fixed moment each, by which they are found again."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hub.demo.loader.pages import Shelf
from hub.forum.models import Space, Thread
from hub.forum.services import (
    accept_answer,
    ask_question,
    reply_to_thread,
    save_space,
    set_house_rules,
)
from hub.users.models import User

People = dict[str, User]

FIRST_QUESTION = datetime(2026, 10, 6, 9, 40, tzinfo=UTC)
BETWEEN_QUESTIONS = timedelta(days=5, hours=3, minutes=17)
BETWEEN_REPLIES = timedelta(hours=4, minutes=25)
LABEL = "Written for the demonstration. The people, the place and the case are fictional."


def load_forum(shelf: Shelf, people: People, content: dict[str, Any]) -> None:
    """Spaces and rules where they are missing, then the threads that are missing."""
    spaces = {item["id"]: ensure_space(item) for item in content["spaces"]}
    if not Thread.objects.exists():
        set_house_rules(body=rules_text(content["house_rules"]))
    for place, item in enumerate(content["threads"]):
        at = FIRST_QUESTION + place * BETWEEN_QUESTIONS
        space = spaces[item["space"]]
        if not Thread.objects.filter(space=space, created_at=at).exists():
            load_thread(shelf, people, space, item, at)


def ensure_space(item: dict[str, Any]) -> Space:
    found = Space.objects.filter(slug=item["slug"]).first()
    return found or save_space(
        slug=item["slug"],
        name=item["title"],
        description=item["description"],
        order=item["order"],
    )


def rules_text(rules: dict[str, Any]) -> str:
    """The house rules as Markdown."""
    listed = "\n".join(f"- {rule}" for rule in rules["rules"])
    return f"{rules['intro']}\n\n{listed}\n\n{rules['sharing_note']}"


def load_thread(
    shelf: Shelf, people: People, space: Space, item: dict[str, Any], at: datetime
) -> None:
    thread = ask_question(
        author=people[item["author"]],
        space=space,
        title=item["title"],
        body=f"{item['body'].rstrip()}\n\n*{LABEL}*",
        themes=[shelf.themes[slug] for slug in item.get("themes", [])],
        about=[shelf.pages[fact] for fact in item.get("links", []) if fact in shelf.pages],
        at=at,
    )
    for number, reply in enumerate(item.get("replies", []), start=1):
        moment = at + number * BETWEEN_REPLIES
        author = people[reply["author"]]
        post = reply_to_thread(thread=thread, author=author, body=reply["body"], at=moment)
        if reply.get("accepted"):
            accept_answer(post=post, by=thread.author, at=moment + BETWEEN_REPLIES)
