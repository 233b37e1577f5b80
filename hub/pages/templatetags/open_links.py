"""{% openlinks %}…{% endopenlinks %} takes away links that the reader could not follow.

{% if file|open_to:request %} shows an image or a document to those who may open it.
"""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString, mark_safe

from hub.access.collections import may_read_media
from hub.access.readers import ANONYMOUS
from hub.pages.open_links import with_open_links

register = template.Library()


@register.filter
def open_to(file: Any, request: HttpRequest | None) -> bool:
    """Two queries; one where its collection is known already."""
    return bool(file) and may_read_media(file, getattr(request, "reader", ANONYMOUS))


class OpenLinksNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        reader = getattr(context.get("request"), "reader", ANONYMOUS)
        html = with_open_links(self.nodelist.render(context), reader)
        return mark_safe(html)  # noqa: S308 - rendered by templates, with links taken away


@register.tag
def openlinks(parser: Parser, _token: Token) -> OpenLinksNode:
    """Around text in which an author may have linked pages."""
    nodelist = parser.parse(("endopenlinks",))
    parser.delete_first_token()
    return OpenLinksNode(nodelist)
