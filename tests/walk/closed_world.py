"""A small hub in which every kind of content has one open thing and one closed thing."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from django.db.models import Model
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from courses.models import CourseIndexPage, CoursePage, LessonPage, ModulePage, PathwayPage
from hub.access.groups import group_for_area
from hub.access.models import AccessRule
from hub.access.registry import kinds
from hub.access.rules import rule
from hub.access.tokens import area_token
from hub.forum.models import Space
from hub.forum.services import ask_question
from hub.home.models import ThemeIndexPage, ThemePage
from hub.pages.models import HubDocument, HubImage
from hub.taxonomy.models import Area, Theme
from tests.factories import pages
from tests.factories.media import collection_for
from tests.factories.people import AreaFactory, UserFactory

SECRET = "zyxwvut"
BAIT = "quokka"
SHARED = "meadow"
CLOSED = f"{BAIT.title()} {SECRET}"


@dataclass
class World:
    """`closed` holds a thing of each kind that only people of `area` may read.

    `addresses` are of these things, `media` of a closed document, an image and its renditions.
    """

    area: Area
    open_page: Page
    closed: dict[str, Model] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    media: list[str] = field(default_factory=list)


def closed_world() -> World:
    area = AreaFactory(name="Ardale", slug="ardale")
    opened = pages.guidance(title=f"Open {SHARED}", slug="open", themes=["mapping"])
    world = World(area, opened)
    for name, thing in closed_pages(opened).items():
        pages.restrict(thing, group_for_area(area))
        world.closed[name] = thing
    link_in_text(opened, world.closed.values())
    world.closed["thread"] = closed_thread(area, opened)
    world.closed["document"], world.media = closed_media(area)
    by_name = {kind.name: kind for kind in kinds()}
    world.addresses = [by_name[name].address(thing) for name, thing in world.closed.items()]
    return world


def link_in_text(opened: Page, closed: Iterable[Page]) -> None:
    """The open page links to every closed one in its text, in words that tell nothing."""
    links = "".join(f'<a linktype="page" id="{page.pk}">more</a> ' for page in closed)
    opened.body = json.dumps([{"type": "paragraph", "value": f"<p>{links}</p>"}])
    opened.save()


def closed_pages(opened: Page) -> dict[str, Page]:
    """A page of each kind that is about the open page, shares its theme and holds the secret."""
    common = {
        "title": CLOSED,
        "summary": f"{SECRET} {SHARED}",
        "themes": ["mapping", "leadership"],
        "links": [opened],
        "first_published_at": timezone.now(),
    }
    act = pages.act(**common)
    themes = ThemeIndexPage.objects.get()
    course = pages.add_page(CoursePage, CourseIndexPage.objects.get(), **common)
    module = course.add_child(instance=ModulePage(title=CLOSED, slug="closed-module"))
    return {
        "act": act,
        "provision": pages.findable(under=act, **common),
        "guidance": pages.guidance(**common),
        "practice": pages.practice(**common),
        "tool": pages.tool(**common),
        "policy": pages.policy(**common),
        "term": pages.term(definition=SECRET, other_words=f"{BAIT}slang", **common),
        "intervention": pages.intervention(**common),
        "referral": pages.referral(**common, show_on_help_now=True),
        "theme": pages.add_page(
            ThemePage, themes, theme=Theme.objects.get(slug="leadership"), **common
        ),
        "course": course,
        "pathway": pages.add_page(PathwayPage, CourseIndexPage.objects.get(), **common),
        "lesson": pages.add_page(LessonPage, module, **common),
    }


def closed_thread(area: Area, opened: Page) -> Model:
    space = Space.objects.create(
        name=CLOSED,
        slug="closed-space",
        access_rule=AccessRule.objects.for_rule(rule([area_token(area.pk)])),
    )
    return ask_question(
        author=UserFactory(),
        space=space,
        title=CLOSED,
        body=f"{SECRET} {SHARED}",
        themes=[Theme.objects.get(slug="mapping")],
        about=[opened],
    )


def closed_media(area: Area) -> tuple[HubDocument, list[str]]:
    """A document of the area, and the addresses of it, an image and a rendition."""
    collection = collection_for(group_for_area(area))
    document = HubDocument.objects.create(
        title=CLOSED, file=ContentFile(SECRET.encode(), name="closed.txt"), collection=collection
    )
    image = HubImage.objects.create(title=CLOSED, file=get_test_image_file(), collection=collection)
    rendition = image.get_rendition("width-80")
    return document, [document.url, document.file.url, image.file.url, rendition.url]
