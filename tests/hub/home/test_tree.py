"""The page tree stands in the order in which the hub is read, with one place for each kind."""

import pytest
from wagtail.models import Page

from courses.models import CourseIndexPage
from hub.access.enums import Role
from hub.home.models import HomePage
from hub.home.seed import listing_models
from tests.factories.courses import make_course
from tests.factories.people import staff_client

pytestmark = pytest.mark.django_db

READING = [
    "themes",
    "guidance",
    "legislation",
    "policy",
    "practice",
    "tools",
    "interventions",
    "referrals",
    "courses",
    "glossary",
]


# Pathways stand among the courses that they put in an order.
OF_TWO_KINDS = [CourseIndexPage]
OF_ONE_KIND = [model for model in listing_models() if model not in OF_TWO_KINDS]


def test_a_new_hub_starts_in_reading_order() -> None:
    slugs = HomePage.objects.get().get_children().order_by("path").values_list("slug", flat=True)
    assert list(slugs)[: len(READING)] == READING


def test_the_explorer_shows_that_order() -> None:
    home = HomePage.objects.get()
    shown = staff_client(Role.AUTHOR).get(f"/cms/pages/{home.pk}/").context["pages"]
    assert [page.slug for page in shown][: len(READING)] == READING


def test_modules_stand_in_the_order_of_the_course() -> None:
    assert make_course().get_admin_default_ordering() == "ord"


@pytest.mark.parametrize("model", listing_models(), ids=lambda model: model.__name__)
def test_a_list_stands_once_and_holds_its_own_kind(model: type[Page]) -> None:
    assert not model.can_create_at(HomePage.objects.get())
    assert len(model.clean_subpage_models()) == (2 if model in OF_TWO_KINDS else 1)


@pytest.mark.parametrize("model", OF_ONE_KIND, ids=lambda model: model.__name__)
def test_adding_below_a_list_opens_the_form_at_once(model: type[Page]) -> None:
    page = model.objects.get()
    response = staff_client(Role.AUTHOR).get(f"/cms/pages/{page.pk}/add_subpage/")
    child = model.clean_subpage_models()[0]._meta
    address = f"/cms/pages/add/{child.app_label}/{child.model_name}/{page.pk}/"
    assert (response.status_code, response.headers["Location"]) == (302, address)
