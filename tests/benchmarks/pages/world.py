"""A knowledge base of many pages with many versions, on PostgreSQL.

A few pages are made as the CMS makes them; the database copies them row by row, with what belongs
to them: labels, citations, versions. Every second version has other words in each part.
"""

import random
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Model
from wagtail.models import Page, Revision

from hub.guidance.models import GuidanceIndexPage, GuidancePage
from hub.legislation.models import ProvisionPage
from hub.pages.models.citation import Citation
from hub.upkeep.enums import Why
from hub.upkeep.models import Change
from hub.upkeep.services import open_change
from tests.benchmarks.knowledge import Library, add_law, add_powers, guidance
from tests.benchmarks.sizes import SMALL
from tests.benchmarks.words import Writer

MODELS = 40
POWERS = 200
NAME = "measured-copy"


@dataclass(frozen=True, slots=True)
class Sizes:
    pages: int = 20_000
    versions: int = 30
    citations: int = 200_000


COPIES = """
CREATE TEMPORARY TABLE copies AS
SELECT nextval(pg_get_serial_sequence('wagtailcore_page', 'id')) AS id,
  (%s::int[])[1 + place %% %s] AS model, path, place
FROM unnest(%s::text[]) WITH ORDINALITY AS listed(path, place)
"""
VERSIONS = """
INSERT INTO wagtailcore_revision
  (content_type_id, base_content_type_id, object_id, created_at, user_id, object_str, content)
SELECT model.content_type_id, model.base_content_type_id, page.id::text,
  now() - (%s - number) * interval '1 day', model.user_id, model.object_str,
  jsonb_set(
    CASE WHEN number %% 2 = 0 THEN model.content
    ELSE replace(model.content::text, ' a ', ' some other ')::jsonb END,
    '{pk}', to_jsonb(page.id)
  )
FROM copies page
JOIN wagtailcore_page source ON source.id = page.model
JOIN wagtailcore_revision model ON model.id = source.live_revision_id
CROSS JOIN generate_series(1, %s) AS number
"""
NEWEST = """
UPDATE wagtailcore_page page SET latest_revision_id = newest.id, live_revision_id = newest.id
FROM (
  SELECT object_id::int AS page_id, max(id) AS id FROM wagtailcore_revision GROUP BY object_id
) AS newest
WHERE newest.page_id = page.id AND page.slug LIKE %s
"""
# Each page names others that lie far apart, so that everything hangs together within a few steps.
CITATIONS = """
INSERT INTO pages_citation
  (source_kind, source_id, source_block, target_key, target_block, note, "order")
SELECT 'guidance', source.id, '', target.translation_key, '', '', 100 + number
FROM copies source
CROSS JOIN generate_series(1, %s) AS number
JOIN copies cited ON cited.place = 1 + (source.place * 7919 + number * 104729) %% %s
JOIN wagtailcore_page target ON target.id = cited.id
"""


def make(sizes: Sizes, seed: int = 1) -> None:
    """Some minutes and a few gigabytes."""
    parent = GuidanceIndexPage.objects.get()
    library = Library(Writer(random.Random(seed)))
    models = make_models(library, parent)
    add_powers(library, POWERS)
    first = parent.numchild + 1
    paths = [
        GuidancePage._get_path(parent.path, parent.depth + 1, step)
        for step in range(first, first + sizes.pages - MODELS)
    ]
    with connection.cursor() as cursor:
        cursor.execute(COPIES, [[page.pk for page in models], MODELS, paths])
        copy_pages(cursor)
        cursor.execute(VERSIONS, [sizes.versions, sizes.versions])
        cursor.execute(NEWEST, [f"{NAME}-%"])
        cursor.execute(
            "UPDATE wagtailcore_page SET numchild = numchild + %s WHERE id = %s",
            [len(paths), parent.pk],
        )
        for_each = (sizes.citations - Citation.objects.count()) // len(paths)
        cursor.execute(CITATIONS, [max(0, for_each), len(paths)])
        cursor.execute("ANALYZE")


def make_models(library: Library, parent: Page) -> list[GuidancePage]:
    add_law(library, SMALL)
    pages = []
    for number in range(MODELS):
        name = f"measured-model-{number}"
        page = library.publish(parent, guidance(library, name), name)
        page.save_revision().publish()
        parent.refresh_from_db()
        pages.append(page)
    return pages


def copy_pages(cursor: object) -> None:
    named = f"'{NAME}-' || copies.place"
    parent = "regexp_replace(source.url_path, '[^/]+/$', '')"
    page = {
        "id": "copies.id",
        "path": "copies.path",
        "translation_key": "gen_random_uuid()",
        "slug": named,
        "url_path": f"{parent} || {named} || '/'",
        "latest_revision_id": "NULL",
        "live_revision_id": "NULL",
    }
    copy(cursor, Page, "id", page)
    copy(cursor, GuidancePage, "page_ptr_id", {"page_ptr_id": "copies.id"})
    for field in GuidancePage._meta.local_many_to_many:
        copy(
            cursor, field.remote_field.through, "guidancepage_id", {"guidancepage_id": "copies.id"}
        )
    copy(cursor, Citation, "source_id", {"source_id": "copies.id"})


def copy(cursor: object, model: type[Model], key: str, other: Mapping[str, str]) -> None:
    """A row of each copy for each row of its model, with other expressions in some columns."""
    columns = [
        field.column
        for field in model._meta.local_fields
        if not (field.primary_key and field.column != key)
    ]
    wanted = ", ".join(other.get(column, f'source."{column}"') for column in columns)
    named = ", ".join(f'"{column}"' for column in columns)
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({named}) SELECT {wanted} "  # noqa: S608 - our own names
        f"FROM copies JOIN {model._meta.db_table} source ON source.{key} = copies.model"
    )


def open_ripple() -> Change:
    """A page that everything rests on in the end has changed; what it took is said."""
    page = copied()[0]
    begun = time.perf_counter()
    change = open_change(page=page, why=Why.CHANGED, note="measured", text="The age is 16 now.")
    taken, found = time.perf_counter() - begun, change.affected.count()
    sys.stdout.write(f"{found:,} things that rest on a page: found and kept in {taken:.1f} s\n")
    return change


def copied() -> list[GuidancePage]:
    """All over the knowledge base."""
    some = GuidancePage.objects.filter(slug__startswith=NAME).order_by("-path")
    return list(some[:: max(1, some.count() // 50)])


def most_cited() -> ProvisionPage:
    laws = ProvisionPage.objects.live()
    return max(laws, key=lambda law: Citation.objects.pointing_at(law).count())


def versions_of(page: Page) -> list[int]:
    newest_first = Revision.objects.for_instance(page).order_by("-pk")
    return list(newest_first.values_list("pk", flat=True))
