"""{% glossed %}…{% endglossed %} explains words in place; {% definitions %} holds the meanings."""

from functools import lru_cache

from django import template
from django.http import HttpRequest
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

from hub.access.pages import readable_pages
from hub.access.readers import ANONYMOUS
from hub.glossary.marking import Entry, Marker
from hub.glossary.models import TermPage
from hub.glossary.words import forms_of
from hub.pages.addresses import address_of
from hub.pages.lines import lines

register = template.Library()
KEPT = "_glossary_marker"


def marker_for(request: HttpRequest | None) -> Marker:
    """The page's one marker, kept on the request. Three queries the first time, then none."""
    marker = getattr(request, KEPT, None)
    if marker is None:
        reader = getattr(request, "reader", ANONYMOUS)
        terms = readable_pages(TermPage.objects.filter(mark_in_text=True).order_by("pk"), reader)
        rows = terms.values_list("pk", "title", "words_in_lines", "definition", "url_path")
        marker = Marker([entry_of(*row, address_of(path)) for *row, path in rows])
        if request is not None:
            setattr(request, KEPT, marker)
    return marker


@lru_cache(maxsize=1000)
def entry_of(pk: int, title: str, other_words: str, definition: str, url: str) -> Entry:
    return Entry(pk, title, forms_of(title, lines(other_words)), definition, url)


class GlossedNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        return marker_for(context.get("request")).mark(self.nodelist.render(context))


@register.tag
def glossed(parser: Parser, _token: Token) -> GlossedNode:
    """Around text whose terms are to be explained."""
    nodelist = parser.parse(("endglossed",))
    parser.delete_first_token()
    return GlossedNode(nodelist)


@register.simple_tag(takes_context=True)
def definitions(context: Context) -> SafeString:
    """The meanings of the words marked so far; once, after the last glossed text."""
    return marker_for(context.get("request")).popovers()
