"""The search benchmark on PostgreSQL."""

import pytest
from pytest_django.plugin import DjangoDbBlocker

from search.engines.database.current import database_engine
from search.engines.database.tables import ensure_tables
from search.evaluation.scratch import scratch_database
from tests.benchmarks.search import rows
from tests.benchmarks.search.place import megabytes_on_disk, settle, without_index
from tests.benchmarks.search.questions import questions


@pytest.mark.postgres
def test_the_index_is_made_after_the_rows(django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock(), scratch_database() as using:
        without_index(using)
        made = rows.Maker(using)
        made.fill(50)
        ensure_tables(using, anew=True)
        settle("database", using)
        asked = [question.query for question in questions(made.sentences)]
        engine = database_engine(using)
        assert any(engine.search(query, rows.READER).hits for query in asked)
        assert megabytes_on_disk(using) > 0
