"""An author sees a page as readers will, in each of its modes, and nobody sees more than that."""

from collections.abc import Callable

import pytest
from django.apps import apps
from wagtail.models import Page

from courses.models import (
    CourseIndexPage,
    LessonPage,
    LessonView,
    ModulePage,
    PathwayPage,
    PathwayStep,
)
from hub.access.enums import Role
from hub.access.groups import group_for_role
from hub.home.models import HomePage, InformationPage, ThemeIndexPage, ThemePage
from hub.pages.models import HubPage, ListingPage
from hub.taxonomy.models import Theme
from tests.architecture.layers import app_of
from tests.factories import pages
from tests.factories.courses import make_course
from tests.factories.people import staff_client
from tests.hub.pages.test_hub_page import KINDS

pytestmark = pytest.mark.django_db


def theme() -> ThemePage:
    page = ThemePage(title="A theme", theme=Theme.objects.first())
    return ThemeIndexPage.objects.get().add_child(instance=page)


def lesson() -> LessonPage:
    return LessonPage.objects.descendant_of(make_course()).first()


def pathway() -> PathwayPage:
    made = pages.add_page(PathwayPage, courses(), title="First weeks")
    PathwayStep.objects.create(pathway=made, course=make_course(title="The first course"))
    return made


def guide() -> InformationPage:
    return InformationPage.objects.first()


def start_page() -> HomePage:
    return HomePage.objects.get()


def themes() -> ThemeIndexPage:
    return ThemeIndexPage.objects.get()


def courses() -> CourseIndexPage:
    return CourseIndexPage.objects.get()


MAKERS = [*KINDS, make_course, lesson, pathway, theme, guide, start_page, themes, courses]


def modes() -> list[tuple[Callable[[], Page], str]]:
    """Each mode of each kind. A kind's class is known before there is a page of it."""
    return [(make, mode) for make in MAKERS for mode in modes_of(make)]


def modes_of(make: Callable[[], Page]) -> list[str]:
    return ["", "briefing"] if make is pages.guidance else [""]


every_mode = pytest.mark.parametrize(
    ("make", "mode"), modes(), ids=[f"{make.__name__} {mode}".strip() for make, mode in modes()]
)


@every_mode
def test_every_mode_shows_the_page(make: Callable[[], Page], mode: str) -> None:
    page = make()
    response = staff_client(Role.AUTHOR).get(f"/cms/pages/{page.pk}/view_draft/?mode={mode}")
    assert response.status_code == 200
    assert page.title in response.content.decode()


@every_mode
def test_the_modes_tried_here_are_the_modes_there_are(make: Callable[[], Page], mode: str) -> None:
    assert [name for name, _label in make().preview_modes] == modes_of(make)


def test_every_kind_of_content_is_tried() -> None:
    tried = {type(make()) for make in MAKERS}
    kinds = {model for model in apps.get_models() if issubclass(model, HubPage)}
    assert kinds - tried == set()


@every_mode
def test_a_page_closed_to_its_author_shows_in_no_mode(make: Callable[[], Page], mode: str) -> None:
    page = make()
    pages.restrict(page, group_for_role(Role.ANALYST, "Analyst"))
    response = staff_client(Role.AUTHOR).get(f"/cms/pages/{page.pk}/view_draft/?mode={mode}")
    assert response.status_code == 404


def test_a_briefing_shows_what_a_team_needs_and_no_more() -> None:
    page = pages.guidance(title="Cuckooing", body=[("paragraph", "<p>The long version.</p>")])
    client = staff_client(Role.AUTHOR)
    html = client.get(f"/cms/pages/{page.pk}/view_draft/?mode=briefing").content.decode()
    assert "Team briefing" in html
    assert "The long version." not in html


def test_a_course_is_shown_with_its_lessons_as_a_learner_finds_them() -> None:
    page = make_course()
    first = LessonPage.objects.descendant_of(page).first()
    html = staff_client(Role.TRAINER).get(f"/cms/pages/{page.pk}/view_draft/").content.decode()
    assert first.title in html


def test_looking_at_a_lesson_beforehand_is_not_reading_it() -> None:
    client = staff_client(Role.TRAINER)
    assert client.get(f"/cms/pages/{lesson().pk}/view_draft/").status_code == 200
    assert not LessonView.objects.exists()


def test_a_course_that_is_not_saved_yet_can_be_looked_at() -> None:
    client, index = staff_client(Role.TRAINER), CourseIndexPage.objects.get()
    address = f"/cms/pages/add/courses/coursepage/{index.pk}/preview/"
    data = {"title": "Brand new", "slug": "brand-new", "level": "introduction", "minutes": "5"}
    for name in ("links", "sources", "change_notes", "outcomes", "body"):
        data[f"{name}-count"] = "0"
    for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS"):
        data |= {f"comments-{name}": "0", f"prerequisites-{name}": "0"}
        data |= {f"steps-{name}": "0"}
    assert client.post(address, data).json() == {"is_valid": True, "is_available": True}
    assert "Brand new" in client.get(address).content.decode()


def test_a_module_has_no_page_to_look_at() -> None:
    assert ModulePage().preview_modes == []


def test_lists_and_modules_are_all_that_is_no_content() -> None:
    own = {m for m in apps.get_models() if issubclass(m, Page) and app_of(m.__module__)}
    plain = {m.__name__ for m in own if not issubclass(m, HubPage | ListingPage)}
    assert plain == {"HomePage", "InformationPage", "ModulePage", "ThemeIndexPage"}
