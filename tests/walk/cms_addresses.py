"""Every address of the CMS with the things of a world in its places."""

import re
from collections.abc import Container, Iterator
from itertools import product

from django.db.models import Model
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Page

from hub.home.cms.waiting import PILES
from tests.architecture.cms_policy import part_of
from tests.hub.users.cms_addresses import is_cms
from tests.walk.cms_world import BAIT, LURE, World

PLACE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
# Which things the numbers in addresses that begin like this stand for. The first one counts.
THINGS_AT = (
    ("/cms/images/", ("image",)),
    ("/cms/documents/", ("document",)),
    ("/cms/api/main/images/", ("image",)),
    ("/cms/api/main/documents/", ("document",)),
    ("/cms/collections/", ("collection",)),
    ("/cms/snippets/courses/quiz/", ("quiz",)),
    ("/cms/snippets/courses/question/", ("question",)),
    ("/cms/snippets/choose/courses/quiz/", ("quiz",)),
    ("/cms/snippets/choose/courses/question/", ("question",)),
    ("/cms/pages/", ("page", "above", "below", "course", "lesson", "tool")),
    ("/cms/choose-page/", ("page", "above", "below", "course")),
    ("/cms/api/main/pages/", ("page", "above", "below", "course")),
    ("/cms/workflows/remove/", ("page", "above", "below")),
    ("/cms/editing-sessions/", ("page",)),
)
IN_WORDS = {
    "content_type_app_name": "guidance",
    "content_type_model_name": "guidancepage",
    "app_label": "guidance",
    "model_name": "guidancepage",
    "action_name": "approve",
    "filter_spec": "width-80",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
}
IDS = ("pk", "id", "object_id")
BULK = {
    "wagtailcore/page": ("delete", "move", "publish", "unpublish"),
    "pages/hubimage": ("delete", "add_tags", "add_to_collection"),
    "pages/hubdocument": ("delete", "add_tags", "add_to_collection"),
}
KINDS_IN_BULK = {
    "page": ("page", "above", "below"),
    "hubimage": ("image",),
    "hubdocument": ("document",),
}
# What lists and choosers are asked beside. "Files" are what reports are exported as.
SEARCHES = (f"?q={BAIT}", f"?q={LURE}")
FILES = ("?export=csv", "?export=xlsx")


def addresses(world: World, parts: Container[str]) -> list[str]:
    """What can be asked for in these parts of the CMS: bare, searched, exported, in bulk."""
    things = [*world.closed.items(), *world.opened.items()]
    found = []
    for pattern in patterns():
        if part_of(pattern) in parts:
            whole = filled(pattern, things)
            found += [address + query for address in whole for query in queries(pattern)]
    return [*found, *in_bulk(things, "all"), *by_query(world)]


def naming_what_is_closed(world: World, parts: Container[str]) -> list[str]:
    """Addresses of single closed things, and of what is done to many."""
    things = list(world.closed.items())
    kinds = {start for start, _ in THINGS_AT}
    named = [
        pattern
        for pattern in patterns()
        if part_of(pattern) in parts and pattern.startswith(tuple(kinds)) and PLACE.search(pattern)
    ]
    return [
        *(address for pattern in named for address in filled(pattern, things)),
        *in_bulk(things),
    ]


def queries(pattern: str) -> tuple[str, ...]:
    """None, and those that the lists at this route know."""
    if "/reports/" in pattern:
        return ("", *FILES)
    if "/api/" in pattern or "/tag-autocomplete/" in pattern:
        return ("", f"?search={BAIT}", f"?term={BAIT}")
    is_list = not PLACE.search(pattern.removesuffix("/<int:parent_page_id>/"))
    return ("", *SEARCHES) if is_list else ("",)


def patterns() -> list[str]:
    """Each route of the CMS, such as /cms/pages/<int:page_id>/edit/."""
    return sorted(filter(is_cms, walk(get_resolver().url_patterns, "/")))


def walk(routes: list[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for item in routes:
        here = prefix + str(item.pattern).lstrip("^").removesuffix("$").replace("\\.", ".")
        if isinstance(item, URLResolver):
            yield from walk(item.url_patterns, here)
        else:
            yield here


def filled(pattern: str, things: list[tuple[str, Model]]) -> list[str]:
    """The address once for each way to fill its places."""
    names = [one or other for one, other in PLACE.findall(pattern)]
    kinds = next((kinds for start, kinds in THINGS_AT if pattern.startswith(start)), ())
    choices = [values(name, kinds, things, pattern) for name in names]
    return [put(pattern, chosen) for chosen in product(*choices)]


def values(
    name: str, kinds: tuple[str, ...], things: list[tuple[str, Model]], at: str
) -> list[str]:
    if name == "name":
        return [pile.name for pile in PILES]
    if name in IN_WORDS:
        return [IN_WORDS[name]]
    rows = [thing for kind, thing in things if kind in kinds]
    if name == "revision_id":
        return [str(row.latest_revision_id) for row in rows if row.latest_revision_id]
    if name in {"task_state_id", "workflow_state_id", "task_id"}:
        return states(name, rows)
    if name.endswith(IDS):
        return [str(row.pk) for row in rows] or ["1"]
    return ["1"]


def states(name: str, rows: list[Page]) -> list[str]:
    """Where the approvals of these pages stand."""
    found = [row.current_workflow_state for row in rows if row.current_workflow_state]
    if name == "workflow_state_id":
        return [str(state.pk) for state in found]
    if name == "task_id":
        return [str(state.current_task_state.task_id) for state in found[:1]]
    return [str(state.current_task_state_id) for state in found]


def put(pattern: str, chosen: tuple[str, ...]) -> str:
    rest = iter(chosen)
    return PLACE.sub(lambda _: next(rest), pattern)


def in_bulk(things: list[tuple[str, Model]], *others: str) -> Iterator[str]:
    for model, actions in BULK.items():
        kinds = KINDS_IN_BULK[model.partition("/")[2]]
        ids = [str(thing.pk) for kind, thing in things if kind in kinds]
        for action in actions:
            for pk in [*ids, *others]:
                yield f"/cms/bulk/{model}/{action}/?id={pk}"


def by_query(world: World) -> Iterator[str]:
    """Addresses that name things in their query."""
    closed = world.closed
    for kind in ("image", "document"):
        yield f"/cms/{kind}s/chooser/chosen-multiple/?id={closed[kind].pk}"
        yield f"/cms/{kind}s/?collection_id={closed['collection'].pk}"
        yield f"/cms/{kind}s/?tag={BAIT}"
    for kind in ("page", "course", "below"):
        pk = closed[kind].pk
        yield f"/cms/choose-page/chosen-multiple/?id={pk}"
        yield f"/cms/choose-page/?target_pages[]={pk}&user_perms=move_to"
        for name in ("child_of", "descendant_of", "ancestor_of", "translation_of"):
            yield f"/cms/api/main/pages/?{name}={pk}"
    above = world.opened["above"].pk
    yield f"/cms/api/main/pages/?child_of={above}&for_explorer=1"
    yield f"/cms/pages/{above}/?ordering=ord"
