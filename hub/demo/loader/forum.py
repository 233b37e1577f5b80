"""Threads of the demonstration people, with a fixed moment each, by which they are found again."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page

from hub.access.enums import Marking
from hub.access.groups import token_of_group
from hub.access.readers import reader_for
from hub.access.rules import EVERYONE, Rule, rule
from hub.access.tokens import role_token
from hub.demo.loader.local import group_of
from hub.demo.loader.pages import Shelf
from hub.forum.enums import ReportReason, ThreadKind
from hub.forum.forms import PracticeForm, TermForm
from hub.forum.holding import hold_for
from hub.forum.hours import at_minute, spans_on, week_of
from hub.forum.models import DutyShift, HeldPhrase, Post, Space, StaffedHours, Thread
from hub.forum.official import office_of
from hub.forum.services import (
    accept_answer,
    answer_thanks,
    ask_question,
    choose_in_poll,
    grow_page,
    hold_post,
    lock_thread,
    pin_thread,
    reply_to_thread,
    report_post,
    save_hours,
    save_shift,
    save_space,
    set_house_rules,
    set_moderators,
    start_event,
    start_poll,
    vote,
)
from hub.home.models import ThemePage
from hub.notices.services import subscribe
from hub.taxonomy.models import AgencyType, Area
from hub.users.models import User

People = dict[str, User]

BETWEEN_REPLIES = timedelta(hours=4, minutes=25)
FACT_LINK = re.compile(r"\[([^\]]+)\]\(fact:([a-z0-9-]+)\)")
GROWN = {"practice": PracticeForm, "term": TermForm}
LABEL = "Written for the demonstration. The people, the place and the case are fictional."


def load_forum(shelf: Shelf, people: People, content: dict[str, Any]) -> None:
    """Spaces where they are missing, rules and who follows what in an empty forum, then threads."""
    spaces = {item["id"]: ensure_space(item, shelf, people) for item in content["spaces"]}
    if not Thread.objects.exists():
        set_house_rules(body=rules_text(content["house_rules"]))
        for item in content["follows"]:
            load_follows(shelf, people[item["person"]], spaces, item)
    for words in content["held_words"]:
        HeldPhrase.objects.get_or_create(phrase=words["phrase"], defaults={"why": words["why"]})
    load_hours(content["staffed_hours"])
    load_shifts([people[key] for key in content["on_duty"]])
    for item in content["threads"]:
        space = spaces[item["space"]]
        if not Thread.objects.filter(space=space, created_at=item["asked"]).exists():
            load_thread(shelf, people, space, item)


def load_hours(rows: Iterable[Mapping[str, Any]]) -> None:
    """Only where none are set: administrators may have changed them."""
    if StaffedHours.objects.exists():
        return
    for row in rows:
        times = {name: time.fromisoformat(row[name]) for name in ("begins", "ends")}
        save_hours(hours=StaffedHours(**{**row, **times}))


def load_shifts(people: Iterable[User]) -> None:
    """Through the staffed hours of two weeks from now on; only where nobody has a shift to come."""
    now, week = timezone.now(), week_of(StaffedHours.objects.all())
    if DutyShift.objects.filter(ends__gt=now).exists():
        return
    for day in (timezone.localdate(now) + timedelta(days=ahead) for ahead in range(14)):
        for begins, ends in spans_on(week, day):
            shift = {"begins": at_minute(day, begins), "ends": at_minute(day, ends)}
            for person in people:
                if shift["ends"] > now:
                    save_shift(shift=DutyShift(person=person, **shift))


def load_follows(
    shelf: Shelf, person: User, spaces: Mapping[str, Space], item: dict[str, Any]
) -> None:
    for space in item["spaces"]:
        subscribe(person=person, kind="space", object_id=spaces[space].pk)
    for slug in item["themes"]:
        page = ThemePage.objects.get(theme=shelf.themes[slug])
        subscribe(person=person, kind="theme", object_id=page.pk)


def ensure_space(item: dict[str, Any], shelf: Shelf, people: People) -> Space:
    found = Space.objects.filter(slug=item["slug"]).first()
    if found:
        return found
    space = save_space(
        slug=item["slug"],
        name=item["title"],
        description=item["description"],
        order=item["order"],
        rule=space_rule(item, shelf.groups),
        marking=Marking(item.get("marking", Marking.OFFICIAL)),
        rules="\n".join(item.get("rules", [])),
        theme=shelf.themes.get(item.get("theme")),
        area=Area.objects.filter(slug=item.get("area")).first(),
        agency_type=AgencyType.objects.filter(slug=item.get("agency")).first(),
    )
    set_moderators(space=space, people=[people[key] for key in item.get("moderators", [])])
    return space


def space_rule(item: dict[str, Any], groups: Mapping[str, Group]) -> Rule:
    """Who may read the space: holders of its `roles`, the people of its `readers`, or everyone."""
    if "readers" in item:
        return rule([token_of_group(group_of(item["readers"], groups))])
    roles = item.get("roles")
    return rule([role_token(role) for role in roles]) if roles else EVERYONE


def rules_text(rules: dict[str, Any]) -> str:
    """The house rules as Markdown."""
    listed = "\n".join(f"- {rule}" for rule in rules["rules"])
    return f"{rules['intro']}\n\n{listed}\n\n{rules['sharing_note']}"


def with_addresses(text: str, pages: Mapping[str, Page]) -> str:
    """Markdown with the address of each fact it links; one without a page keeps its words only."""

    def linked(match: re.Match[str]) -> str:
        page = pages.get(match[2])
        return f"[{match[1]}]({page.url})" if page else match[1]

    return FACT_LINK.sub(linked, text)


def load_thread(shelf: Shelf, people: People, space: Space, item: dict[str, Any]) -> None:
    at = item["asked"]
    question = with_addresses(item["body"].rstrip(), shelf.pages)
    asker = people[item["author"]]
    begin, more = beginning(item)
    thread = begin(
        author=asker,
        space=space,
        title=item["title"],
        body=f"{question}\n\n*{LABEL}*",
        themes=[shelf.themes[slug] for slug in item.get("themes", [])],
        about=[shelf.pages[fact] for fact in item.get("links", []) if fact in shelf.pages],
        files=files_of(item),
        told=[people[key] for key in item.get("told", [])],
        anonymous=item.get("anonymous", False),
        at=at,
        **more,
    )
    for person, number in item.get("choices", {}).items():
        option = thread.poll.options.get(number=number)
        choose_in_poll(poll=thread.poll, person=people[person], options=[option])
    vote_for(thread.posts.get(), people, item.get("me_too", []))
    for number, reply in enumerate(item.get("replies", []), start=1):
        moment = at + number * BETWEEN_REPLIES
        author = people[reply["author"]]
        body = with_addresses(reply["body"], shelf.pages)
        post = reply_to_thread(
            thread=thread,
            author=author,
            body=body,
            files=files_of(reply),
            told=[people[key] for key in reply.get("told", [])],
            anonymous=reply.get("anonymous", False),
            official_as=office_of(reader_for(author)) if reply.get("official") else "",
            at=moment,
        )
        vote_for(post, people, reply.get("helpful", []))
        load_case(post, people, reply, moment)
        if reply.get("accepted"):
            accept_answer(post=post, by=asker, at=moment + BETWEEN_REPLIES)
    if "grew" in item:
        load_grown(thread, people, item["grew"])
    for key, act in (("pinned", pin_thread), ("locked", lock_thread)):
        if key in item:
            act(thread=thread, by=people["moderator"], reason=item[key])


def beginning(item: dict[str, Any]) -> tuple[Callable[..., Thread], dict[str, Any]]:
    """What begins a thread of this kind, and what it takes beside the text."""
    kind = ThreadKind(item.get("kind", ThreadKind.QUESTION))
    if kind == ThreadKind.POLL:
        given = {name: item[name] for name in ("options", "closes_on")}
        return start_poll, given | {"several": item.get("several", False)}
    if kind == ThreadKind.EVENT:
        return start_event, {name: item[name] for name in ("starts_at", "ends_at", "place")}
    return ask_question, {"kind": kind}


def load_grown(thread: Thread, people: People, item: dict[str, Any]) -> None:
    """The page that a thread became: published already, or still with the reviewers."""
    form, maker = GROWN[item["into"]], people[item["by"]]
    names = form.base_fields
    page = form.model(**{name: text for name, text in item.items() if name in names})
    thread.refresh_from_db()
    grown = grow_page(thread=thread, by=maker, page=page)
    for thanks in grown.thanks.filter(person__in=[people[key] for key in item.get("agreed", [])]):
        answer_thanks(thanks=thanks, agreed=True)
    if item.get("published"):
        page.get_latest_revision().publish(user=maker)


def files_of(item: Mapping[str, Any]) -> list[ContentFile]:
    """Text files that stand beside a post."""
    return [ContentFile(file["text"].encode(), file["name"]) for file in item.get("files", [])]


def load_case(post: Post, people: People, reply: dict[str, Any], at: datetime) -> None:
    """Somebody reported it, or it waits for a moderator; nobody gets mail of that."""
    if reply.get("held"):
        hold = hold_for(post, people[reply["author"]], is_edit=True)
        post.is_announced = False
        hold_post(post=post, thread=post.thread, hold=hold, at=at)
    if told := reply.get("reported"):
        reason, by = ReportReason(told["reason"]), people[told["by"]]
        moment = at + BETWEEN_REPLIES
        report_post(post=post, reporter=by, reason=reason, note=told["note"], at=moment)


def vote_for(post: Post, people: People, voters: Iterable[str]) -> None:
    for voter in voters:
        vote(post=post, person=people[voter])
