from django.conf import settings
from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.rich_text.pages import PageLinkHandler

from hub.pages.links import Target, look_up


class LinkedPages(PageLinkHandler):
    """Wagtail's links to pages without reading each page as its own type.

    In another language a link leads to that language's copy, which Wagtail itself finds.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        if get_language() != settings.LANGUAGE_CODE:
            return super().expand_db_attributes_many(attrs_list)
        ids = [str(attrs.get("id")) for attrs in attrs_list]
        targets = look_up(ids)
        return [link_to(targets.get(pk)) for pk in ids]


def link_to(target: Target | None) -> str:
    return f'<a href="{escape(target.url)}">' if target else "<a>"
