"""What the checks must know beside the page: the glossary, the acts, and where its links lead."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Model
from wagtail.models import Page

from hub.access.pages import readable_pages, rule_of_page
from hub.access.readers import ANONYMOUS
from hub.access.restrictions import clauses_for_path, collection_restrictions, page_restrictions
from hub.access.rules import Rule, is_no_wider, rule
from hub.core.numbers import row_id
from hub.glossary.models import TermPage
from hub.legislation.models import ActPage
from hub.pages.citations import kind_name
from hub.pages.models import HubPage
from hub.pages.references import MEDIA, Reference, references_in
from hub.quality.letters import letters_in
from hub.weblinks.finding import web_addresses
from hub.weblinks.models import WebLink


@dataclass(frozen=True, slots=True)
class Act:
    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Library:
    """The same for every page: abbreviations that the glossary explains, and acts the hub has."""

    letters: frozenset[str]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A page that another one links to. `is_open`: to everybody who may read that one."""

    kind: str
    path: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    library: Library
    references: tuple[Reference, ...]
    pages: dict[str, Linked]
    files: dict[tuple[type[Model], str], bool]
    dead: tuple[WebLink, ...]

    def leads(self, found: Reference) -> bool:
        """Whether readers of the page can open what it points at."""
        if issubclass(found.model, Page):
            linked = self.pages.get(found.pk)
            return linked is not None and linked.is_open
        return self.files.get((found.model, found.pk), not issubclass(found.model, MEDIA))


def library() -> Library:
    """Two queries and those of `page_restrictions`. Of what is for everyone only."""
    terms = readable_pages(TermPage.objects.all(), ANONYMOUS)
    letters = {
        found
        for texts in terms.values_list("title", "words_in_lines")
        for text in texts
        for found in letters_in(text)
    }
    acts = readable_pages(ActPage.objects.all(), ANONYMOUS).values_list("title", "path")
    return Library(frozenset(letters), tuple(Act(*row) for row in acts))


def surroundings_of(page: HubPage, known: Library) -> Surroundings:
    """Three queries, one for images, one for documents, and those of blocks and restrictions."""
    fields = page._meta.concrete_fields
    found = tuple(r for f in fields for r in references_in(f, f.value_from_object(page)))
    readers = rule_of_page(page)
    return Surroundings(
        library=known,
        references=found,
        pages=linked_pages((r.pk for r in found if issubclass(r.model, Page)), readers),
        files=linked_files([r for r in found if issubclass(r.model, MEDIA)], readers),
        dead=tuple(WebLink.objects.dead(web_addresses(page))),
    )


def linked_pages(ids: Iterable[str], readers: Rule) -> dict[str, Linked]:
    rows = Page.objects.filter(pk__in=filter(None, map(row_id, ids)))
    restrictions = page_restrictions()
    return {
        str(pk): Linked(
            kind_name(type_id),
            path,
            live and is_no_wider(readers, rule(*clauses_for_path(path, restrictions))),
        )
        for pk, type_id, path, live in rows.values_list("pk", "content_type", "path", "live")
    }


def linked_files(found: list[Reference], readers: Rule) -> dict[tuple[type[Model], str], bool]:
    """Whether everybody who may read the page may fetch the file; False for what is gone."""
    files = {(item.model, item.pk): False for item in found}
    for model in {item.model for item in found}:
        ids = filter(None, (row_id(item.pk) for item in found if item.model is model))
        rows = model._default_manager.filter(pk__in=ids).values_list("pk", "collection__path")
        for pk, path in rows:
            wanted = rule(*clauses_for_path(path, collection_restrictions()))
            files[model, str(pk)] = is_no_wider(readers, wanted)
    return files
