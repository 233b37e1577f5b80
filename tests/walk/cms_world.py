"""A hub as its staff see it: everything that one area keeps to itself, beside what is open."""

import json
from dataclasses import dataclass, field

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import Collection, CollectionViewRestriction, Comment, Page, Workflow
from wagtail.search.index import Indexed, insert_or_update_object

from courses.models import Quiz
from hub.access.groups import group_for_area
from hub.guidance.models import GuidancePage
from hub.pages.models import HubDocument, HubImage
from hub.taxonomy.models import Area
from tests.factories import pages
from tests.factories.courses import course_with_quiz, lessons_of
from tests.factories.people import AreaFactory, UserFactory

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
    opened["page"] = busy_page(OPEN, opened)
    closed["page"] = busy_page(CLOSED, {**opened, **closed})
    pages.restrict(closed["page"], group)
    pages.restrict(closed["course"], group)
    opened["above"], closed["below"] = open_above_closed(group)
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
    quiz = Quiz.objects.get(course=course)
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


def busy_page(name: str, about: dict[str, Model]) -> GuidancePage:
    """A page with all that staff do to one: drafts, a comment, a lock, an approval that waits."""
    keeper = UserFactory(name="Kim Keeper")
    page = pages.guidance(title=name, slug=name.replace(" ", "-"), summary=name)
    page.body = json.dumps([{"type": "paragraph", "value": mentions(about)}])
    links = [thing for thing in about.values() if isinstance(thing, Page)]
    page.links = [("link", {"page": link, "note": ""}) for link in links]
    page.locked, page.locked_by, page.locked_at = True, keeper, timezone.now()
    Comment.objects.create(page=page, user=keeper, text=name, contentpath="title")
    page.save()
    page.save_revision(user=keeper, log_action=True).publish()
    page.save_revision(user=keeper, log_action=True)
    Workflow.objects.get().start(page, keeper)
    return GuidancePage.objects.get(pk=page.pk)


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
