import pytest
from wagtail.rich_text import expand_db_html

from hub.core.per_request import keeping
from hub.pages.links import look_up, look_up_links_of
from tests.factories.pages import guidance

pytestmark = pytest.mark.django_db


def link(pk: object) -> str:
    return f'<a linktype="page" id="{pk}">this</a>'


def test_a_link_in_text_leads_to_the_page() -> None:
    page = guidance()
    assert expand_db_html(link(page.pk)) == f'<a href="{page.url}">this</a>'


@pytest.mark.parametrize("pk", [987654, "x", "9" * 30])
def test_a_link_to_a_page_that_is_gone_leads_nowhere(pk: object) -> None:
    assert expand_db_html(link(pk)) == "<a>this</a>"


def test_all_links_of_a_page_cost_one_query(django_assert_num_queries: object) -> None:
    targets = [guidance() for _ in range(3)]
    body = [("paragraph", link(target.pk)) for target in targets]
    page = guidance(body=body)
    with keeping(), django_assert_num_queries(1):
        look_up_links_of(page)
        html = [expand_db_html(link(target.pk)) for target in targets]
    assert [target.url in text for target, text in zip(targets, html, strict=True)] == [True] * 3


def test_outside_a_request_each_look_up_sees_what_changed() -> None:
    page = guidance()
    assert look_up([page.pk])[str(page.pk)].live
    page.unpublish()
    assert not look_up([page.pk])[str(page.pk)].live
