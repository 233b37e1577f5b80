"""The guide for authors is there, is found by those who write, and names what is on the screen."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils.encoding import force_str
from PIL import Image
from wagtail.blocks import BlockField

from courses.questions.registry import question_types
from hub.access.enums import Role
from hub.approval.seed import WORKFLOW
from hub.guidance.models import GuidancePage
from hub.home.models import InformationPage
from hub.home.screens import SCREENS
from hub.home.seed import seed_pages
from hub.home.written import written
from tests.factories.people import UserFactory, sign_in, staff_client
from tests.hub.pages.test_panels import ALL, blocks_of, handlers, own_page_types

pytestmark = pytest.mark.django_db

PAGES = [page for page in written("information") if page["seed_name"] == "writing"]
PAGES += written("writing")
BUTTONS = {"Save draft", f"Submit to {WORKFLOW}"}


def on_screen() -> set[str]:
    """Every label that the editor shows: tabs, groups, fields, blocks, choices, previews."""
    return {plain(label) for label in (*BUTTONS, *labels()) if label}


def labels() -> Iterator[object]:
    for _name, handler in handlers():
        yield from headings(handler)
    for _name, field in ALL:
        yield field.label
        yield from choices(field)
        if isinstance(field, BlockField):
            for block in blocks_of(field.block):
                yield block.label
                yield from choices(getattr(block, "field", None))
    yield from (label for _mode, label in GuidancePage().preview_modes)
    yield from (kind.label for kind in question_types().values())


def choices(field: object) -> Iterator[object]:
    """Of fixed lists; a list of rows would ask the database."""
    if "ModelChoice" not in type(field).__name__:
        yield from (label for _value, label in getattr(field, "choices", ()))


def headings(panel: object) -> Iterator[object]:
    yield getattr(panel, "heading", "")
    for child in getattr(panel, "children", ()):
        yield from headings(child)


def plain(label: object) -> str:
    return force_str(label).replace("’", "'").lower()


def named() -> list[tuple[str, str]]:
    """Each name of the screen that the guide prints in bold, with its page."""
    return [
        (page["seed_name"], name)
        for page in PAGES
        for name in re.findall(r"<b>(.*?)</b>", str(page["body"]), re.DOTALL)
    ]


def test_the_guide_is_at_most_five_short_pages() -> None:
    assert len(PAGES) == 5
    assert [page["title"] for page in PAGES if len(words_of(page).split()) > 600] == []


def words_of(page: dict[str, Any]) -> str:
    """What stands on the page, without what is said of its pictures to those who can't see them."""
    return str([block for block in page["body"] if "screen" not in block])


@pytest.mark.parametrize("name", ["writing", "writing-keeping", "sharing"])
def test_the_guides_for_authors_and_leads_show_screens(name: str) -> None:
    url = InformationPage.objects.get(seed_name=name).url
    html = BeautifulSoup(Client().get(url).content, "html.parser")
    pictures = html.select("figure.cg-picture img")
    assert pictures
    for picture in pictures:
        assert picture["alt"]
        file = finders.find(picture["src"].removeprefix("/static/"))
        with Image.open(file) as image:
            shown = (int(picture["width"]), int(picture["height"]))
            assert image.width / image.height == pytest.approx(shown[0] / shown[1])


def test_each_picture_of_a_screen_is_there() -> None:
    assert [name for name in SCREENS if not finders.find(f"img/guide/{name}.webp")] == []


def test_each_name_in_bold_is_on_the_screen() -> None:
    known = on_screen()
    assert [pair for pair in named() if plain(pair[1]) not in known] == []


def test_a_name_that_is_not_on_the_screen_would_be_found() -> None:
    assert "promote" not in on_screen()


def test_every_kind_of_page_that_it_sends_people_to_exists() -> None:
    table = next(part["table"] for part in PAGES[0]["body"] if "table" in part)
    named = {row[1].split(",")[0].lower() for row in table["rows"]}
    kinds = {force_str(model._meta.verbose_name) for model in own_page_types()}
    assert named - kinds == set()


def test_it_stands_in_every_hub_and_lists_its_chapters(client: Client) -> None:
    html = client.get("/writing/").content.decode()
    assert [
        page["title"] for page in PAGES[1:] if page["title"] not in html.replace("&#x27;", "'")
    ] == []


def test_seeding_again_keeps_what_editors_wrote_in_a_chapter() -> None:
    InformationPage.objects.filter(seed_name="writing-act").update(title="Our own words")
    seed_pages()
    assert InformationPage.objects.get(seed_name="writing-act").title == "Our own words"


def test_the_menu_leads_to_it_wherever_it_was_moved() -> None:
    page = InformationPage.objects.get(seed_name="writing")
    page.slug = "how-to-write"
    page.save()
    response = staff_client(Role.AUTHOR).get("/cms/guide/")
    assert response.headers["Location"].endswith("/how-to-write/")


def test_without_it_the_menu_leads_to_the_first_screen() -> None:
    InformationPage.objects.filter(seed_name="writing").update(live=False)
    assert staff_client(Role.AUTHOR).get("/cms/guide/").headers["Location"] == "/cms/"


def test_the_first_screen_leads_to_it() -> None:
    assert "/writing/" in staff_client(Role.AUTHOR).get("/cms/").content.decode()


def test_staff_find_it_from_their_account_and_nobody_else_does() -> None:
    staff = staff_client(Role.REVIEWER).get("/account/").content.decode()
    reader = sign_in(Client(), UserFactory()).get("/account/").content.decode()
    assert "/cms/guide/" in staff
    assert "/cms/guide/" not in reader


def test_search_does_not_offer_it(client: Client) -> None:
    html = client.get("/search/?q=write+so+that+a+busy+person+can+act").content.decode()
    assert 'href="/writing' not in html
