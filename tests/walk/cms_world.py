"""A hub as its staff see it: everything that one area keeps to itself, beside what is open."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db.models import Model
from django.test import Client
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Collection, CollectionViewRestriction, Comment, Page, Workflow
from wagtail.search.index import Indexed, insert_or_update_object

from courses.models import Question, Quiz
from hub.access.enums import Role
from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.pages.models import HubDocument, HubImage
from hub.taxonomy.models import Area
from tests.factories import pages
from tests.factories.courses import course_with_quiz, lessons_of
from tests.factories.people import AreaFactory, UserFactory, sign_in, with_role

BAIT, SECRET = "quokka", "zyxwvut"
CLOSED = f"{BAIT} {SECRET}"
LURE, SHOWN = "numbat", "meadowlark"
OPEN = f"{LURE} {SHOWN}"


@dataclass
class World:
    """`closed` holds what only people of `area` may read, `opened` what all staff may."""

    area: Area
    closed: dict[str, Model] = field(default_factory=dict)
    opened: dict[str, Model] = field(default_factory=dict)


def cms_world() -> World:
    area = AreaFactory(name="Ardale", slug="ardale")
    group, root = group_for_area(area), Collection.get_first_root_node()
    collection = root.add_child(name=CLOSED)
    only_for(group, collection)
    closed = {"collection": collection, **media(CLOSED, collection), **teaching(CLOSED)}
    opened = {"collection": root.add_child(name=OPEN), **media(OPEN, root), **teaching(OPEN)}
    opened["above"], closed["below"] = open_above_closed(group)
    opened["page"] = busy_page(OPEN, opened, {**opened, **closed})
    opened["tool"] = pages.tool(title=OPEN)
    opened["tool"].save_revision()
    opened["tool"].document = closed["document"]
    opened["tool"].save_revision().publish()
    rest_on(opened["question"], closed)
    closed["page"] = busy_page(CLOSED, opened, {**opened, **closed})
    pages.restrict(closed["page"], group)
    pages.restrict(closed["course"], group)
    log_what_is_gone(group)
    for thing in (*closed.values(), *opened.values()):
        if isinstance(thing, Indexed):
            insert_or_update_object(thing)  # as the worker does
    return World(area, closed, opened)


def only_for(group: Group, collection: Collection) -> None:
    kind = CollectionViewRestriction.GROUPS
    restriction = CollectionViewRestriction(collection=collection, restriction_type=kind)
    restriction.save()
    restriction.groups.add(group)


def media(name: str, collection: Collection) -> dict[str, Model]:
    slug = name.replace(" ", "-")
    file = ContentFile(name.encode(), name=f"{slug}.txt")
    document = HubDocument.objects.create(title=name, file=file, collection=collection)
    picture = get_test_image_file(filename=f"{slug}.png")
    image = HubImage.objects.create(
        title=name, description=name, file=picture, collection=collection
    )
    return {"document": document, "image": image}


def teaching(name: str) -> dict[str, Model]:
    """A course with its quiz and a question; they are as closed as the course."""
    course = course_with_quiz(lessons=1, questions=1)
    course.get_descendants(inclusive=True).update(title=name, draft_title=name)
    quiz = Quiz.objects.final().get(course=course)
    quiz.title = name
    quiz.save()
    question = quiz.places.get().question
    question.versions.update(stem=name)
    for thing in (quiz, question):
        thing.refresh_from_db()
        log(thing, "wagtail.edit", user=UserFactory())
    return {
        "course": course,
        "lesson": lessons_of(course)[0],
        "quiz": quiz,
        "question": question,
    }


def busy_page(name: str, *about: dict[str, Model]) -> GuidancePage:
    """A page with all that staff do to one: drafts, a comment, a lock, an approval that waits.

    There is a draft about each of `about`, so that what one names stands there changed.
    """
    keeper = UserFactory(name="Kim Keeper")
    page = pages.guidance(title=name, slug=name.replace(" ", "-"), summary=name)
    page.locked, page.locked_by, page.locked_at = True, keeper, timezone.now()
    Comment.objects.create(page=page, user=keeper, text=name, contentpath="title")
    for things in about:
        name_in(page, things)
        page.save()
        page.save_revision(user=keeper, log_action=True).publish()
    page.save_revision(user=keeper, log_action=True)
    Workflow.objects.get().start(page, keeper)
    return GuidancePage.objects.get(pk=page.pk)


def name_in(page: GuidancePage, things: dict[str, Model]) -> None:
    """Puts these into each place of a page that takes a page, a document or an image.

    The blocks stay the same ones, so that drafts show them changed, not gone and new.
    """
    chosen = [thing for thing in things.values() if isinstance(thing, Page)]
    page.links = stream(("link", {"page": one.pk, "note": ""}) for one in chosen)
    download = {"document": things["document"].pk, "description": "Form"}
    picture = {"image": things["image"].pk, "alternative": "", "caption": ""}
    video = {"title": "Film", "film": things["document"].pk, "captions": things["document"].pk}
    blocks = {"paragraph": mentions(things), "download": download, "picture": picture}
    page.body = stream([*blocks.items(), ("video", video)])


def stream(blocks: Iterable[tuple[str, Any]]) -> str:
    return json.dumps(
        [
            {"type": kind, "value": value, "id": str(number)}
            for number, (kind, value) in enumerate(blocks)
        ]
    )


def rest_on(question: Question, things: dict[str, Model]) -> None:
    question.lesson = things["lesson"]
    question.cites = [("link", {"page": things["below"], "note": ""})]
    question.save()


def mentions(about: dict[str, Model]) -> str:
    """A text that links to each page and document, in words that tell nothing."""
    links = [
        f'<a linktype="page" id="{thing.pk}">more</a>'
        for thing in about.values()
        if isinstance(thing, Page)
    ]
    file = about["document"].pk
    return f'<p>{" ".join(links)} <a linktype="document" id="{file}">file</a></p>'


def open_above_closed(group: Group) -> tuple[Page, Page]:
    """An open page below which a closed one lies."""
    above = pages.guidance(title=f"{OPEN} above", slug="above")
    below = above.add_child(instance=GuidancePage(title=CLOSED, slug=f"{SECRET}-below"))
    pages.restrict(below, group)
    return above, below


def log_what_is_gone(group: Group) -> None:
    """What was closed is deleted, but its title stands in the log."""
    page, somebody = pages.guidance(title=f"{CLOSED} gone"), UserFactory()
    pages.restrict(page, group)
    log(page, "wagtail.create", user=somebody)
    log(page, "wagtail.delete", user=somebody, deleted=True)
    page.delete()


def staff_of(area: Area, *roles: Role) -> Client:
    """Someone who works in the CMS for the whole hub, and is of this area."""
    person = with_role(UserFactory(), Role.PRACTITIONER, area=area)
    for role in roles:
        with_role(person, role)
    return sign_in(Client(), person, mfa=True)
